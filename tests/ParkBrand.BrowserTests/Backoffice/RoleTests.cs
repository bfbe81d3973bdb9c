using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Those who do not write: what they may do works, what they may not is not offered, and the server refuses it.</summary>
[Collection(nameof(EditorsSite))]
public sealed class RoleTests(EditorsSite site)
{
    // A preview saves nothing; whoever may read may look at it.
    private const string Saving = "[data-mark^=\"workspace-action:Umb.WorkspaceAction.Document.\"]:not([data-mark$=SaveAndPreview])";

    private string Story => site.Address("feature", "reducer-twelve-minutes");
    private string Park => site.Address("park", "advanced-computing-park");

    [Fact]
    public async Task A_reviewer_publishes_stories_and_leaves_parks_alone()
    {
        await using var desk = await site.Desk("sun", Story);
        await desk.Field("standfirst").WaitForAsync();
        await desk.Picture("reviewer");
        Assert.Equal(["Publish", "Unpublish"], await Offered(desk));
        Assert.Equal(0, await desk.Tab.Locator(Saving).CountAsync());
        await desk.Choose("Document.Publish");
        var published = await desk.Tab.RunAndWaitForResponseAsync(() => desk.Confirm(), r => r.Url.EndsWith("/publish", StringComparison.Ordinal));
        Assert.Equal(200, published.Status);

        await desk.Tab.GotoAsync(Park);
        await desk.Field("tagline").WaitForAsync();
        Assert.Empty(await Offered(desk));
        desk.Expect(403, "/publish");
        Assert.Equal(403, await Put(desk, site.Document("park", "advanced-computing-park"), "/publish"));
        await OnlyLooksAtMedia(desk);
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_proofreader_mends_a_story_and_does_not_publish_it()
    {
        await using var desk = await site.Desk("zhao", Story);
        await desk.Fill("standfirst", "校对改过的导语。");
        Assert.Equal(200, (await desk.Save()).Status);
        await desk.Picture("proofreader");
        Assert.Empty(await Offered(desk));
        Assert.DoesNotContain("校对改过的导语", await desk.Public("/features/reducer-twelve-minutes"), StringComparison.Ordinal);
        desk.Expect(403, "/publish");
        Assert.Equal(403, await Put(desk, site.Document("feature", "reducer-twelve-minutes"), "/publish"));

        await desk.Tab.GotoAsync(Park);
        await desk.Field("tagline").WaitForAsync();
        await Assertions.Expect(desk.Tab.Locator(Saving)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Field("tagline")).Not.ToBeEditableAsync();
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_reader_reads()
    {
        await using var desk = await site.Desk("wu", Story);
        await desk.Field("standfirst").WaitForAsync();
        await Assertions.Expect(desk.Field("standfirst")).Not.ToBeEditableAsync();
        await Assertions.Expect(desk.Tab.Locator(Saving)).ToHaveCountAsync(0);
        Assert.Empty(await Offered(desk));
        await desk.Picture("reader");
        Assert.Equal(0, await desk.Tab.Locator("[data-mark=\"entity-action:Umb.EntityAction.Document.Create\"]").CountAsync());
        desk.Expect(403, "/unpublish");
        Assert.Equal(403, await Put(desk, site.Document("feature", "reducer-twelve-minutes"), "/unpublish"));
        await OnlyLooksAtMedia(desk);
        desk.NothingWrong();
    }

    private static async Task OnlyLooksAtMedia(Desk desk)
    {
        await desk.Tab.GotoAsync("/umbraco/section/media");
        await desk.Tab.Locator("uui-card-media").First.WaitForAsync();
        Assert.Equal(0, await desk.Tab.Locator("[data-mark*=\".Media.Create\"], [data-mark*=\"Media.RecycleBin\"], umb-collection-create-action-button").CountAsync());
    }

    /// <summary>What changes something, behind the three dots.</summary>
    private static async Task<string[]> Offered(Desk desk)
    {
        var actions = desk.Tab.Locator("umb-workspace-entity-action-menu [data-mark^=\"entity-action:Umb.EntityAction.Document.\"]");
        await desk.Tab.Locator("[data-mark=\"workspace:action-menu-button\"] #dropdown-button").First.ClickAsync();
        await actions.First.WaitForAsync();
        // The rights in this document come a moment after the document.
        await desk.Settled();
        var names = await actions.EvaluateAllAsync<string[]>("all => all.map(a => a.dataset.mark.replace('entity-action:Umb.EntityAction.Document.', ''))").WaitAsync(TimeSpan.FromMilliseconds(Bounded.Patience));
        await desk.Tab.Keyboard.PressAsync("Escape");
        return [.. names.Where(n => !n.EndsWith("ReloadChildrenOf", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    // As the client itself would ask.
    private static Task<int> Put(Desk desk, Guid id, string what) => desk.Tab.EvaluateAsync<int>("""
        async ([id, what]) => (await fetch(`/umbraco/management/api/v1/document/${id}${what}`, { method: 'PUT', headers: { 'content-type': 'application/json' },
          body: JSON.stringify(what === '/publish' ? { publishSchedules: [{ culture: 'zh-CN', schedule: null }] } : { cultures: ['zh-CN'] }) })).status
        """, new object[] { id.ToString(), what }).WaitAsync(TimeSpan.FromMilliseconds(Bounded.Patience));
}
