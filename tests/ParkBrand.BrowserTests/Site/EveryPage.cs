using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Site;

/// <summary>
/// Every page in each language, opened once, with all the looks that do not need a visit of their own. Each look belongs to a
/// test, which fails by the findings that stand under its name.
/// </summary>
internal sealed class EveryPage
{
    private readonly ConcurrentBag<(string Look, string Finding)> findings = [];

    public static async Task<EveryPage> LookAt(LiveSite site)
    {
        var pages = new EveryPage();
        using var resources = new Resources();
        await Tour.Visit(site, site.Pages, SitePage.Languages, stop => pages.Look(site, stop, resources));
        return pages;
    }

    public void Nothing(string look) => Tour.Nothing([.. findings.Where(f => f.Look == look || f.Look == nameof(Tour.Open)).Select(f => f.Finding)]);

    private async Task<IEnumerable<string>> Look(LiveSite site, Tour.Stop stop, Resources resources)
    {
        var found = new List<(string, string)>();
        await stop.Tab.SetViewportSizeAsync(1280, 720);
        using (var loading = new Loading(stop.Tab, site.Origin))
        {
            await stop.Open();
            await stop.Tab.EvaluateAsync("document.fonts.ready.then(() => 0)");
            await Ask(nameof(LayoutTests.Whole), () => LayoutTests.Whole(stop, loading));
            await Ask(nameof(WeightTests.Weight), () => WeightTests.Weight(loading, resources));
        }

        await Ask(nameof(LanguageTests.ChineseInEnglish), () => LanguageTests.ChineseInEnglish(stop));
        await Ask(nameof(LanguageTests.EnglishInChinese), () => LanguageTests.EnglishInChinese(stop));
        await Ask(nameof(ComfortTests.Motion), () => ComfortTests.Motion(stop));
        await Ask(nameof(LayoutTests.Width), () => LayoutTests.Width(stop));
        await Ask(nameof(ComfortTests.Targets), () => ComfortTests.Targets(stop));
        await Ask(nameof(LanguageTests.Counterpart), () => LanguageTests.Counterpart(stop, resources));
        // Only now: a stop whose browser died is visited again.
        foreach (var (look, finding) in found)
            findings.Add((look, $"{stop.Page.Name} ({stop.Page.In(stop.Language)}): {finding}"));
        return [];

        async Task Ask(string name, Func<Task<IEnumerable<string>>> look)
        {
            try
            {
                found.AddRange((await look()).Select(f => (name, f)));
            }
            catch (Exception e) when (e is TimeoutException || (e is PlaywrightException && stop.Tab.Context.Browser is { IsConnected: true }))
            {
                found.Add((name, $"could not be looked at: {e.Message.Split('\n')[0]}"));
            }
        }
    }
}
