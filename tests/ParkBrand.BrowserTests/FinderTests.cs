using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Needs are set and eased, with a mouse, with keys, with and without script.</summary>
public sealed class FinderTests(LiveSite site)
{
    private const string Kind = "#filters input[name=kind][value=factory]", Load = "#filters input[name=floorLoad]";
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 }, Desk = new() { Width = 1440, Height = 900 };

    [Fact]
    public async Task A_need_that_is_set_is_applied_in_place_and_back_restores()
    {
        await using var visitor = await Visitor(Desk, script: true);
        var tab = await Open(visitor, "/finder");
        await tab.EvaluateAsync("window.stayed = true");
        var plain = await tab.TitleAsync();
        await tab.Locator("#g-transport summary").ClickAsync();
        await tab.Locator(Kind).FocusAsync();
        await tab.Keyboard.PressAsync("Space");
        await Address(tab, "kind=factory");
        await Assertions.Expect(tab.Locator(".ladder tbody tr")).ToHaveCountAsync(2);
        Assert.True(await tab.Locator(Kind).EvaluateAsync<bool>("e => e.checked && e === document.activeElement"), "The box lost its focus or its tick.");
        Assert.True(await tab.Locator("#g-transport").EvaluateAsync<bool>("e => e.open"), "A group that was opened fell shut.");
        await tab.Locator(Load).FillAsync("2");
        await tab.Keyboard.PressAsync("Enter");
        await Address(tab, "floorLoad=2");
        await Assertions.Expect(tab.Locator(".ladder tbody tr")).ToHaveCountAsync(3);
        Assert.NotEqual(plain, await tab.TitleAsync());
        Assert.True(await tab.EvaluateAsync<bool>("window.stayed === true"), "The page was loaded anew.");
        await tab.GoBackAsync();
        await Assertions.Expect(tab.Locator(".ladder tbody tr")).ToHaveCountAsync(2);
        Assert.Equal("", await tab.Locator(Load).InputValueAsync());
    }

    [Fact]
    public async Task A_relaxation_brings_its_park_back_in_place_and_the_sentence_gets_the_focus()
    {
        await using var visitor = await Visitor(Desk, script: true);
        var tab = await Open(visitor, SitePages.Needs + "&view=table");
        await tab.EvaluateAsync("window.stayed = true");
        var park = await tab.Locator(".miss h3 a").First.GetAttributeAsync("href");
        await Assertions.Expect(tab.Locator($".found-parks th a[href='{park}']")).ToHaveCountAsync(0);
        await tab.Locator(".miss p a").First.ClickAsync();
        await Assertions.Expect(tab.Locator($".found-parks th a[href='{park}']")).ToHaveCountAsync(1);
        Assert.True(await tab.EvaluateAsync<bool>("window.stayed === true && document.activeElement === document.querySelector('main h1')"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Views_are_links_that_keep_their_place(bool script)
    {
        await using var visitor = await Visitor(Desk, script);
        var tab = await Open(visitor, SitePages.Needs);
        await tab.Locator(".views a", new PageLocatorOptions { HasTextRegex = new Regex("\u5730\u56fe") }).ClickAsync();
        await Address(tab, "view=map");
        await Assertions.Expect(tab.Locator(".big-map .city")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator(".side-map")).ToBeHiddenAsync();
        if (script)
            Assert.Equal("true", await tab.EvaluateAsync<string>("document.activeElement.getAttribute('aria-current')"));
        await tab.Locator(".heats a").Nth(1).ClickAsync();
        await Address(tab, "heat=available");
        await Assertions.Expect(tab.Locator(".big-map .heat").First).ToBeVisibleAsync();
        await tab.Locator(".views a").First.ClickAsync();
        await Assertions.Expect(tab.Locator(".hit").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator(".side-map .city")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Without_script_a_button_applies_the_needs(int width)
    {
        await using var visitor = await Visitor(width == 390 ? Phone : Desk, script: false);
        var tab = await Open(visitor, width == 390 ? "/finder#filters" : "/finder");
        await tab.Locator(Kind).CheckAsync();
        await tab.Locator(Load).FillAsync("2");
        await tab.Locator("#filters button:visible").First.ClickAsync();
        await Address(tab, "kind=factory.*floorLoad=2");
        await Assertions.Expect(tab.Locator(".ladder tbody tr")).ToHaveCountAsync(3);
        Assert.Equal("2", await tab.Locator(Load).InputValueAsync());
        Assert.True(await tab.Locator(Kind).IsCheckedAsync());
    }

    [Fact]
    public async Task The_number_that_was_removed_opens_the_list_of_those_removed()
    {
        await using var visitor = await Visitor(Desk, script: true);
        var tab = await Open(visitor, SitePages.Needs);
        await Assertions.Expect(tab.Locator("#out-kind")).ToBeHiddenAsync();
        await tab.Locator("a[href='#out-kind']").ClickAsync();
        await Assertions.Expect(tab.Locator("#out-kind")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Locator("#out-kind")).ToBeInViewportAsync();
    }

    private Task<IBrowserContext> Visitor(ViewportSize size, bool script) => site.Visitor(new BrowserNewContextOptions { ViewportSize = size, JavaScriptEnabled = script });

    private static async Task<IPage> Open(IBrowserContext visitor, string path)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        return tab;
    }

    private static Task Address(IPage tab, string part) => Assertions.Expect(tab).ToHaveURLAsync(new Regex($"/finder\\?.*{part}"));
}
