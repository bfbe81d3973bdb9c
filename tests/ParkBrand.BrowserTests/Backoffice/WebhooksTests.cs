using Microsoft.Playwright;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>A webhook from the list to its log, in the package's workspace and our view of it.</summary>
[Collection(nameof(EditorsSite))]
public sealed class WebhooksTests(EditorsSite site)
{
    [Fact]
    public async Task An_administrator_makes_one_sees_its_secret_once_and_what_became_of_a_delivery()
    {
        await using var desk = await site.Desk("chen", "/umbraco/section/settings/workspace/webhook-root");
        await desk.Tab.Locator("umb-collection-default, umb-webhook-table-collection-view, umb-collection-toolbar").First.WaitForAsync();
        await desk.Picture("webhooks");
        await desk.Tab.GotoAsync("/umbraco/section/settings/workspace/webhook/create");
        // The client puts the cursor into the name a moment after the form has opened.
        await desk.Tab.Locator("#name input").First.FillAsync("城市数据平台");
        await Assertions.Expect(desk.Tab.Locator("#name input").First).ToBeFocusedAsync();
        await desk.Tab.Locator("umb-webhook-details-workspace-view uui-input input").First.FillAsync("http://127.0.0.1:1/in");
        await desk.Tab.Locator("umb-input-webhook-events uui-button#btn-add").ClickAsync();
        await desk.Dialog.Locator("uui-menu-item[label=内容已发布]").ClickAsync();
        await desk.Confirm();
        await desk.Tab.Keyboard.PressAsync("Tab");
        await desk.Picture("webhooks-new");
        await desk.Tab.RunAndWaitForResponseAsync(() => desk.Tab.Locator("[data-mark=\"workspace-action:Umb.WorkspaceAction.Webhook.Save\"]").ClickAsync(),
            r => r.Request.Method == "POST" && r.Url.EndsWith("/webhook", StringComparison.Ordinal) && r.Status == 201);

        var park = site.City.Get<SnapshotSource>().Current.OfType("park").First();
        Assert.True((await site.City.Get<PublishDocument>().Execute(Actor.Site("test"), new PublishDocument.Command(park.Id, ["zh-CN"]), TestContext.Current.CancellationToken)).IsOk);
        await desk.Tab.WaitForURLAsync("**/workspace/webhook/edit/**");
        await desk.Tab.Locator("[data-mark=\"workspace:view-link:ParkBrand.WorkspaceView.Webhook.Log\"]").ClickAsync();
        var log = desk.Tab.Locator("parkbrand-webhook-log");
        await log.Locator("uui-button[label=生成新密钥]").ClickAsync();
        Assert.StartsWith("whsec_", await log.Locator("input").InputValueAsync(), StringComparison.Ordinal);
        for (var i = 0; i < 20 && !(await log.InnerTextAsync()).Contains("无法连接", StringComparison.Ordinal); i++)
        {
            await log.Locator("uui-button[label=刷新]").ClickAsync();
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        await Assertions.Expect(log.Locator("uui-table-row")).ToContainTextAsync(park.Path!);
        await Assertions.Expect(log.Locator("uui-table-row")).ToContainTextAsync("无法连接");
        await desk.Picture("webhooks-log");
        desk.NothingWrong();

        await using var other = await site.Desk("zhou", "/umbraco/section/content");
        await other.Tab.Locator("[data-mark=\"section-link:Umb.Section.Content\"]").WaitForAsync();
        Assert.Equal(0, await other.Tab.Locator("[data-mark=\"section-link:Umb.Section.Settings\"]").CountAsync());
    }
}
