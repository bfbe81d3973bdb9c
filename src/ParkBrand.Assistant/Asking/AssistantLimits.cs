namespace ParkBrand.Assistant.Asking;

/// <summary>What one visitor may ask of the assistant, on the page and through the API together.</summary>
public sealed class AssistantLimits
{
    private const int VerdictsPerMinute = 30;

    internal AssistantLimits(int questionsPerMinute, TimeProvider clock) =>
        (Questions, Verdicts) = (new VisitLimit("assistant", questionsPerMinute, clock), new VisitLimit("feedback", VerdictsPerMinute, clock));

    public VisitLimit Questions { get; }

    /// <summary>On answers that were given.</summary>
    public VisitLimit Verdicts { get; }
}
