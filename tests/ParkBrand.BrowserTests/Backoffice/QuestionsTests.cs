using Microsoft.Playwright;
using ParkBrand.Content.Questions;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>What visitors asked in vain, from the list to the mark that it is done.</summary>
[Collection(nameof(EditorsSite))]
public sealed class QuestionsTests(EditorsSite site)
{
    private const string Address = "/umbraco/section/questions", Pool = "有没有室内滑雪场", Rent = "张浦的租金是多少";

    [Fact]
    public async Task An_editor_lists_filters_asks_again_settles_and_opens_again()
    {
        await site.City.Get<KeepQuestions>().Execute([
            new(QuestionKind.Unanswered, "zh-CN", Pool, "out-of-scope"), new(QuestionKind.Unanswered, "zh-CN", Pool, "out-of-scope"),
            new(QuestionKind.Unhelpful, "zh-CN", Rent, "answered", "outdated", "去年的价格"), new(QuestionKind.Helpful, "zh-CN", "x", "answered"),
        ], TestContext.Current.CancellationToken);
        await using var desk = await site.Desk("zhou", Address);
        ILocator Row(string question) => desk.Tab.Locator("parkbrand-questions uui-table-row").Filter(new LocatorFilterOptions { HasText = question });
        await Assertions.Expect(Row(Pool)).ToContainTextAsync("不在范围");
        await Assertions.Expect(Row(Pool).Locator("uui-table-cell").Nth(2)).ToHaveTextAsync("2");
        await Assertions.Expect(Row(Rent)).ToContainTextAsync("去年的价格");
        await desk.Picture("questions");
        await Narrow(desk, 1, "没有帮助");
        await Assertions.Expect(Row(Pool)).ToHaveCountAsync(0);
        await Assertions.Expect(Row(Rent)).ToHaveCountAsync(1);

        var again = await desk.Tab.RunAndWaitForPopupAsync(() => Row(Rent).GetByRole(AriaRole.Link).ClickAsync());
        await Assertions.Expect(again.Locator(".turn.you")).ToContainTextAsync(Rent);
        await again.CloseAsync();

        await Row(Rent).Locator("uui-button[label=标为已处理]").ClickAsync();
        Assert.Contains("已处理：" + Rent, await desk.Said("positive"), StringComparison.Ordinal);
        await Assertions.Expect(Row(Rent)).ToHaveCountAsync(0);
        await Narrow(desk, 0, "已处理");
        await Assertions.Expect(Row(Rent)).ToContainTextAsync("周敏");
        await desk.Picture("questions-done");

        await using (var reader = await site.Desk("wu", Address))
        {
            await Narrow(reader, 0, "已处理");
            await Assertions.Expect(reader.Tab.Locator("parkbrand-questions uui-table-row")).ToHaveCountAsync(1);
            await Assertions.Expect(reader.Tab.Locator("parkbrand-questions uui-button[label=重新打开]")).ToHaveCountAsync(0);
            reader.NothingWrong();
        }

        await Row(Rent).Locator("uui-button[label=重新打开]").ClickAsync();
        await Assertions.Expect(Row(Rent)).ToHaveCountAsync(0);
        desk.NothingWrong();

        await using var english = await site.Desk("smith", Address);
        await english.Tab.Locator("parkbrand-questions uui-button[label=\"Mark as done\"]").First.WaitForAsync();
        await english.Picture("questions-en");
        english.NothingWrong();
    }

    [Fact]
    public async Task The_operator_of_a_park_has_no_such_section()
    {
        await using var desk = await site.Desk("li", "/umbraco/section/content");
        await desk.Tab.Locator("[data-mark=\"section-link:Umb.Section.Content\"]").WaitForAsync();
        Assert.Equal(0, await desk.Tab.Locator("[data-mark=\"section-link:ParkBrand.Section.Questions\"]").CountAsync());
    }

    private static async Task Narrow(Desk desk, int select, string option) => await desk.Tab.Locator("parkbrand-questions uui-select select").Nth(select).SelectOptionAsync(new SelectOptionValue { Label = option });
}
