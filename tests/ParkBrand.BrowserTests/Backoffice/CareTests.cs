using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Who may do what, and how what was done is taken back.</summary>
[Collection(nameof(EditorsSite))]
public sealed class CareTests(EditorsSite site)
{
    private const string Hall = "/parks/nev-park/spaces/pilot-hall-2";

    [Fact]
    public async Task An_operator_sees_and_publishes_only_the_own_park()
    {
        await using var desk = await site.Desk("li", site.Address("space", "b6-1f-west"));
        await desk.Fill("floor", "一层西侧改");
        await desk.SaveAndPublish();
        await desk.Said("positive");
        Assert.Contains("一层西侧改", await desk.Public("/parks/nev-park/spaces/b6-1f-west"), StringComparison.Ordinal);
        await desk.InTree("新能源汽车产业园").WaitForAsync();
        await desk.Picture("operator");
        Assert.Equal(0, await desk.InTree("光电显示产业园").CountAsync());
        Assert.Equal(0, await desk.InTree("故事").CountAsync());

        desk.Expect(404, "/management/api/v1/");
        desk.Expect(403, "/management/api/v1/");
        await desk.Tab.GotoAsync(site.Address("park", "display-park"));
        await desk.Tab.Locator("umb-entity-detail-not-found, umb-entity-detail-forbidden, umb-route-not-found").First.WaitForAsync();
        await desk.Picture("operator-elsewhere");
        Assert.Equal(0, await desk.Field("tagline").CountAsync());
        desk.NothingWrong();
    }

    [Fact]
    public async Task What_is_withdrawn_or_thrown_away_comes_back()
    {
        var id = site.Document("space", "pilot-hall-2");
        await using var desk = await site.Desk("chen", EditorsSite.Address(id));
        await desk.Field("floor").WaitForAsync();
        await desk.Choose("Document.Unpublish");
        await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.EndsWith("/unpublish", StringComparison.Ordinal));
        Assert.NotEqual(200, (await desk.Tab.APIRequest.GetAsync(Hall)).Status);

        // The tree may ask once more about what was just thrown away.
        desk.Expect(404, "/tree/document/siblings");
        await desk.Choose("RecycleBin.Trash");
        var trashed = await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.EndsWith("/move-to-recycle-bin", StringComparison.Ordinal));
        Assert.Equal(200, trashed.Status);
        await desk.Tab.GotoAsync(EditorsSite.Address(id));
        await desk.Tab.Locator("[data-mark=\"workspace:action-menu-button\"]").First.WaitForAsync();
        await desk.Picture("bin");
        await desk.Choose("RecycleBin.Restore");
        await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.EndsWith("/restore", StringComparison.Ordinal));
        await desk.Tab.GotoAsync(EditorsSite.Address(id));
        await desk.Field("floor").WaitForAsync();
        await desk.SaveAndPublish();
        Assert.Equal(200, (await desk.Tab.APIRequest.GetAsync(Hall)).Status);
        desk.NothingWrong();
    }

    [Fact]
    public async Task An_older_version_is_brought_back()
    {
        var address = site.Address("park", "display-park");
        await using var desk = await site.Desk("chen", address);
        var before = await desk.Field("tagline").InputValueAsync();
        await desk.Fill("tagline", "写错了的一句话");
        Assert.Equal(200, (await desk.Save()).Status);
        await desk.Tab.GotoAsync(address + "/view/info");
        var rollback = desk.Tab.Locator("[data-mark=\"audit-log-action:Umb.AuditLogAction.Document.Rollback\"]");
        await rollback.WaitForAsync();
        // The button is there before the document that it is about.
        await desk.Settled();
        await rollback.ClickAsync();
        await desk.Dialog.Locator(".rollback-item").First.ClickAsync();
        var cells = desk.Dialog.Locator("uui-table-cell");
        await cells.First.WaitForAsync();
        await desk.Picture("rollback");
        var shown = await cells.AllInnerTextsAsync();
        Assert.Contains("一园一品", shown);
        Assert.DoesNotContain(shown, t => t.Contains('{', StringComparison.Ordinal));
        await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.Contains("/rollback", StringComparison.Ordinal));
        await desk.Tab.GotoAsync(address);
        await Assertions.Expect(desk.Field("tagline")).ToHaveValueAsync(before);
        desk.NothingWrong();
    }
}
