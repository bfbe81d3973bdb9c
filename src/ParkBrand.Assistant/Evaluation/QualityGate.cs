namespace ParkBrand.Assistant.Evaluation;

/// <summary>A measure that fell.</summary>
internal sealed record Worse(string Mode, string Part, Measure Measure, decimal Was, decimal Is);

/// <summary>Holds a run against the accepted one.</summary>
internal static class QualityGate
{
    /// <summary>What is worse by more than its tolerance, on all questions or on one half: a gain on what was tuned hides no loss on what was not.</summary>
    public static List<Worse> Compare(EvaluatedRun accepted, EvaluatedRun run) =>
    [
        .. from scores in accepted.Scores
           where run.Scores.ContainsKey(scores.Key) && (scores.Key.Mode != EvaluatedRun.Model || IsSameModel(accepted, run))
           from measure in Measure.All
           where scores.Value.ContainsKey(measure.Key)
           let was = scores.Value[measure.Key]
           // What is not measured any more counts as lost.
           let now = run.Score(scores.Key.Mode, scores.Key.Part, measure.Key) ?? (measure.AtLeast ? 0 : decimal.MaxValue)
           where measure.IsWorse(now, was)
           select new Worse(scores.Key.Mode, scores.Key.Part, measure, was, now),
    ];

    /// <summary>Models are compared with themselves alone.</summary>
    public static bool IsSameModel(EvaluatedRun accepted, EvaluatedRun run) => accepted.Spoken?.Name == run.Spoken?.Name;
}
