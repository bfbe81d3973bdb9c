using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests;

// The driver's calls to evaluate, open and close have no time limit of their own. These two stand before xunit's within this
// project, so that a browser that never answers fails one test instead of stopping the run.

internal sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) => Timeout = Bounded.OneTest;
}

internal sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) => Timeout = Bounded.OneTest;
}

internal static class Bounded
{
    /// <summary>ms; the longest takes two minutes on two cores.</summary>
    public const int OneTest = 6 * 60 * 1000;

    /// <summary>ms for what a page is expected to show, as the driver's own for what is clicked: a machine that has other work to do is slow, not wrong.</summary>
    public const float Patience = 30_000;

    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(20);

    /// <summary>Closes a tab that is at rest: one that is closed while it changes page may never answer.</summary>
    public static async Task Leave(this IPage tab)
    {
        try
        {
            await tab.WaitForLoadStateAsync(LoadState.Load);
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It never came to rest; closing is tried all the same.
        }

        await tab.CloseAsync().OrLetBe();
    }

    /// <summary>What does not close goes with its browser.</summary>
    public static async Task OrLetBe(this Task closing)
    {
        try
        {
            await closing.WaitAsync(Closing);
        }
        catch (TimeoutException)
        {
        }
    }
}
