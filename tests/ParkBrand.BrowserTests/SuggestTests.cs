using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Suggestions under the search boxes: by keyboard, by pointer, with an input method, and not at all without script.</summary>
public sealed class SuggestTests(LiveSite site)
{
    private const string Open = ".suggest:not([hidden])";

    public static TheoryData<string, string> Boxes => new() { { "/", "#q" }, { "/jobs", "#seek-q" }, { "/search", "#q" }, { "/en/search", "#q" } };

    [Theory, MemberData(nameof(Boxes))]
    public async Task Arrows_choose_and_Enter_follows(string path, string box)
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, path);
        await tab.Locator(box).FocusAsync();
        await tab.Keyboard.TypeAsync(path.StartsWith("/en", StringComparison.Ordinal) ? "robot" : "jiqi");
        var option = tab.Locator($"{Open} [role=option]");
        await Assertions.Expect(option.First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator(box)).ToHaveAttributeAsync("aria-expanded", "true");

        await tab.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(option.Last).ToHaveAttributeAsync("aria-selected", "true");
        await tab.Keyboard.PressAsync("ArrowDown"); // back to the box itself
        await Assertions.Expect(tab.Locator("[aria-selected]")).ToHaveCountAsync(0);
        await tab.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(option.First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.True(await tab.EvaluateAsync<bool>("b => document.activeElement.getAttribute('aria-activedescendant') === document.querySelector('[aria-selected]').id && document.activeElement.matches(b)", box));

        var to = await option.First.GetAttributeAsync("href");
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex(Regex.Escape(to!) + "$"));
    }

    [Fact]
    public async Task Escape_and_leaving_close_and_Enter_without_a_choice_searches()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/en/search");
        await Type(tab, "robot");
        await tab.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Locator(Open)).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Locator("#q")).ToHaveValueAsync("robot");
        await tab.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(tab.Locator(Open)).ToHaveCountAsync(1);
        await tab.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tab.Locator(Open)).ToHaveCountAsync(0);
        await Type(tab, "ic");
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/en/search\\?q=robotic$"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_pointer_or_finger_follows_a_suggestion(int width)
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { HasTouch = width == 390, ViewportSize = new ViewportSize { Width = width, Height = 844 } });
        var tab = await At(visitor, "/");
        await Type(tab, "\u5468\u5e02");
        var option = tab.Locator($"{Open} [role=option]").First;
        await (width == 390 ? option.TapAsync() : option.ClickAsync());
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/districts/zhoushi$"));
    }

    [Fact]
    public async Task An_input_method_is_left_alone_until_it_is_done()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/search");
        var asked = new List<string>();
        tab.Request += (_, r) => { if (r.Url.Contains("/api/suggest", StringComparison.Ordinal)) asked.Add(r.Url); };
        await tab.Locator("#q").FocusAsync();
        var keys = await visitor.NewCDPSessionAsync(tab);
        foreach (var composed in new[] { "z", "zh", "zhou", "zhou's", "zhou'shi" })
        {
            await keys.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
            await tab.WaitForTimeoutAsync(200); // longer than the pause before a request
        }

        await Assertions.Expect(tab.Locator("#q")).ToHaveValueAsync("zhou'shi");
        Assert.Empty(asked);
        await keys.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "\u5468\u5e02" });
        await Assertions.Expect(tab.Locator(Open)).ToHaveCountAsync(1);
        Assert.Contains(Uri.EscapeDataString("\u5468\u5e02"), Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_not_shown()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/en/search");
        await tab.RouteAsync("**/api/suggest*", async route =>
        {
            await Task.Delay(route.Request.Url.Contains("q=robot&", StringComparison.Ordinal) ? 1500 : 0);
            await route.ContinueAsync();
        });
        await tab.Locator("#q").PressSequentiallyAsync("robot");
        await tab.WaitForTimeoutAsync(300);
        await tab.Keyboard.PressAsync("Escape");
        await tab.Locator("#q").FillAsync("battery");
        await Assertions.Expect(tab.Locator(Open)).ToHaveCountAsync(1);
        var shown = await tab.Locator(Open).InnerTextAsync();
        await tab.WaitForTimeoutAsync(1600);
        Assert.Equal(shown, await tab.Locator(Open).InnerTextAsync());
    }

    [Fact]
    public async Task Without_script_the_boxes_search()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { JavaScriptEnabled = false });
        foreach (var (path, box) in new[] { ("/", "#q"), ("/jobs", "#seek-q"), ("/search", "#q") })
        {
            var tab = await At(visitor, path);
            await tab.Locator(box).FillAsync("robot");
            await tab.Keyboard.PressAsync("Enter");
            await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/search\\?q=robot$"));
            await Assertions.Expect(tab.Locator(".answer").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task With_suggestions_open_there_is_no_violation()
    {
        await using var visitor = await site.Visitor();
        foreach (var (path, box) in new[] { ("/en", "#q"), ("/en/jobs", "#seek-q"), ("/en/search", "#q") })
        {
            var tab = await At(visitor, path);
            await tab.Locator(box).PressSequentiallyAsync("robot");
            await Assertions.Expect(tab.Locator($"{Open} [role=option]").First).ToBeVisibleAsync();
            await tab.Keyboard.PressAsync("ArrowDown");
            Tour.Nothing(await site.Axe.All(tab));
        }
    }

    private static async Task Type(IPage tab, string text)
    {
        await tab.Locator("#q").FocusAsync();
        await tab.Keyboard.PressAsync("End");
        await tab.Keyboard.TypeAsync(text);
        await Assertions.Expect(tab.Locator($"{Open} [role=option]").First).ToBeVisibleAsync();
    }

    private static async Task<IPage> At(IBrowserContext visitor, string path)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        return tab;
    }
}
