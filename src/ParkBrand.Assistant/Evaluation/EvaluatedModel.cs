namespace ParkBrand.Assistant.Evaluation;

/// <summary>The language model of an accepted run. It may have been measured on another day than the built-in answers, since few have one at hand.</summary>
/// <param name="Content">Stamp of the content and the questions that it ran on.</param>
/// <param name="Code">Stamp of what answered.</param>
/// <param name="Figures">What is told of it and not compared, by the keys below.</param>
public sealed record EvaluatedModel(string Name, DateOnly Date, string Content, string Code, IReadOnlyDictionary<string, decimal> Figures)
{
    /// <summary>Answers that were put to it; of these the share that it phrased, 0 to 1; of its sentences the share that did not hold and was left out, 0 to 1.</summary>
    public const string Asked = "asked", Phrased = "phrased", LeftOut = "left-out";

    /// <summary>Seconds to the whole answer: half of the answers were quicker; 95 of 100 were.</summary>
    public const string Median = "p50", Slow = "p95";

    /// <summary>Tokens in all.</summary>
    public const string Sent = "sent", Received = "received";
}
