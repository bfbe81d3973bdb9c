using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>A page is in its language, says where it is not, and leads to its counterpart.</summary>
public sealed class LanguageTests(LiveSite site)
{
    // Text and the attributes that are read out, each with the language that it claims.
    private const string Chinese = """
        () => {
          const han = /\p{Script=Han}/u, found = [];
          const claims = e => e.closest("[lang]")?.getAttribute("lang") ?? "";
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (han.test(walker.currentNode.data) && !/^(SCRIPT|STYLE)$/.test(parent.tagName) && !claims(parent).startsWith("zh"))
              found.push(parent.tagName.toLowerCase() + ": " + walker.currentNode.data.trim().slice(0, 60));
          }
          for (const e of document.querySelectorAll("[alt], [aria-label], [title], [placeholder], meta[name=description]"))
            for (const name of ["alt", "aria-label", "title", "placeholder", "content"])
              if (han.test(e.getAttribute(name) ?? "") && !claims(e).startsWith("zh"))
                found.push(e.tagName.toLowerCase() + " " + name + ": " + e.getAttribute(name).slice(0, 60));
          return [...new Set(found)].slice(0, 8);
        }
        """;

    // Words of the interface, as against names and values: those an editor did not write.
    private const string InterfaceWords = """
        () => [...document.querySelectorAll("nav a, h1, h2, h3, label, button, th, legend, dt, caption, .plain, .skip, [aria-label]")]
          .filter(e => !(e.closest("[lang]")?.getAttribute("lang") ?? "").startsWith("en"))
          .flatMap(e => [e.getAttribute("aria-label"), e.textContent]).filter(t => t && !/\p{Script=Han}/u.test(t) && /[A-Za-z]{2,}/.test(t)).map(t => t.trim().slice(0, 60))
        """;

    private static readonly HashSet<string> Acronyms = ["AI", "AR", "VR", "XR", "CNC", "RNA", "AIGC", "ISO", "kVA", "kW", "m²", "m³"];

    [Fact]
    public async Task An_English_page_holds_Chinese_only_where_it_says_so() => (await site.EveryPage()).Nothing(nameof(ChineseInEnglish));

    [Fact]
    public async Task A_Chinese_page_has_no_English_word_left_in_its_interface() => (await site.EveryPage()).Nothing(nameof(EnglishInChinese));

    [Fact]
    public async Task Switching_the_language_keeps_the_page_and_hreflang_resolves() => (await site.EveryPage()).Nothing(nameof(Counterpart));

    internal static async Task<IEnumerable<string>> ChineseInEnglish(Tour.Stop stop) =>
        stop.Language == SitePage.English ? await stop.Tab.EvaluateAsync<string[]>(Chinese) : [];

    internal static async Task<IEnumerable<string>> EnglishInChinese(Tour.Stop stop) => stop.Language == SitePage.Chinese
        ? (await stop.Tab.EvaluateAsync<string[]>(InterfaceWords)).Where(text => text.Split([' ', '/', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Any(w => w.All(char.IsAsciiLetter) && w.Length > 1 && !Acronyms.Contains(w)))
        : [];

    /// <summary>Leaves the page for its counterpart.</summary>
    internal static async Task<IEnumerable<string>> Counterpart(Tour.Stop stop, Resources resources)
    {
        var wrong = new List<string>();
        var tab = stop.Tab;
        if (await tab.EvaluateAsync<string>("document.documentElement.lang") is var lang && lang != stop.Language)
            wrong.Add($"says that it is {lang}");
        foreach (var link in await tab.EvaluateAsync<string[]>("[...document.querySelectorAll('link[hreflang]')].map(l => l.href)"))
            if ((await resources.Of(link)).Status is var status and not 200)
                wrong.Add($"hreflang {link} answers {status}");
        var other = stop.Page.In(SitePage.Languages.Single(l => l != stop.Language));
        await tab.SetViewportSizeAsync(1280, 720);
        await tab.RunAndWaitForResponseAsync(() => tab.Locator(".tools a[hreflang]").ClickAsync(), r => r.Request.IsNavigationRequest);
        await tab.WaitForLoadStateAsync(LoadState.Load);
        var arrived = new Uri(tab.Url).PathAndQuery;
        if (arrived != other)
            wrong.Add($"led to {arrived}, not {other}");
        return wrong;
    }
}
