namespace ParkBrand.Assistant.Asking;

/// <summary>What one visitor may ask of the assistant, on the page and through the API together; and what all of them may ask of the machine.</summary>
public sealed class AssistantLimits : IDisposable
{
    private const int VerdictsPerMinute = 30;

    // An answer keeps a thread busy for some milliseconds. A thousand at once would stand in the way of every page.
    private readonly SemaphoreSlim working = new(Math.Max(1, Environment.ProcessorCount / 2));

    internal AssistantLimits(int questionsPerMinute, TimeProvider clock) =>
        (Questions, Verdicts) = (new VisitLimit("assistant", questionsPerMinute, clock), new VisitLimit("feedback", VerdictsPerMinute, clock));

    public VisitLimit Questions { get; }

    /// <summary>On answers that were given.</summary>
    public VisitLimit Verdicts { get; }

    /// <summary>Works out an answer when it is its turn: half of the processors stay with the pages. Nothing that waits for another machine belongs in here.</summary>
    /// <exception cref="OperationCanceledException">The visitor went away before that.</exception>
    public async Task<T> InTurn<T>(Func<T> answer, CancellationToken cancel)
    {
        await working.WaitAsync(cancel);
        try
        {
            return answer();
        }
        finally
        {
            working.Release();
        }
    }

    public void Dispose() => working.Dispose();
}
