using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Whole dialogues with the assistant: in place, by keyboard, with an input method, when something is wrong, without script.</summary>
public sealed class AssistantTests(LiveSite site)
{
    private const string Battery = "\u505a\u7535\u6c60\u5305\uff0c\u89818000\u5e73\u6807\u51c6\u5382\u623f\uff0c\u627f\u91cd1\u5428\uff0c\u79bb\u9ad8\u94c1\u8fd1", Jobs = "\u90a3\u91cc\u6709\u4ec0\u4e48\u5c97\u4f4d";

    [Theory]
    [InlineData(390, "/assistant", Battery, Jobs)]
    [InlineData(1440, "/assistant", Battery, Jobs)]
    [InlineData(390, "/en/assistant", "Battery packs, a factory of 8,000 m\u00b2, near high-speed rail", "What about jobs there?")]
    [InlineData(1440, "/en/assistant", "Battery packs, a factory of 8,000 m\u00b2, near high-speed rail", "What about jobs there?")]
    public async Task A_dialogue_of_three_turns_by_keyboard_alone(int width, string path, string first, string second)
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var tab = await At(visitor, path);
        var wrong = new List<string>();
        tab.Console += (_, m) => { if (m.Type is "error" or "warning") wrong.Add(m.Text); };
        tab.PageError += (_, e) => wrong.Add(e);
        await TabTo(tab, "#q");
        await tab.Keyboard.InsertTextAsync(first);
        await tab.Keyboard.PressAsync("Enter");
        await Turns(tab, 1);
        // The focus stays where the next question is written, and the first one has left the box.
        Assert.Equal(("q", ""), (await tab.EvaluateAsync<string>("document.activeElement.id"), await tab.Locator("#q").InputValueAsync()));
        await Assertions.Expect(tab.Locator("#said")).ToContainTextAsync(new Regex(".{20}"));
        await tab.Keyboard.InsertTextAsync(second);
        await tab.Keyboard.PressAsync("Enter");
        await Turns(tab, 2);
        Assert.Equal(path, new Uri(tab.Url).PathAndQuery);

        await TabTo(tab, ".needs button[value=area]", back: true);
        await tab.Keyboard.PressAsync("Enter");
        await Turns(tab, 3);
        await Assertions.Expect(tab.Locator(".turn.you").Last).ToContainTextAsync(first);
        await Assertions.Expect(tab.Locator(".turn").Last.Locator(".needs button[value=area]")).ToHaveCountAsync(0);
        Assert.True(await tab.EvaluateAsync<bool>("document.activeElement.matches('.needs button[value=area]')"), "The focus was taken away.");

        foreach (var mode in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
            wrong.AddRange(await site.Axe.All(tab));
        }

        Assert.True(await tab.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "It scrolls sideways.");
        Tour.Nothing(wrong);
        await Shoot(tab, $"assistant-dialogue{path.Replace('/', '-')}-{width}");
    }

    [Fact]
    public async Task The_page_as_the_server_renders_it_is_the_page_as_the_script_does()
    {
        await using var visitor = await site.Visitor();
        foreach (var (path, question) in new[] { ("/assistant", Battery), ("/en/assistant", "What jobs are there in Zhoushi?"), ("/assistant", "\u5f20\u6d66\u6709\u6ca1\u670910\u4e07\u5e73\u7c73\u7684\u6d01\u51c0\u5b9e\u9a8c\u5ba4"), ("/en/assistant", "hello") })
        {
            var rendered = await At(visitor, $"{path}?q={Uri.EscapeDataString(question)}");
            var scripted = await At(visitor, path);
            await scripted.EvaluateAsync("sessionStorage.clear()");
            await scripted.ReloadAsync();
            await Ask(scripted, question);
            await Turns(scripted, 1);
            Assert.Equal(await Outline(rendered), await Outline(scripted));
        }
    }

    [Fact]
    public async Task A_reload_shows_the_dialogue_again_and_clearing_ends_it()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/assistant");
        await Ask(tab, Battery);
        await Turns(tab, 1);
        var before = await Outline(tab);
        await tab.ReloadAsync();
        Assert.Equal(before, await Outline(tab));
        await Ask(tab, Jobs);
        await Turns(tab, 2);
        Assert.Contains("/jobs/", await tab.Locator(".turn").Last.Locator(".match h3 a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        var other = await At(visitor, "/assistant");
        await Assertions.Expect(other.Locator(".turn")).ToHaveCountAsync(0);
        await tab.Locator("#clear a").ClickAsync();
        await Assertions.Expect(tab.Locator("#tries")).ToBeVisibleAsync();
        await tab.ReloadAsync();
        await Assertions.Expect(tab.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Shift_Enter_breaks_the_line_and_an_input_method_keeps_its_Enter()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/assistant");
        await tab.Locator("#q").FocusAsync();
        await tab.Keyboard.TypeAsync("a");
        await tab.Keyboard.PressAsync("Shift+Enter");
        Assert.Equal("a\n", await tab.Locator("#q").InputValueAsync());
        await tab.EvaluateAsync("document.querySelector('#q').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        await tab.WaitForTimeoutAsync(200);
        await Assertions.Expect(tab.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(429, "\u95ee\u5f97\u592a\u5feb")]
    [InlineData(503, "\u6682\u65f6\u505c\u7528")]
    [InlineData(500, "\u6ca1\u6709\u6536\u5230\u7b54\u590d")]
    [InlineData(0, "\u6ca1\u6709\u6536\u5230\u7b54\u590d")]
    public async Task What_went_wrong_is_said_and_the_question_is_still_there(int status, string said)
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/assistant");
        await tab.RouteAsync("**/api/assistant", route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "application/problem+json", Body = "{}" }));
        await Ask(tab, Jobs);
        await Assertions.Expect(tab.Locator("#trouble")).ToContainTextAsync(said);
        await Assertions.Expect(tab.Locator("#q")).ToHaveValueAsync(Jobs);
        await Assertions.Expect(tab.Locator(".turn")).ToHaveCountAsync(0);
        await tab.UnrouteAllAsync();
        await tab.Locator(".ask .go").ClickAsync();
        await Turns(tab, 1);
        await Assertions.Expect(tab.Locator("#trouble")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task While_it_works_the_button_says_so_and_a_cut_off_answer_is_not_shown()
    {
        await using var visitor = await site.Visitor();
        var tab = await At(visitor, "/en/assistant");
        var go = new TaskCompletionSource();
        await tab.RouteAsync("**/api/assistant", async route =>
        {
            await go.Task;
            await route.FulfillAsync(new RouteFulfillOptions { Status = 200, ContentType = "text/event-stream", Body = "event: text\ndata: \"The rent is one yuan.\"\n\nevent: answer\ndata: {\"status\":" });
        });
        await Ask(tab, "rent");
        await Assertions.Expect(tab.Locator(".ask .go")).ToHaveTextAsync("Looking it up");
        await Assertions.Expect(tab.Locator(".ask .go")).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(tab.Locator("#said")).ToHaveTextAsync("Looking it up");
        go.SetResult();
        await Assertions.Expect(tab.Locator("#trouble")).ToContainTextAsync("No answer came");
        await Assertions.Expect(tab.Locator(".turn")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Locator(".ask .go")).ToHaveTextAsync("Send");
    }

    [Fact]
    public async Task What_is_copied_carries_label_and_sources()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var tab = await At(visitor, "/en" + SitePages.Answered);
        await tab.Locator(".after .link").First.ClickAsync();
        await Assertions.Expect(tab.Locator(".after .link").First).ToHaveTextAsync("Copied");
        var copied = await tab.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("no language model was used", copied, StringComparison.Ordinal);
        Assert.Contains($"[1] ", copied, StringComparison.Ordinal);
        Assert.Contains($"{site.Origin}en/parks/", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_leads_to_its_source_on_a_phone_too()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var tab = await At(visitor, SitePages.Answered);
        await Assertions.Expect(tab.Locator(".sources li").First).ToBeHiddenAsync();
        var mark = tab.Locator(".say > p a.cite").First;
        await mark.ClickAsync();
        await Assertions.Expect(tab.Locator((await mark.GetAttributeAsync("href"))!)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Without_script_three_turns_of_a_form()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var tab = await At(visitor, "/");
        await tab.Locator("#q").FillAsync(Battery);
        await tab.Locator(".hero button[formaction]").ClickAsync();
        await Assertions.Expect(tab.Locator(".turn.you")).ToHaveTextAsync([new Regex(Regex.Escape(Battery))]);
        await tab.Locator("#q").FillAsync(Jobs);
        await tab.Locator(".ask .go").ClickAsync();
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/assistant#answer$"));
        await Assertions.Expect(tab.Locator(".turn.you")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Locator("#answer")).ToBeInViewportAsync();
        await tab.Locator(".needs button, .nexts button").Or(tab.Locator(".ask .go")).First.ClickAsync();
        await tab.Locator("#clear a").ClickAsync();
        await Assertions.Expect(tab.Locator(".turn")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> At(IBrowserContext visitor, string path)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        return tab;
    }

    private static async Task Ask(IPage tab, string question)
    {
        await tab.Locator("#q").FillAsync(question);
        await tab.Locator("#q").PressAsync("Enter");
    }

    private static Task Turns(IPage tab, int count) => Assertions.Expect(tab.Locator(".turn .label")).ToHaveCountAsync(count);

    private static async Task TabTo(IPage tab, string selector, bool back = false)
    {
        for (var i = 0; i < 250; i++)
        {
            await tab.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            if (await tab.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                return;
        }

        Assert.Fail($"{selector} cannot be reached by Tab.");
    }

    /// <summary>What a reader gets: every element with its class and address, and all text.</summary>
    private static Task<string> Outline(IPage tab) => tab.EvaluateAsync<string>("""
        () => [...document.querySelectorAll("#dialogue .turn *")]
          .map(e => [e.localName, [...e.classList].sort().join("."), e.getAttribute("href"), e.getAttribute("aria-label"), e.getAttribute("value"), e.lang, [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join("").replace(/\s+/g, "")].join(" ")).join("\n")
        """);

    private static async Task Shoot(IPage tab, string name)
    {
        if (Environment.GetEnvironmentVariable("PARKBRAND_SHOTS") is { Length: > 0 } folder)
            await tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
