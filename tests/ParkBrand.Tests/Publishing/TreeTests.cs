using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.Publishing;

/// <summary>Moving, sorting and the recycle bin.</summary>
public sealed class TreeTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_moved_space_takes_the_address_of_its_new_park_and_the_old_one_leads_there()
    {
        var from = await site.Live("park", null, Some.Park(), "from");
        var to = await site.Live("park", null, Some.Park(), "to");
        var space = await site.Live("space", from, Some.Space(), "hall");
        Assert.True((await site.Move(space, to)).Value);
        Assert.Equal("/parks/to/spaces/hall", site.Now.Find(space)!.Path);
        Assert.Equal((PathState.Moved, space), (site.Now.Resolve("/parks/from/spaces/hall").State, site.Now.Resolve("/parks/from/spaces/hall").Document!.Id));
        Assert.Empty(site.Now.ChildrenOf(from));
        Assert.Equal([space], site.Now.ChildrenOf(to).Select(d => d.Id));
        Assert.False((await site.Move(space, to)).Value);
    }

    [Fact]
    public async Task A_space_moved_below_an_unpublished_park_leaves_and_comes_with_its_right_address()
    {
        var from = await site.Live("park", null, Some.Park(), "from");
        var to = await site.Create("park", null, Some.Park(), "to");
        var space = await site.Live("space", from, Some.Space(), "hall");
        await site.Move(space, to);
        Assert.Null(site.Now.Find(space));
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/from/spaces/hall").State);
        await site.Publish(to);
        Assert.Equal("/parks/to/spaces/hall", site.Now.Find(space)?.Path);
        Assert.Equal(PathState.Moved, site.Now.Resolve("/parks/from/spaces/hall").State);
    }

    [Fact]
    public async Task A_park_moved_with_its_spaces_keeps_them()
    {
        var list = await site.Live("list", null, Some.Content("{}", "园区"), "list");
        var hidden = await site.Create("list", null, Some.Content("{}", "草稿"), "hidden");
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space(), "hall");
        await site.Move(park, hidden);
        Assert.Null(site.Now.Find(park));
        Assert.Null(site.Now.Find(space));
        await site.Move(park, list);
        Assert.Equal("/parks/p/spaces/hall", site.Now.Find(space)!.Path);
        Assert.Equal([park], site.Now.ChildrenOf(list).Select(d => d.Id));
    }

    [Fact]
    public async Task A_document_cannot_be_moved_below_itself()
    {
        var top = await site.Create("everything", null, Some.Everything("{}"));
        var middle = await site.Create("everything", top, Some.Everything("{}"));
        var leaf = await site.Create("everything", middle, Some.Everything("{}"));
        foreach (var target in new[] { top, middle, leaf })
            Assert.Contains("below itself", (await site.Move(top, target)).Message, StringComparison.Ordinal);
        Assert.True((await site.Move(leaf, null)).IsOk);
    }

    [Fact]
    public async Task A_document_moves_only_where_its_type_may_stand_and_its_address_is_free()
    {
        var a = await site.Create("park", null, Some.Park(), "a");
        var b = await site.Create("park", null, Some.Park(), "b");
        var space = await site.Create("space", a, Some.Space(), "hall");
        await site.Create("space", b, Some.Space(), "hall");
        var before = site.Everything();
        Assert.Contains("cannot stand below a park", (await site.Move(a, b)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot stand at the root", (await site.Move(space, null)).Message, StringComparison.Ordinal);
        Assert.Equal("slug", Assert.Single((await site.Move(space, b)).Problems).Path);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Move(space, Guid.NewGuid())).Status);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task Sorting_changes_the_public_order_and_the_unnamed_stay_behind()
    {
        var park = await site.Live("park", null, Some.Park());
        var spaces = new List<Guid>();
        for (var i = 0; i < 4; i++)
            spaces.Add(await site.Live("space", park, Some.Space(), $"s{i}"));
        Assert.Equal(spaces, site.Now.ChildrenOf(park).Select(d => d.Id));
        await site.Sort(park, spaces[3], spaces[1]);
        Assert.Equal([spaces[3], spaces[1], spaces[0], spaces[2]], site.Now.ChildrenOf(park).Select(d => d.Id));
        Assert.Equal([spaces[3], spaces[1], spaces[0], spaces[2]], site.Now.OfType("space").Select(d => d.Id));
        Assert.Equal(OutcomeStatus.Invalid, (await site.Sort(park, park)).Status);
    }

    [Fact]
    public async Task Types_with_a_date_to_order_by_come_newest_first()
    {
        var old = await site.Live("feature", null, Some.Feature("2025-01-01"), "old");
        var undated = await site.Live("feature", null, Some.Feature(), "undated");
        var fresh = await site.Live("feature", null, Some.Feature("2026-01-01"), "fresh");
        Assert.Equal([fresh, old, undated], site.Now.OfType("feature").Select(d => d.Id));
    }

    [Fact]
    public async Task The_bin_takes_everything_below_and_gives_it_back_as_drafts()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space(), "hall");
        await site.Trash(park);
        Assert.Null(site.Now.Find(park));
        Assert.Null(site.Now.Find(space));
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/p/spaces/hall").State);
        Assert.Equal(OutcomeStatus.NotFound, (await site.TryPublish(space)).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await site.Restore(space)).Status);
        Assert.True((await site.Restore(park)).IsOk);
        Assert.Equal(0, site.Now.Count);
        await site.Publish(park);
        Assert.Null(site.Now.Find(space));
        await site.Publish(space);
        Assert.Equal("/parks/p/spaces/hall", site.Now.Find(space)!.Path);
    }

    [Fact]
    public async Task What_was_thrown_away_before_its_parent_waits_for_it()
    {
        var park = await site.Create("park", null, Some.Park());
        var space = await site.Create("space", park, Some.Space());
        await site.Trash(space);
        await site.Trash(park);
        Assert.Contains("restore the parent first", (await site.Restore(space)).Message, StringComparison.Ordinal);
        await site.Restore(park);
        Assert.True(site.Scalar<bool>("SELECT trashed_at IS NOT NULL FROM document WHERE id = @space", new { space }));
        Assert.True((await site.Restore(space)).IsOk);
    }

    [Fact]
    public async Task A_restored_space_has_the_address_its_park_has_now()
    {
        var park = await site.Create("park", null, Some.Park(), "old");
        var space = await site.Create("space", park, Some.Space(), "hall");
        await site.Trash(space);
        await site.Save(park, Some.Park(), slug: "new");
        await site.Restore(space);
        Assert.Equal("/parks/new/spaces/hall", site.Scalar<string>("SELECT path FROM document WHERE id = @space", new { space }));
    }

    [Fact]
    public async Task A_restore_is_refused_when_an_address_below_was_taken_in_the_meantime()
    {
        var park = await site.Create("park", null, Some.Park(), "p");
        await site.Create("feature", park, Some.Feature(), "story");
        await site.Trash(park);
        await site.Create("feature", null, Some.Feature(), "story");
        var before = site.Everything();
        var refused = await site.Restore(park);
        Assert.Equal(OutcomeStatus.Invalid, refused.Status);
        Assert.Contains("/features/story", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task Only_what_is_in_the_bin_can_be_deleted_for_good_and_then_everything_below_is_gone()
    {
        var park = await site.Live("park", null, Some.Park(), "a");
        await site.Live("space", park, Some.Space());
        await site.Save(park, Some.Park(), slug: "b");
        await site.Publish(park);
        var kept = await site.Create("park", null, Some.Park(), "kept");
        Assert.Equal(OutcomeStatus.NotFound, (await site.Delete(park)).Status);
        await site.Trash(park);
        Assert.True((await site.Delete(park)).IsOk);
        Assert.Equal([kept], site.Query<Guid>("SELECT id FROM document"));
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM version"));
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM redirect"));
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM audit WHERE action = 'delete' AND document_id = @park", new { park }));
        Assert.Equal(OutcomeStatus.NotFound, (await site.Restore(park)).Status);
    }
}
