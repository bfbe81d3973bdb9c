using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>
/// WCAG 2.0–2.2 A and AA and best practice, by axe-core, on every kind of page, in both languages, modes and widths and with larger
/// type. All rules run on each page on a phone in the light mode; in the other views those that the view can break.
/// </summary>
public sealed partial class AxeTests(LiveSite site)
{
    private const int Phone = 390, Desktop = 1440;

    [Theory]
    [InlineData(SitePage.Chinese)]
    [InlineData(SitePage.English)]
    public Task Every_page_has_no_violation_in_both_modes_and_widths_and_with_larger_type(string language) =>
        Tour.Visit(site, site.Pages, [language], async stop =>
        {
            var found = new List<string>();
            async Task Look(string view, Func<Task<string[]>> judge) => found.AddRange((await judge()).Select(v => $"{view}: {v}"));
            var tab = stop.Tab;
            await View(tab, Phone, ColorScheme.Light);
            await stop.Open();
            await Look("phone, light", () => site.Axe.All(tab));
            await View(tab, Phone, ColorScheme.Dark);
            await Look("phone, dark", () => site.Axe.NewLooks(tab, "phone, dark"));
            await View(tab, Desktop, ColorScheme.Dark);
            await Look("desktop, dark", () => site.Axe.NewLooks(tab, "desktop, dark"));
            await View(tab, Desktop, ColorScheme.Light);
            await Look("desktop, light", () => site.Axe.NewLooks(tab, "desktop, light"));
            await Look("desktop", () => site.Axe.Structure(tab));

            // On a phone, where larger type has the least room. That the server does no more than this is another test's.
            await tab.EvaluateAsync("document.documentElement.className = 'elder'");
            await View(tab, Phone, ColorScheme.Light);
            await Look("larger type", () => site.Axe.Sizes(tab));
            found.AddRange((await LayoutTests.Sideways(tab, 320, Phone, Desktop)).Select(f => $"larger type: {f}"));
            return found;
        });

    [Fact]
    public async Task Larger_type_is_the_same_page_with_one_class_and_the_way_back()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = site.Origin };
        foreach (var page in site.Pages)
            foreach (var language in SitePage.Languages)
            {
                var (standard, elder) = (await Get(page.In(language), "0"), await Get(page.In(language), "1"));
                Assert.Contains("class=\"elder\"", elder, StringComparison.Ordinal);
                Assert.Equal(Neutral().Replace(standard, ""), Neutral().Replace(elder, ""));
            }

        async Task<string> Get(string path, string elder)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", "elder=" + elder } } };
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("html-has-lang: html", ColorScheme.Light, "document.documentElement.removeAttribute('lang')")]
    [InlineData("label: #q", ColorScheme.Light, "const q = document.querySelector('#q'); document.querySelectorAll('label[for=q]').forEach(l => l.remove()); for (const a of ['aria-label', 'aria-labelledby', 'title', 'placeholder']) q.removeAttribute(a)")]
    [InlineData("color-contrast: ", ColorScheme.Dark, "document.querySelector('main h1').style.color = '#39434a'")]
    [InlineData("target-size: ", ColorScheme.Light, "document.querySelectorAll('.foot li').forEach(l => l.style.cssText = 'block-size: 12px; min-block-size: 0; padding: 0; line-height: 12px; margin: 0'); document.querySelectorAll('.foot li a').forEach(l => l.style.cssText = 'display: block; block-size: 12px; min-block-size: 0; padding: 0')")]
    public async Task A_page_with_a_mistake_is_found(string finding, ColorScheme mode, string mistake)
    {
        await using var visitor = await site.Visitor();
        var tab = await visitor.NewPageAsync();
        await View(tab, Phone, mode);
        await tab.GotoAsync("/");
        await tab.EvaluateAsync($"() => {{ {mistake} }}");
        // Each by the narrowest run that has to find it.
        var found = finding[0] switch
        {
            'c' => await site.Axe.NewLooks(tab, "a mistake"),
            't' => await site.Axe.Sizes(tab),
            _ => await site.Axe.Structure(tab),
        };
        Assert.Contains(found, v => v.StartsWith(finding, StringComparison.Ordinal));
        Assert.Contains(await site.Axe.All(tab), v => v.StartsWith(finding, StringComparison.Ordinal));
    }

    private static async Task View(IPage tab, int width, ColorScheme mode)
    {
        await tab.SetViewportSizeAsync(width, 900);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
    }

    // The class, the link that leads back, and what is new in every answer.
    [GeneratedRegex("""\s+class="elder"|<li><a href="/reading/.*?</li>|\s+nonce="[^"]*"|\s+value="CfDJ[^"]*" """, RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Neutral();
}
