using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;

namespace ParkBrand.BrowserTests;

/// <summary>What a visitor does with an answer: judges it, shares, compares, keeps and prints it; and what stands there while it is turned off.</summary>
public sealed class AssistantActionsTests(LiveSite site)
{
    private const string Battery = "\u505a\u7535\u6c60\u5305\uff0c\u89818000\u5e73\u6807\u51c6\u5382\u623f\uff0c\u627f\u91cd1\u5428\uff0c\u79bb\u9ad8\u94c1\u8fd1";

    [Theory]
    [InlineData(390, "/assistant", Battery)]
    [InlineData(1440, "/en/assistant", "Battery packs, a factory of 8,000 m\u00b2")]
    public async Task An_answer_is_judged_by_keyboard_and_the_focus_stays(int width, string path, string question)
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var tab = await Asked(visitor, path, question);
        var sent = new List<string>();
        tab.Request += (_, r) => { if (r.Url.EndsWith("/feedback", StringComparison.Ordinal)) sent.Add(r.PostData ?? ""); };
        await tab.Locator(".rate summary").FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await tab.Locator(".rate input[value=outdated]").FocusAsync();
        await tab.Keyboard.PressAsync("Space");
        await tab.Locator(".rate textarea").FillAsync("x");
        Tour.Nothing(await site.Axe.All(tab));
        await Shoot(tab, $"assistant-rate-{width}");
        await tab.Locator(".rate .plain").FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Locator(".rated")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Locator("#said")).ToHaveTextAsync(await tab.Locator(".rated").InnerTextAsync());
        var given = JsonNode.Parse(Assert.Single(sent))!;
        Assert.Equal((question, "down", "outdated", "x"), ((string)given["question"]!, (string)given["verdict"]!, (string)given["reason"]!, (string)given["comment"]!));
        await tab.ReloadAsync();
        await Assertions.Expect(tab.Locator(".rated")).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Locator(".rate")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_script_it_is_judged_by_the_form()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync("/assistant?q=" + Uri.EscapeDataString(Battery));
        await tab.Locator(".rate summary").ClickAsync();
        await tab.Locator(".rate input[value=missing]").CheckAsync();
        await tab.Locator(".rate .plain").ClickAsync();
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/assistant#rated$"));
        await Assertions.Expect(tab.Locator("#rated")).ToBeInViewportAsync();
        await Assertions.Expect(tab.Locator(".turn.you")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_link_that_is_shared_holds_the_question_and_nothing_else()
    {
        await using var visitor = await site.Visitor(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var tab = await Asked(visitor, "/assistant", Battery + " 13812345678");
        await tab.Locator(".after a[href*='?q=']").ClickAsync();
        await Assertions.Expect(tab.Locator(".after a[href*='?q=']")).ToHaveTextAsync("\u94fe\u63a5\u5df2\u590d\u5236");
        // A number that was typed goes nowhere: not into the link, the page, a copy, or the store of the tab.
        Assert.Equal($"{site.Origin}assistant?q={Uri.EscapeDataString(Battery + " ***********").Replace("%2A", "*", StringComparison.Ordinal)}", (await tab.EvaluateAsync<string>("navigator.clipboard.readText()")).Replace("%2A", "*", StringComparison.Ordinal));
        Assert.DoesNotContain("1381", await tab.EvaluateAsync<string>("document.body.innerHTML + JSON.stringify(sessionStorage)"), StringComparison.Ordinal);
        await tab.Locator(".after button").First.ClickAsync();
        await Assertions.Expect(tab.Locator("#said")).Not.ToHaveTextAsync("");
        Assert.DoesNotContain("1381", await tab.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_list_lasts_as_long_as_the_tab_and_is_compared()
    {
        await using var visitor = await site.Visitor();
        var tab = await Asked(visitor, "/assistant", Battery);
        await Assertions.Expect(tab.Locator("#short")).ToBeHiddenAsync();
        await tab.Locator(".pick").Nth(0).ClickAsync();
        await Assertions.Expect(tab.Locator("#weigh")).ToBeHiddenAsync();
        await tab.Locator(".pick").Nth(1).ClickAsync();
        await Assertions.Expect(tab.Locator("#short li")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Locator(".pick").Nth(1)).ToHaveAttributeAsync("aria-pressed", "true");
        var names = await tab.Locator("#short li a").AllInnerTextsAsync();
        await tab.ReloadAsync();
        Assert.Equal(names, await tab.Locator("#short li a").AllInnerTextsAsync());
        Assert.Equal(200, (await visitor.APIRequest.GetAsync((await tab.Locator("#short li a").First.GetAttributeAsync("href"))!)).Status);
        Tour.Nothing(await site.Axe.All(tab));
        await tab.Locator("#weigh").ClickAsync();
        await Assertions.Expect(tab.Locator(".turn .label")).ToHaveCountAsync(2);
        Assert.Equal(names.Order(), (await tab.Locator(".turn").Last.Locator(".match h3 a").AllInnerTextsAsync()).Order());
        await Shoot(tab, "assistant-short");
        await tab.Locator("#short li button").First.ClickAsync();
        await Assertions.Expect(tab.Locator("#short li")).ToHaveCountAsync(1);
        await tab.Locator("#drop").ClickAsync();
        await Assertions.Expect(tab.Locator("#short")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_saved_and_printed_carries_the_label()
    {
        await using var visitor = await site.Visitor();
        var tab = await Asked(visitor, "/en/assistant", "Battery packs, a factory of 8,000 m\u00b2");
        var saved = await tab.RunAndWaitForDownloadAsync(() => tab.Locator("#save").ClickAsync());
        Assert.EndsWith(".txt", saved.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.Contains("no language model was used", text, StringComparison.Ordinal);
        Assert.Contains("Battery packs", text, StringComparison.Ordinal);

        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print, ColorScheme = ColorScheme.Light });
        foreach (var shown in new[] { ".turn .label", ".say > p", ".matches", ".sources li" })
            await Assertions.Expect(tab.Locator(shown).First).ToBeVisibleAsync();
        foreach (var hidden in new[] { ".asking", ".rate", ".after", ".pick", ".weigh", ".top .nav" })
            await Assertions.Expect(tab.Locator(hidden).First).ToBeHiddenAsync();
        if (Environment.GetEnvironmentVariable("PARKBRAND_SHOTS") is { Length: > 0 } folder)
            await tab.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder, "assistant-print.pdf"), Format = "A4" });
        await Shoot(tab, "assistant-print");
    }

    [Fact]
    public async Task While_it_is_off_the_page_says_why_and_where_to_go()
    {
        await using var own = await CityServer.Start();
        var settings = own.City.OfType("settings").Single();
        var content = own.Get<ReadDrafts>().Read(Actor.Site("test"), settings.Id).Value!.Content;
        content.Invariant["assistantOff"] = true;
        content.Cultures["zh-CN"].Values["assistantOffReason"] = "\u6b63\u5728\u6838\u5bf9\u7b54\u590d\uff0c12 \u6708 1 \u65e5\u6062\u590d\u3002";
        content.Cultures["en-US"].Values["assistantOffReason"] = "Answers are being checked. Back on 1 December.";
        await using var visitor = await site.Visitor(origin: own.Origin);
        var open = await Asked(visitor, "/assistant", Battery);
        Assert.True((await own.Get<SaveAndPublish>().Execute(Actor.Site("test"), new(new(settings.Id, content), ["zh-CN", "en-US"]), TestContext.Current.CancellationToken)).IsOk);
        // Who is in the middle of a dialogue keeps it and is told.
        await open.Locator("#q").FillAsync("x");
        await open.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(open.Locator("#trouble")).ToContainTextAsync("\u6682\u65f6\u505c\u7528");
        var tab = await visitor.NewPageAsync();
        foreach (var path in new[] { "/assistant", "/en/assistant" })
        {
            Assert.Equal(503, (await tab.GotoAsync(path))!.Status);
            Tour.Nothing(await site.Axe.All(tab));
            foreach (var width in new[] { 390, 820, 1440 })
            {
                await tab.SetViewportSizeAsync(width, 900);
                Assert.True(await tab.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
                await Shoot(tab, $"assistant-off{path.Replace('/', '-')}-{width}");
            }
        }
    }

    [Fact]
    public async Task The_page_of_marks_fits_every_screen()
    {
        await using var visitor = await site.Visitor();
        var tab = await visitor.NewPageAsync();
        foreach (var path in new[] { "/assistant/quality", "/en/assistant/quality" })
        {
            await tab.GotoAsync(path);
            Tour.Nothing(await site.Axe.All(tab));
            foreach (var width in new[] { 390, 820, 1440 })
            {
                await tab.SetViewportSizeAsync(width, 900);
                Assert.True(await tab.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
                await Shoot(tab, $"assistant-marks{path.Replace('/', '-')}-{width}");
            }
        }
    }

    private static async Task<IPage> Asked(IBrowserContext visitor, string path, string question)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light });
        await tab.Locator("#q").FillAsync(question);
        await tab.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(tab.Locator(".turn .label")).ToHaveCountAsync(1);
        return tab;
    }

    private static async Task Shoot(IPage tab, string name)
    {
        if (Environment.GetEnvironmentVariable("PARKBRAND_SHOTS") is { Length: > 0 } folder)
            await tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
