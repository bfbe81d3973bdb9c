using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>All screens of the client: no word of another language, nothing that fails, and a picture of each to look at.</summary>
[Collection(nameof(EditorsSite))]
public sealed class WalkTests(EditorsSite site, ITestOutputHelper output)
{
    private const string Editor = "umb-document-workspace-editor", Content = "/umbraco/section/content", Media = "/umbraco/section/media";

    [Fact]
    public async Task Every_screen_speaks_Chinese()
    {
        var park = site.Address("park", "advanced-computing-park");
        var story = EditorsSite.Address(site.City.City.OfType("feature").First().Id);
        await using var desk = await site.Desk("chen", Content);
        // The other language's names of what the editor opens in both.
        var walk = new Walk(desk, new Latin([.. site.People, .. EditorsSite.Pictures, .. Names("park", "industry", "district")]), "zh");
        var tab = desk.Tab;
        desk.Expect(404, "/00000000-0000-0000-0000-000000000001");
        desk.Expect(404, "descendantId=00000000-0000-0000-0000-000000000001");

        await walk.Screen("content", () => Task.CompletedTask, "parkbrand-welcome, uui-box");
        await walk.Dialog("create-at-root", () => tab.Locator("[data-mark=\"entity-action:Umb.EntityAction.Document.Create\"]").First.ClickAsync());
        await walk.Dialog("search", async () =>
        {
            await walk.Leave();
            await tab.Locator("umb-search-header-app uui-button").ClickAsync();
            await tab.Locator("umb-search-modal input").FillAsync("新能源");
        }, "umb-search-modal a");
        await Documents(walk, desk, park);
        await Story(walk, desk, story);
        await Library(walk, desk);
        await People(walk, desk);
        await Elsewhere(walk, desk);
        output.WriteLine($"{walk.Screens} screens");
        walk.NothingFound();
        desk.NothingWrong();
    }

    [Fact]
    public async Task The_client_speaks_English_to_whom_it_should()
    {
        await using var desk = await site.Desk("smith", Content);
        var (tab, walk) = (desk.Tab, new Walk(desk, new Latin([.. site.People, .. EditorsSite.Pictures, .. site.City.City.Schema.DocumentTypes.Keys.SelectMany(t => site.City.City.OfType(t)).Select(d => d.In(0, site.City.City.Schema)?.Name ?? "")]), "en", chinese: false));
        var park = site.Address("park", "advanced-computing-park").Replace("/zh-CN", "/en-US", StringComparison.Ordinal);
        await walk.Screen("content", () => Task.CompletedTask, "parkbrand-welcome, uui-box");
        await walk.Screen("users", () => walk.Go("/umbraco/section/users"), "parkbrand-users uui-table-row");
        await walk.Dialog("invite", () => tab.Locator("parkbrand-users uui-button[look=primary]").ClickAsync(), "parkbrand-user-modal uui-checkbox");
        await walk.Screen("park-info", () => walk.Go(park + "/view/info"), "umb-history-item");
        await walk.Dialog("rollback", () => desk.Choose("Document.Rollback"));
        await walk.Dialog("me", async () =>
        {
            await walk.Leave();
            await tab.Locator("umb-current-user-header-app uui-button").ClickAsync();
        }, "umb-current-user-modal");
        await walk.Screen("media-bin", () => walk.Go(Media + "/workspace/media-recycle-bin-root"), "umb-recycle-bin-root-workspace, umb-workspace-editor");
        walk.NothingFound();
        desk.NothingWrong();
    }

    private static async Task Documents(Walk walk, Desk desk, string park)
    {
        var tab = desk.Tab;
        await walk.Screen("park", () => walk.Go(park), "[data-mark=\"property:tagline\"]");
        await walk.Screen("languages", () => tab.Locator("[data-mark=\"input:entity-name\"] #toggle").First.ClickAsync(), "uui-popover-container >> text=English");
        await tab.Keyboard.PressAsync("Escape");
        for (var i = 1; i < 6; i++)
        {
            var at = i;
            await walk.Screen($"park-tab-{at}", () => tab.Locator("[data-mark^=\"content-tab:\"]").Nth(at).ClickAsync(), "umb-content-workspace-view-edit-tab umb-property");
        }

        foreach (var action in new[] { "Document.Create", "RecycleBin.Trash", "Document.MoveTo", "Document.DuplicateTo", "Document.Publish", "Document.Unpublish", "Document.Rollback", "SortChildrenOf" })
            await walk.Dialog("park-" + action, async () =>
            {
                await walk.Leave();
                await desk.Choose(action);
            });
        await walk.Leave();
        foreach (var (name, nth) in new[] { ("schedule", 0), ("publish-below", 1), ("withdraw", 2) })
            await walk.Dialog(name, async () =>
            {
                await walk.Leave();
                await tab.Locator("umb-workspace-action-menu #popover-trigger").Last.ClickAsync();
                await tab.Locator("umb-workspace-action-menu-item uui-menu-item").Nth(nth).ClickAsync();
            });
        await walk.Screen("park-info", () => walk.Go(park + "/view/info"), "umb-history-item");
        await walk.Screen("split", () => walk.Go(park.Replace("/zh-CN", "/zh-CN_&_en-US", StringComparison.Ordinal)), "umb-workspace-split-view >> nth=1");
        await walk.Screen("park-bin", () => walk.Go(Content + "/workspace/document-recycle-bin-root"), "umb-recycle-bin-root-workspace, umb-workspace-editor");
    }

    private static async Task Story(Walk walk, Desk desk, string story)
    {
        var tab = desk.Tab;
        var blocks = tab.Locator("[data-mark=\"property:body\"] umb-block-list-entry");
        await walk.Screen("story", () => walk.Go(story), "[data-mark=\"property:body\"] umb-block-list-entry");
        for (var i = 0; i < 5; i++)
        {
            var at = i;
            await walk.Dialog($"block-{at}", async () =>
            {
                await walk.Leave();
                // A dialog that is still going takes the next one with it.
                await Task.Delay(400);
                await tab.Locator("[data-mark=\"property:body\"] uui-button[look=placeholder]").First.ClickAsync();
                await tab.Locator("umb-block-catalogue-modal uui-card-block-type").First.WaitForAsync();
                if (at == 0)
                    await walk.Dialog("catalogue", () => Task.CompletedTask);
                await tab.Locator("umb-block-catalogue-modal uui-card-block-type").Nth(at).ClickAsync();
            }, "umb-property");
            var editor = tab.Locator("umb-block-workspace-editor");
            if (await editor.Locator("umb-property-editor-ui-media-picker").CountAsync() > 0 && at < 3)
            {
                await walk.Dialog("media-picker", () => editor.Locator("uui-button[look=placeholder]").First.ClickAsync(), "umb-media-picker-modal uui-card-media");
                // A folder, whose pictures are listed.
                await walk.Dialog("media-picker-folder", () => tab.Locator("umb-media-picker-modal uui-card-media").First.DblClickAsync(), "umb-media-picker-modal uui-card-media");
            }
            else if (await editor.Locator("umb-input-document").CountAsync() > 0 && at < 4)
                await walk.Dialog("document-picker", () => editor.Locator("umb-input-document uui-button[look=placeholder]").First.ClickAsync(), "umb-tree-picker-modal uui-menu-item");
            else if (await editor.Locator("umb-input-tiptap").CountAsync() > 0 && at == 0)
            {
                await walk.Dialog("link", () => editor.Locator("umb-tiptap-toolbar uui-button:has(umb-icon[name=icon-link])").First.ClickAsync(), "umb-link-picker-modal uui-input");
                await tab.Keyboard.PressAsync("Escape");
                await walk.Screen("table", () => editor.Locator("umb-tiptap-toolbar uui-button[popovertarget]").Last.ClickAsync(), "umb-tiptap-table-insert");
                await tab.Keyboard.PressAsync("Escape");
            }
        }

        await walk.Leave();
        await walk.Screen("blocks", () => blocks.First.HoverAsync(), "umb-block-list-entry uui-action-bar");
    }

    private static async Task Library(Walk walk, Desk desk)
    {
        var tab = desk.Tab;
        await walk.Screen("media", () => walk.Go(Media), "uui-card-media");
        await walk.Dialog("media-create", () => tab.Locator("[data-mark=\"entity-action:Umb.EntityAction.Media.Create\"]").First.ClickAsync());
        await walk.Leave();
        await walk.Screen("media-chosen", async () =>
        {
            await tab.Locator("uui-card-media").First.HoverAsync();
            await tab.Locator("uui-card-media uui-checkbox").First.ClickAsync();
        }, "umb-collection-selection-actions uui-button");
        await walk.Dialog("media-move", () => tab.Locator("umb-collection-selection-actions uui-button").Nth(1).ClickAsync());
        await walk.Leave();
        await walk.Screen("media-views", () => tab.Locator("umb-collection-view-bundle uui-button").ClickAsync(), "umb-collection-view-bundle uui-menu-item");
        await walk.Screen("media-table", () => tab.Locator("umb-collection-view-bundle uui-menu-item").Last.ClickAsync(), "uui-table-row");
        await walk.Screen("media-folder", () => tab.Locator("umb-media-table-column-name uui-button, umb-media-table-column-name a").First.ClickAsync(), "umb-media-workspace-editor :is(uui-table-row, uui-card-media)");
        await walk.Screen("media-folder-info", () => walk.Go(new Uri(tab.Url).AbsolutePath.Split("/view/")[0] + "/view/info"), "umb-media-workspace-view-info");
        await walk.Screen("media-bin", () => walk.Go(Media + "/workspace/media-recycle-bin-root"), "umb-recycle-bin-root-workspace, umb-workspace-editor");
    }

    private static async Task People(Walk walk, Desk desk)
    {
        var tab = desk.Tab;
        await walk.Screen("users", () => walk.Go("/umbraco/section/users"), "parkbrand-users uui-table-row");
        await walk.Dialog("user", () => tab.Locator("parkbrand-users uui-table-row button").First.ClickAsync(), "parkbrand-user-modal uui-checkbox");
        await walk.Leave();
        await walk.Dialog("invite", () => tab.Locator("parkbrand-users uui-button[look=primary]").ClickAsync(), "parkbrand-user-modal uui-checkbox");
        await walk.Leave();
        await walk.Dialog("me", () => tab.Locator("umb-current-user-header-app uui-button").ClickAsync(), "umb-current-user-modal");
        await walk.Dialog("password", () => tab.Locator("umb-current-user-modal uui-button[label=更改密码]").First.ClickAsync(), "umb-change-password-modal");
        await tab.Keyboard.PressAsync("Escape");
        await walk.Dialog("two-factor", () => tab.Locator("umb-current-user-modal uui-button[label=设置两步验证]").First.ClickAsync(), "umb-current-user-mfa-modal");
        await walk.Dialog("two-factor-on", () => tab.Locator("umb-current-user-mfa-modal uui-button").First.ClickAsync(), "parkbrand-second-factor img");
        await walk.Leave();
    }

    private static async Task Elsewhere(Walk walk, Desk desk)
    {
        await walk.Screen("not-there", () => walk.Go(Content + "/workspace/document/edit/00000000-0000-0000-0000-000000000001"), "umb-entity-detail-not-found, umb-route-not-found");
        await walk.Screen("no-such-section", () => desk.Tab.GotoAsync("/umbraco/section/nowhere"), "umb-route-not-found");
    }

    private IEnumerable<string> Names(params string[] types) => types.SelectMany(t => site.City.City.OfType(t)).Select(d => d.In(1, site.City.City.Schema)?.Name ?? "");
}
