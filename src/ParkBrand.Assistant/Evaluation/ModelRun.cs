using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>How a model fared with one question.</summary>
/// <param name="Why">Null where it phrased the answer, or was not put to it.</param>
/// <param name="Sent">Tokens.</param>
/// <param name="Received">Tokens.</param>
internal sealed record ModelTurn(bool Phrased, Fallback? Why, int Kept, int LeftOut, long Sent, long Received, TimeSpan Took)
{
    /// <summary>Whether there was something to phrase.</summary>
    public bool IsAsked => Phrased || Why is not null;

    public static ModelTurn Of(Spoken spoken, TimeSpan took) => spoken.Usage is { } usage
        ? new(spoken.Answer is not null, spoken.Why, usage.Kept, usage.LeftOut, usage.Sent, usage.Received, took) : new(false, spoken.Why, 0, 0, 0, 0, took);
}

/// <summary>A run with a language model.</summary>
/// <param name="Injected">Injections that succeeded; null where none were tried.</param>
internal sealed record ModelRun(string Name, List<TurnMark> Marks, IReadOnlyList<ModelTurn> Turns, int? Injected)
{
    private const double MostMissing = 0.1;

    private List<ModelTurn> Asked => field ??= [.. Turns.Where(t => t.IsAsked)];

    /// <summary>Why the built-in answer had to do, and how often.</summary>
    public IReadOnlyList<(Fallback Why, int Count)> Fallbacks => [.. Asked.Where(t => t.Why is not null).GroupBy(t => t.Why!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>Whether the model was there to be measured. Answers that it had no part in say nothing of it.</summary>
    public bool IsMeasured => Asked.Count > 0 && Asked.Count(t => t.Why is not (null or Fallback.Unfounded)) <= Asked.Count * MostMissing;

    /// <summary>What is told of a model beside the marks; see <see cref="EvaluatedModel"/>.</summary>
    public IReadOnlyDictionary<string, decimal> Figures => new Dictionary<string, decimal>
    {
        [EvaluatedModel.Asked] = Asked.Count,
        [EvaluatedModel.Phrased] = Share(Asked.Count(t => t.Phrased), Asked.Count),
        [EvaluatedModel.LeftOut] = Share(Asked.Sum(t => t.LeftOut), Asked.Sum(t => t.LeftOut + t.Kept)),
        [EvaluatedModel.Median] = Seconds(0.5),
        [EvaluatedModel.Slow] = Seconds(0.95),
        [EvaluatedModel.Sent] = Asked.Sum(t => t.Sent),
        [EvaluatedModel.Received] = Asked.Sum(t => t.Received),
    };

    private decimal Seconds(double share) => Asked.Count == 0 ? 0 : Math.Round((decimal)Asked.Select(t => t.Took).Order().ElementAt((int)Math.Ceiling(share * Asked.Count) - 1).TotalSeconds, 2);

    private static decimal Share(int some, int all) => all == 0 ? 0 : Math.Round(some / (decimal)all, 4);
}
