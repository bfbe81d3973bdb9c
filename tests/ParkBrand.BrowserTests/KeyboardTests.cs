using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Everything can be reached and used without a mouse, and one sees where one is.</summary>
public sealed class KeyboardTests(LiveSite site)
{
    // An element of a picture shows its focus by its own drawing; it is asked about the drawing instead of the outline.
    private const string Focus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return "";
          const seen = x => x && getComputedStyle(x).outlineStyle !== "none" && parseFloat(getComputedStyle(x).outlineWidth) > 0;
          const drawn = e.querySelector("use, .heat"), box = e.getBoundingClientRect();
          const ok = seen(e) || seen(e.closest(".ask, .seek")) || (drawn && getComputedStyle(drawn).stroke !== "none" && parseFloat(getComputedStyle(drawn).strokeWidth) >= 2);
          const inView = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return (ok ? "" : "no outline: ") + (inView ? "" : "not in view: ") + e.tagName + " " + (e.getAttribute("aria-label") ?? (e.textContent || e.name + " " + e.value)).trim().slice(0, 40);
        }
        """;

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/", 1440)]
    [InlineData("/spaces", 390)]
    [InlineData("/spaces", 1440)]
    [InlineData("/search?q=battery", 390)]
    [InlineData("/search?q=battery", 1440)]
    [InlineData("/parks/nev-park", 390)]
    [InlineData("/parks/nev-park", 1440)]
    [InlineData(SitePages.Answered, 390)]
    [InlineData(SitePages.Answered, 1440)]
    [InlineData(SitePages.Needs, 390)]
    [InlineData(SitePages.Needs, 1440)]
    [InlineData(SitePages.Needs + "&view=map&heat=jobs", 390)]
    public async Task Focus_is_visible_at_the_first_sixty_stops(string path, int width)
    {
        await using var visitor = await Visitor(width);
        var tab = await Open(visitor, path);
        var stops = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await tab.Keyboard.PressAsync("Tab");
            stops.Add(await tab.EvaluateAsync<string>(Focus));
        }

        Assert.True(stops.Distinct().Count() > 30, "Tab goes round in circles: " + string.Join(" | ", stops));
        Tour.Nothing(stops.Where(s => s.Length == 0 || s.StartsWith("no ", StringComparison.Ordinal) || s.StartsWith("not ", StringComparison.Ordinal)).ToList());
    }

    [Fact]
    public async Task The_skip_link_is_first_and_leads_past_the_navigation()
    {
        await using var visitor = await Visitor(1440);
        var tab = await Open(visitor, "/spaces");
        await tab.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await tab.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await tab.Keyboard.PressAsync("Enter");
        await tab.Keyboard.PressAsync("Tab");
        Assert.True(await tab.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task From_the_question_to_the_contact_of_a_park()
    {
        await using var visitor = await Visitor(1440);
        var tab = await Open(visitor, "/");
        await TabTo(tab, "input#q");
        await tab.Keyboard.TypeAsync("\u5b9e\u9a8c\u5ba4");
        await Follow(tab, "/search?q=");
        await TabTo(tab, ".answer h3 a[href*='/spaces/']");
        await Follow(tab, "/spaces/");
        await TabTo(tab, ".belongs a");
        await Follow(tab, "/parks/");
        await TabTo(tab, ".acts a.go");
        await tab.Keyboard.PressAsync("Enter");
        await TabTo(tab, "#answer a[href^='tel:']");
        Assert.StartsWith("tel:", await tab.EvaluateAsync<string>("document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
    }

    private Task<IBrowserContext> Visitor(int width) => site.Visitor(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });

    private static async Task<IPage> Open(IBrowserContext visitor, string path)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        return tab;
    }

    private static async Task TabTo(IPage tab, string selector)
    {
        for (var i = 0; i < 200; i++)
        {
            await tab.Keyboard.PressAsync("Tab");
            if (await tab.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                return;
        }

        Assert.Fail($"200 times Tab did not reach {selector} on {tab.Url}.");
    }

    private static async Task Follow(IPage tab, string to)
    {
        var from = tab.Url;
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab).Not.ToHaveURLAsync(from);
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex(Regex.Escape(to)));
    }
}
