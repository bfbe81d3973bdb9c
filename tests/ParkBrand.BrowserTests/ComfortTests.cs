using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Targets for thumbs, calm for those who asked for it, larger type for those who want it.</summary>
public sealed class ComfortTests(LiveSite site)
{
    // Links inside running text are exempt (WCAG 2.5.8); these are the ones that stand alone. The tiles of the map
    // keep their distance instead, which axe checks; a label in a legend is no target, its field is.
    private const string Small = """
        () => [...document.querySelectorAll(".nav a, .tools a, .brand, .filters label, .filters .field, .open-filters a, .foot li a, .legend a, .try a, .toc a, .acts a, .rows h3 a, .related h3 a, .links a, .state li a, .pages a, .stations a, button")]
          .filter(e => !e.matches("legend *") && e.checkVisibility())
          .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
          .map(e => { const r = e.getBoundingClientRect(); return `${Math.round(r.width)} × ${Math.round(r.height)}: ${e.closest("[class]")?.getAttribute("class")} ${e.textContent.trim().slice(0, 30)}`; }).slice(0, 6)
        """;

    [Fact]
    public async Task On_a_phone_targets_are_24_pixels_high_and_wide() => (await site.EveryPage()).Nothing(nameof(Targets));

    [Fact]
    public async Task Nothing_moves_for_those_who_asked_for_less_motion() => (await site.EveryPage()).Nothing(nameof(Motion));

    [Fact]
    public async Task Larger_type_is_one_link_away_stays_and_is_a_quarter_larger()
    {
        await using var visitor = await site.Visitor();
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync("/spaces?kind=lab");
        var before = await Size(tab);
        await tab.Locator(".foot a[href^='/reading/elder']").ClickAsync();
        Assert.Equal("/spaces?kind=lab", new Uri(tab.Url).PathAndQuery);
        Assert.Equal(before * 1.25, await Size(tab), 2);
        await tab.GotoAsync("/en");
        Assert.Equal(before * 1.25, await Size(tab), 2);
        await tab.Locator(".foot a[href^='/reading/standard']").ClickAsync();
        Assert.Equal(before, await Size(tab), 2);
    }

    internal static async Task<IEnumerable<string>> Targets(Tour.Stop stop)
    {
        await stop.Tab.SetViewportSizeAsync(390, 844);
        var found = new List<string>(await stop.Tab.EvaluateAsync<string[]>(Small));
        if (await stop.Tab.EvaluateAsync<bool>("!!document.querySelector('#filters')"))
        {
            await stop.Tab.EvaluateAsync("location.hash = 'filters'");
            found.AddRange(await stop.Tab.EvaluateAsync<string[]>(Small));
            await stop.Tab.EvaluateAsync("location.hash = ''");
        }

        return found;
    }

    internal static async Task<IEnumerable<string>> Motion(Tour.Stop stop)
    {
        await stop.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var found = await stop.Tab.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e);
                return s.transitionDuration.split(",").some(d => parseFloat(d) > 0 && s.transitionProperty !== "none") && s.transition !== "none" || s.animationName !== "none" || s.scrollBehavior === "smooth"; })
              .map(e => "moves: " + e.tagName + "." + e.className).slice(0, 5)
            """);
        await stop.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        return found;
    }

    private static Task<double> Size(IPage tab) => tab.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)");
}
