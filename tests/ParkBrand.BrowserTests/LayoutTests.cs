using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Nothing runs off the side, nothing fails to load, nothing jumps.</summary>
public sealed class LayoutTests(LiveSite site)
{
    private static readonly string[] Shifting = ["home", "list spaces", "list parks", "park ", "feature "];

    // What sticks out of the page, not of a box that scrolls by itself; hidden labels are clipped on purpose.
    private const string Overflow = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          return ["scrolls sideways to " + document.documentElement.scrollWidth,
            ...[...document.querySelectorAll("main *, header *, footer *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest("svg, .vh"))
              .slice(-3).map(e => e.tagName.toLowerCase() + "." + e.className + " " + (e.textContent ?? "").trim().slice(0, 30))];
        }
        """;

    private const string Pictures = """
        async () => {
          const images = [...document.images];
          images.forEach(i => i.loading = "eager");
          await Promise.all(images.map(i => i.decode().catch(() => {})));
          return images.filter(i => !i.hasAttribute("alt") || !i.getAttribute("width") || !i.getAttribute("height") || i.naturalWidth === 0)
            .map(i => "picture without alt, size or bytes: " + i.outerHTML.slice(0, 120));
        }
        """;

    [Fact]
    public async Task No_page_scrolls_sideways_at_any_width() => (await site.EveryPage()).Nothing(nameof(Width));

    [Fact]
    public async Task Every_page_loads_whole_and_only_from_its_own_origin() => (await site.EveryPage()).Nothing(nameof(Whole));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public Task Nothing_moves_while_a_page_loads(int fontDelay) =>
        Tour.Visit(site, site.Pages.Where(p => Shifting.Any(p.Name.StartsWith)), SitePage.Languages, async stop =>
        {
            await stop.Open();
            await stop.Tab.EvaluateAsync("async () => { await document.fonts.ready; scrollTo(0, document.body.scrollHeight); await new Promise(r => setTimeout(r, 300)); }");
            var shift = await stop.Tab.EvaluateAsync<double>("window.shift");
            return shift > 0 ? [$"moved by {shift:0.0000}"] : [];
        },
            async context =>
            {
                await context.AddInitScriptAsync("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value)).observe({ type: 'layout-shift', buffered: true });");
                if (fontDelay > 0)
                    await context.RouteAsync("**/*.woff2", async route =>
                    {
                        await Task.Delay(fontDelay);
                        await route.ContinueAsync().OrLetBe();
                    });
            },
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });

    internal static async Task<IEnumerable<string>> Width(Tour.Stop stop) => (await Sideways(stop.Tab, 320, 390, 820, 1440)).Concat(await Pinned(stop.Tab));

    /// <param name="loading">Of the page that has just been opened.</param>
    internal static async Task<IEnumerable<string>> Whole(Tour.Stop stop, Loading loading)
    {
        var broken = await stop.Tab.EvaluateAsync<string[]>(Pictures);
        return loading.Wrong(stop.Page).Concat(broken);
    }

    internal static async Task<IEnumerable<string>> Sideways(IPage tab, params int[] widths)
    {
        var found = new List<string>();
        foreach (var width in widths)
        {
            await tab.SetViewportSizeAsync(width, 900);
            found.AddRange((await tab.EvaluateAsync<string[]>(Overflow)).Select(f => $"{width} px: {f}"));
        }

        return found;
    }

    /// <summary>1280 × 1024 at 400 % is 320 × 256: then nothing may stand still over the text that scrolls.</summary>
    private static async Task<string[]> Pinned(IPage tab)
    {
        await tab.SetViewportSizeAsync(320, 256);
        return await tab.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(e).position))
              .map(e => "pinned at 400 %: " + e.className)
            """);
    }
}
