using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Site;

/// <summary>Visits many pages, a few at a time, and gathers what is wrong on all of them before a test fails.</summary>
internal static class Tour
{
    private static readonly int Visitors = Math.Clamp(Environment.ProcessorCount, 2, 4);

    public sealed record Stop(IPage Tab, SitePage Page, string Language);

    public static async Task Visit(
        LiveSite site, IEnumerable<SitePage> pages, string[] languages, Func<Stop, Task<IEnumerable<string>>> look,
        Func<IBrowserContext, Task>? prepare = null, BrowserNewContextOptions? options = null)
    {
        var stops = new ConcurrentQueue<(SitePage Page, string Language)>(pages.SelectMany(p => languages.Select(l => (p, l))));
        var wrong = new ConcurrentBag<string>();
        Assert.NotEmpty(stops);
        await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Walk(site, stops, wrong, look, prepare, options)));
        Nothing(wrong);
    }

    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void Nothing(IReadOnlyCollection<string> wrong) =>
        Assert.True(wrong.Count == 0, $"{wrong.Count} finding(s):\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(200))}");

    private static async Task Walk(
        LiveSite site, ConcurrentQueue<(SitePage, string)> stops, ConcurrentBag<string> wrong, Func<Stop, Task<IEnumerable<string>>> look,
        Func<IBrowserContext, Task>? prepare, BrowserNewContextOptions? options)
    {
        while (!stops.IsEmpty)
        {
            await using var context = await site.Visitor(options);
            try
            {
                if (prepare is not null)
                    await prepare(context);
                await Look(context, stops, wrong, look);
            }
            catch (PlaywrightException) when (!site.Browser.IsConnected)
            {
                // The browser died; the stop is back in the queue, and the next visitor starts a new browser.
            }
        }
    }

    private static async Task Look(
        IBrowserContext context, ConcurrentQueue<(SitePage, string)> stops, ConcurrentBag<string> wrong, Func<Stop, Task<IEnumerable<string>>> look)
    {
        // One tab for all stops: a new one costs the browser more than most pages do.
        var tab = await context.NewPageAsync();
        while (stops.TryDequeue(out var next))
        {
            var (page, language) = next;
            try
            {
                foreach (var finding in await look(new Stop(tab, page, language)))
                    wrong.Add($"{page.Name} ({page.In(language)}): {finding}");
            }
            catch (PlaywrightException)
            {
                if (context.Browser is { IsConnected: false })
                    stops.Enqueue(next);
                throw;
            }
        }

        await tab.Leave();
    }

    /// <summary>Opens the page and checks that it is the one that was meant.</summary>
    public static async Task<IResponse> Open(this Stop stop)
    {
        var response = await stop.Tab.GotoAsync(stop.Page.In(stop.Language), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.True(response?.Status == stop.Page.Status, $"{stop.Page.In(stop.Language)} answered {response?.Status}, not {stop.Page.Status}.");
        return response!;
    }
}
