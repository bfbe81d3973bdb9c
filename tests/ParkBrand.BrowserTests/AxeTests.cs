using System.Text.Json;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>WCAG 2.0–2.2 A and AA and best practice, by axe-core, on every kind of page.</summary>
public sealed class AxeTests(LiveSite site)
{
    // Target size is off by default in axe-core; it is part of WCAG 2.2 AA.
    private const string Run = """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const found = await axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], preload: false });
          return JSON.stringify(found.violations.flatMap(v => v.nodes.map(n =>
            `${v.id}: ${n.target.join(" ")} – ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help}`)));
        }
        """;

    [Theory]
    [InlineData(SitePage.Chinese)]
    [InlineData(SitePage.English)]
    public Task Every_page_has_no_violation_in_both_modes_and_widths(string language) =>
        Tour.Visit(site, site.Pages, [language], stop => Check(stop, [390, 1440], [ColorScheme.Light, ColorScheme.Dark]));

    [Theory]
    [InlineData(SitePage.Chinese)]
    [InlineData(SitePage.English)]
    // On a phone, where larger type has the least room.
    public Task Every_page_with_larger_type_has_no_violation_and_does_not_scroll_sideways(string language) =>
        Tour.Visit(site, site.Pages, [language], async stop => (await Check(stop, [390], [ColorScheme.Light])).Concat(await LayoutTests.Sideways(stop.Tab, 320, 390, 1440)),
            context => context.AddCookiesAsync([site.ElderCookie]));

    [Fact]
    public async Task A_page_with_a_mistake_is_found()
    {
        await using var visitor = await site.Visitor();
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync("/");
        await tab.EvaluateAsync("document.documentElement.removeAttribute('lang')");
        Assert.Contains(await Violations(site, tab), v => v.StartsWith("html-has-lang: html", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> Check(Tour.Stop stop, int[] widths, ColorScheme[] modes)
    {
        var found = new List<string>();
        await stop.Open();
        foreach (var width in widths)
            foreach (var mode in modes)
            {
                await stop.Tab.SetViewportSizeAsync(width, 900);
                await stop.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
                found.AddRange((await Violations(site, stop.Tab)).Select(v => $"{width} px {mode}: {v}"));
            }

        return found;
    }

    internal static async Task<string[]> Violations(LiveSite site, IPage tab)
    {
        // Evaluated from outside: the site's own policy would refuse an injected script element.
        if (!await tab.EvaluateAsync<bool>("() => 'axe' in window"))
            await tab.EvaluateAsync(site.Axe);
        return JsonSerializer.Deserialize<string[]>(await tab.EvaluateAsync<string>(Run))!;
    }
}
