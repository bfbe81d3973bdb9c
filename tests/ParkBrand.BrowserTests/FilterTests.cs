using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>The filters of a list: a sheet on a phone, a column beside the list on a wide screen, with and without script.</summary>
public sealed class FilterTests(LiveSite site)
{
    private const string Lab = "#filters input[name=kind][value=lab]";
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 }, Desk = new() { Width = 1440, Height = 900 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_filters_open_as_a_sheet_and_close(bool script)
    {
        await using var visitor = await Visitor(Phone, script);
        var tab = await Open(visitor, "/spaces");
        var sheet = tab.Locator("#filters");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await tab.Locator(".open-filters a").ClickAsync();
        await Assertions.Expect(sheet).ToBeInViewportAsync();
        await tab.Locator("#filters a.close").ClickAsync();
        await Assertions.Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_several_filters_are_chosen_before_the_sheet_closes()
    {
        await using var visitor = await Visitor(Phone, script: true);
        var tab = await Open(visitor, "/spaces");
        await tab.Locator(".open-filters a").ClickAsync();
        await tab.Locator(Lab).CheckAsync();
        await Address(tab, "kind=lab");
        await tab.Locator("#filters input[name=kind][value=pilot]").CheckAsync();
        await Address(tab, "kind=pilot");
        await Assertions.Expect(tab.Locator(".chosen .tag")).ToHaveCountAsync(2); // the answer is in its place
        var button = tab.Locator("#filters button.go");
        await Assertions.Expect(tab.Locator("#filters")).ToBeInViewportAsync();
        var announced = await tab.Locator("#results h2").InnerTextAsync();
        Assert.Equal(Digits(announced.Split('\u5171')[0]), Digits(await button.InnerTextAsync()));
        await button.ClickAsync();
        await Assertions.Expect(tab.Locator("#filters")).ToBeHiddenAsync();
        Assert.Equal(2, await tab.Locator(".chosen .tag").CountAsync());
    }

    [Fact]
    public async Task Escape_closes_the_sheet()
    {
        await using var visitor = await Visitor(Phone, script: true);
        var tab = await Open(visitor, "/spaces#filters");
        await Assertions.Expect(tab.Locator("#filters")).ToBeVisibleAsync();
        await tab.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Locator("#filters")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Without_script_a_button_applies_the_filters(int width)
    {
        await using var visitor = await Visitor(width == 390 ? Phone : Desk, script: false);
        var tab = await Open(visitor, width == 390 ? "/spaces#filters" : "/spaces");
        await tab.Locator(Lab).CheckAsync();
        await tab.Locator("#filters button:visible").First.ClickAsync();
        await Address(tab, "kind=lab");
        await Assertions.Expect(tab.Locator(".chosen .tag")).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Locator("#filters")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = width != 390 });
    }

    [Fact]
    public async Task A_box_applies_at_once_keeps_the_focus_and_back_restores()
    {
        await using var visitor = await Visitor(Desk, script: true);
        var tab = await Open(visitor, "/spaces");
        var heading = tab.Locator("#results h2");
        var all = await heading.InnerTextAsync();
        await tab.Locator(Lab).FocusAsync();
        await tab.Keyboard.PressAsync("Space");
        await Address(tab, "kind=lab");
        await Assertions.Expect(heading).Not.ToHaveTextAsync(all);
        Assert.True(await tab.Locator(Lab).EvaluateAsync<bool>("e => e.checked && e === document.activeElement"), "The box lost its focus or its tick.");
        await tab.GoBackAsync();
        await Assertions.Expect(heading).ToHaveTextAsync(all);
        await Assertions.Expect(tab.Locator(Lab)).Not.ToBeCheckedAsync();
        Assert.EndsWith("/spaces", tab.Url, StringComparison.Ordinal);
    }

    private Task<IBrowserContext> Visitor(ViewportSize size, bool script) => site.Visitor(new BrowserNewContextOptions { ViewportSize = size, JavaScriptEnabled = script });

    private static async Task<IPage> Open(IBrowserContext visitor, string path)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync(path);
        return tab;
    }

    // Looked at again and again: waiting for the event that the address changes misses one that comes while the wait is set up.
    private static Task Address(IPage tab, string part) => Assertions.Expect(tab).ToHaveURLAsync(new Regex($"/spaces\\?.*{part}"));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
