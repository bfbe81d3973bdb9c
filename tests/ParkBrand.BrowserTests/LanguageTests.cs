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
    public Task An_English_page_holds_Chinese_only_where_it_says_so() =>
        Tour.Visit(site, site.Pages, [SitePage.English], stop => Look(stop, Chinese));

    [Fact]
    public Task A_Chinese_page_has_no_English_word_left_in_its_interface() =>
        Tour.Visit(site, site.Pages, [SitePage.Chinese], async stop =>
            (await Look(stop, InterfaceWords)).Where(text => text.Split([' ', '/', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Any(w => w.All(char.IsAsciiLetter) && w.Length > 1 && !Acronyms.Contains(w))));

    [Fact]
    public Task Switching_the_language_keeps_the_page_and_hreflang_resolves() => Tour.All(site, async stop =>
    {
        var wrong = new List<string>();
        await stop.Open();
        if (await stop.Tab.Locator("html").GetAttributeAsync("lang") is var lang && lang != stop.Language)
            wrong.Add($"says that it is {lang}");
        var other = SitePage.Languages.Single(l => l != stop.Language);
        foreach (var link in await stop.Tab.Locator("link[hreflang]").AllAsync())
            if ((await stop.Tab.Context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!)).Status is var status and not 200)
                wrong.Add($"hreflang {await link.GetAttributeAsync("href")} answers {status}");
        await stop.Tab.RunAndWaitForResponseAsync(() => stop.Tab.Locator(".tools a[hreflang]").ClickAsync(), r => r.Request.IsNavigationRequest);
        await stop.Tab.WaitForLoadStateAsync(LoadState.Load);
        var arrived = new Uri(stop.Tab.Url).PathAndQuery;
        if (arrived != stop.Page.In(other))
            wrong.Add($"led to {arrived}, not {stop.Page.In(other)}");
        return wrong;
    });

    private static async Task<IEnumerable<string>> Look(Tour.Stop stop, string script)
    {
        await stop.Open();
        return await stop.Tab.EvaluateAsync<string[]>(script);
    }
}
