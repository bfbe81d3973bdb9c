using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>What an open document says: who else saved it, what is planned, how versions differ.</summary>
[Collection(nameof(EditorsSite))]
public sealed class OpenDocumentTests(EditorsSite site)
{
    [Fact]
    public async Task Somebody_elses_save_is_told_in_the_open_document_and_takes_no_typed_text()
    {
        var address = site.Address("park", "fintech-services-park");
        await using var writing = await site.Desk("chen", address);
        await using var reading = await site.Desk("wang", address);
        await using var idle = await site.Desk("smith", address);
        await idle.Field("tagline").WaitForAsync();
        await reading.Fill("summary", "还没有保存的摘要");
        await writing.Fill("tagline", "同事刚保存的一句话");
        Assert.Equal(200, (await writing.Save()).Status);

        // Nothing typed: the new version is simply there.
        await Assertions.Expect(idle.Field("tagline")).ToHaveValueAsync("同事刚保存的一句话");
        var notice = reading.Tab.Locator("parkbrand-saved-elsewhere");
        await Assertions.Expect(notice).ToContainTextAsync("陈静");
        await Assertions.Expect(notice).ToContainTextAsync("保存了这个文档");
        await reading.Picture("saved-elsewhere");
        Assert.Equal("还没有保存的摘要", await reading.Field("summary").InputValueAsync());
        Assert.NotEqual("同事刚保存的一句话", await reading.Field("tagline").InputValueAsync());

        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await reading.Picture("saved-elsewhere-load");
        await reading.Confirm();
        await Assertions.Expect(reading.Field("tagline")).ToHaveValueAsync("同事刚保存的一句话");
        await Assertions.Expect(reading.Field("summary")).Not.ToHaveValueAsync("还没有保存的摘要");
        await Assertions.Expect(notice).Not.ToContainTextAsync("陈静");
        await Assertions.Expect(writing.Tab.Locator("parkbrand-saved-elsewhere")).Not.ToContainTextAsync("保存了");
        writing.NothingWrong();
        reading.NothingWrong();
        idle.NothingWrong();
    }

    [Fact]
    public async Task A_park_operator_plans_a_publication_and_reads_for_when()
    {
        await using var desk = await site.Desk("li", EditorsSite.Address(site.OperatorsPark));
        await desk.Field("tagline").WaitForAsync();
        await Plan(desk, "2031-03-01T08:00");
        var answer = await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.EndsWith("/publish", StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
        Assert.Contains("简体中文：2031/03/01 08:00 发布", await desk.Said("positive"), StringComparison.Ordinal);
        await desk.Picture("planned");
        await desk.Tab.GotoAsync(EditorsSite.Address(site.OperatorsPark) + "/view/info");
        await Assertions.Expect(desk.Tab.Locator("umb-history-item").First).ToContainTextAsync("计划发布：简体中文 · 2031-03-01 08:00");
        await desk.Picture("planned-trail");
        desk.NothingWrong();
    }

    [Fact]
    public async Task What_cannot_be_published_is_told_when_it_is_planned()
    {
        var (id, chief) = (site.Document("topic", "second-development"), Actor.Site("test"));
        var draft = site.City.Get<ReadDrafts>().Read(chief, id).Value!.Content;
        draft.Cultures["zh-CN"].Values.Remove("standfirst");
        Assert.True((await site.City.Get<SaveDocument>().Execute(chief, new(id, draft), TestContext.Current.CancellationToken)).IsOk);
        await using var desk = await site.Desk("wang", EditorsSite.Address(id));
        desk.Expect(400, "/validate");
        desk.Expect(400, "/publish");
        await desk.Field("standfirst").WaitForAsync();
        await Plan(desk, "2031-03-01T08:00");
        await desk.Confirm();
        await desk.Said("danger");
        await Assertions.Expect(desk.Tab.Locator("[data-mark=\"property:standfirst\"]")).ToContainTextAsync("必填");
        await desk.Picture("plan-refused");
        Assert.Null(site.City.Get<OpenDocument>().Draft(chief, id).Value!.Variants[0].PublishAt);
    }

    [Fact]
    public async Task Versions_are_compared_by_names_and_readable_values()
    {
        var (id, chief, cancel) = (site.Document("park", "food-tech-park"), Actor.Site("test"), TestContext.Current.CancellationToken);
        var draft = site.City.Get<ReadDrafts>().Read(chief, id).Value!.Content;
        draft.Invariant["status"] = "building";
        Assert.True((await site.City.Get<SaveDocument>().Execute(chief, new(id, draft), cancel)).IsOk);
        await using var desk = await site.Desk("chen", EditorsSite.Address(id) + "/view/info");
        await desk.Tab.Locator("umb-history-item").First.WaitForAsync();
        await desk.Tab.Locator("[data-mark=\"audit-log-action:Umb.AuditLogAction.Document.Rollback\"]").ClickAsync();
        await desk.Dialog.Locator(".rollback-item").First.ClickAsync();
        await Assertions.Expect(desk.Dialog.Locator(".rollback-item").First).ToContainTextAsync("系统");
        await desk.Dialog.Locator("uui-toggle").First.ClickAsync();
        await Assertions.Expect(desk.Dialog.Locator("#box-right .diff-removed").First).ToHaveTextAsync("建设中");
        await Assertions.Expect(desk.Dialog.Locator("#box-right")).ToContainTextAsync("状态");
        await desk.Picture("rollback-words");
        Assert.DoesNotContain("\"", await desk.Dialog.Locator("#box-right").InnerTextAsync(), StringComparison.Ordinal);
        desk.NothingWrong();
    }

    [Fact]
    public async Task Who_may_not_save_previews_what_is_saved()
    {
        await using var desk = await site.Desk("sun", site.Address("feature", "thursday-six-of-forty-two"));
        await desk.Tab.Locator("[data-mark=\"property:standfirst\"]").WaitForAsync();
        var changes = new List<string>();
        desk.Tab.Request += (_, r) =>
        {
            if (r.Method is "PUT" && r.Url.Contains("/document/", StringComparison.Ordinal))
                changes.Add(r.Url);
        };
        var preview = await desk.Tab.Context.RunAndWaitForPageAsync(() => desk.Press("SaveAndPreview"));
        await preview.FrameLocator("iframe").Locator("h1").First.WaitForAsync();
        Assert.Empty(changes);
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_figure_is_called_by_its_park_field_and_number()
    {
        await using var desk = await site.Desk("zhou", site.Address("feature", "spare-power-six-parks"));
        var block = desk.Tab.Locator("[data-mark=\"property:body\"] umb-block-list-entry").Nth(1);
        await Assertions.Expect(block.Locator("ufm-parkbrand-figure")).ToHaveTextAsync(new Regex("^储能材料产业园 · 剩余用电容量 · [0-9]+ kVA$"));
        await block.ScrollIntoViewIfNeededAsync();
        await desk.Picture("figure-label");
        await block.Locator("a[href*=edit]").First.ClickAsync();
        await desk.Dialog.Locator("parkbrand-live-figure").WaitForAsync();
        await desk.Picture("figure-heading");
        desk.NothingWrong();
    }

    [Fact]
    public async Task Folders_stand_in_the_path_of_a_picture_without_brackets()
    {
        await using var desk = await site.Desk("wang", "/umbraco/section/media");
        await desk.Tab.Locator("uui-card-media").First.WaitForAsync();
        await desk.Tab.Locator("uui-card-media #open-part").First.ClickAsync();
        await desk.Tab.Locator("umb-workspace-footer").WaitForAsync();
        await desk.Tab.Locator("uui-card-media #open-part").First.ClickAsync();
        var path = desk.Tab.Locator("umb-workspace-variant-menu-breadcrumb uui-breadcrumb-item");
        await Assertions.Expect(path).ToHaveCountAsync(3);
        await desk.Picture("media-path");
        Assert.DoesNotContain("(", string.Concat(await path.AllInnerTextsAsync()), StringComparison.Ordinal);
        desk.NothingWrong();
    }

    private static async Task Plan(Desk desk, string publishAt)
    {
        await desk.Tab.Locator("umb-workspace-action-menu #popover-trigger").Last.ClickAsync();
        await desk.Tab.Locator("umb-workspace-action-menu-item uui-menu-item").First.ClickAsync();
        var from = desk.Dialog.Locator("input[type=datetime-local]").First;
        await from.FillAsync(publishAt);
        await from.DispatchEventAsync("change");
    }
}
