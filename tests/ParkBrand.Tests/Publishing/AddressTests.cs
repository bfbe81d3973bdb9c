using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.Publishing;

public sealed class AddressTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("New Energy Vehicle Park", "new-energy-vehicle-park")]
    [InlineData("  R&D + Café, No. 7! ", "r-d-caf-no-7")]
    [InlineData("a very long name that goes on and on and on and on until eighty characters are full and over", "a-very-long-name-that-goes-on-and-on-and-on-and-on-until-eighty-characters-are-f")]
    public async Task A_slug_is_taken_from_the_english_name(string name, string slug)
    {
        var id = await site.Create("park", null, Some.Park(en: name));
        Assert.Equal(slug, site.Scalar<string>("SELECT slug FROM document WHERE id = @id", new { id }));
    }

    [Fact]
    public async Task Without_an_english_name_the_slug_comes_from_the_id()
    {
        var id = await site.Create("park", null, Some.Park());
        Assert.Equal($"/parks/d-{id.ToString()[..8]}", site.Scalar<string>("SELECT path FROM document WHERE id = @id", new { id }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Park")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a/b")]
    [InlineData("园区")]
    [InlineData("a\n")]
    [InlineData("a-very-long-slug-that-goes-on-and-on-and-on-and-on-until-eighty-characters-are-fu")]
    public async Task A_slug_that_would_make_a_bad_address_is_refused(string slug)
    {
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("park", null, Some.Park(), slug)).Status);
        var id = await site.Create("park", null, Some.Park(), "good");
        Assert.Equal(OutcomeStatus.Invalid, (await site.Save(id, Some.Park(), slug: slug)).Status);
    }

    [Fact]
    public async Task Two_drafts_cannot_have_one_address_and_the_slug_is_named()
    {
        await site.Create("park", null, Some.Park("甲园"), "a");
        var other = await site.Create("park", null, Some.Park("乙园"), "b");
        foreach (var problems in new[] { (await site.TryCreate("park", null, Some.Park(), "a")).Problems, (await site.Save(other, Some.Park(), slug: "a")).Problems })
        {
            var problem = Assert.Single(problems);
            Assert.Equal("slug", problem.Path);
            Assert.Contains("/parks/a already belongs to “甲园”", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Different_types_cannot_share_an_address_and_the_same_slug_elsewhere_is_free()
    {
        await site.Create("list", null, Some.Content("{}", "栏目"), "news");
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("list", null, Some.Content("{}", "二"), "news")).Status);
        Assert.True((await site.TryCreate("park", null, Some.Park(), "news")).IsOk);
    }

    [Fact]
    public async Task A_public_address_is_taken_even_after_the_draft_has_left_it()
    {
        var id = await site.Live("park", null, Some.Park("甲园"), "old");
        await site.Save(id, Some.Park("甲园"), slug: "new");
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("park", null, Some.Park(), "old")).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("park", null, Some.Park(), "new")).Status);
        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/old").State);
    }

    [Fact]
    public async Task An_unpublished_document_keeps_its_address_and_a_trashed_one_loses_it()
    {
        var id = await site.Live("park", null, Some.Park(), "a");
        await site.Unpublish(id);
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("park", null, Some.Park(), "a")).Status);
        await site.Trash(id);
        Assert.True((await site.TryCreate("park", null, Some.Park("乙园"), "a")).IsOk);
        var restored = await site.Restore(id);
        Assert.Equal(OutcomeStatus.Invalid, restored.Status);
        Assert.Contains("乙园", restored.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_slug_moves_the_page_at_publication_and_the_old_address_leads_there()
    {
        var id = await site.Live("park", null, Some.Park(), "old");
        await site.Save(id, Some.Park(), slug: "new");
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/new").State);
        await site.Publish(id);
        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/new").State);
        var (state, moved) = site.Now.Resolve("/parks/old");
        Assert.Equal((PathState.Moved, "/parks/new"), (state, moved!.Path));
    }

    [Fact]
    public async Task A_parks_new_slug_moves_its_spaces_too()
    {
        var park = await site.Live("park", null, Some.Park(), "old");
        var space = await site.Live("space", park, Some.Space(), "hall");
        var draft = await site.Create("space", park, Some.Space(), "draft");
        await site.Save(park, Some.Park(), slug: "new");
        Assert.Equal("/parks/new/spaces/hall", site.Scalar<string>("SELECT path FROM document WHERE id = @space", new { space }));
        Assert.Equal("/parks/old/spaces/hall", site.Now.Find(space)!.Path);
        await site.Publish(park);
        Assert.Equal("/parks/new/spaces/hall", site.Now.Find(space)!.Path);
        var (state, moved) = site.Now.Resolve("/parks/old/spaces/hall");
        Assert.Equal((PathState.Moved, space), (state, moved!.Id));
        await site.Publish(draft);
        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/new/spaces/draft").State);
    }

    [Fact]
    public async Task A_space_with_an_unpublished_slug_keeps_its_public_one_when_its_park_moves()
    {
        var park = await site.Live("park", null, Some.Park(), "old");
        var space = await site.Live("space", park, Some.Space(), "hall");
        await site.Save(space, Some.Space(), slug: "room");
        await site.Save(park, Some.Park(), slug: "new");
        await site.Publish(park);
        Assert.Equal("/parks/new/spaces/hall", site.Now.Find(space)!.Path);
        await site.Publish(space);
        Assert.Equal(("/parks/new/spaces/room", PathState.Moved), (site.Now.Find(space)!.Path, site.Now.Resolve("/parks/old/spaces/hall").State));
    }

    [Fact]
    public async Task Redirects_lead_through_several_moves_and_back_again()
    {
        var id = await site.Live("park", null, Some.Park(), "a");
        foreach (var slug in new[] { "b", "c", "a" })
        {
            await site.Save(id, Some.Park(), slug: slug);
            await site.Publish(id);
        }

        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/a").State);
        Assert.Equal([PathState.Moved, PathState.Moved], new[] { "/parks/b", "/parks/c" }.Select(p => site.Now.Resolve(p).State));
    }

    [Fact]
    public async Task A_redirect_never_shadows_a_live_page_and_does_not_come_back_when_that_page_goes()
    {
        var first = await site.Live("park", null, Some.Park(), "a");
        await site.Save(first, Some.Park(), slug: "b");
        await site.Publish(first);
        var second = await site.Live("park", null, Some.Park(), "a");
        Assert.Equal((PathState.Live, second), (site.Now.Resolve("/parks/a").State, site.Now.Resolve("/parks/a").Document!.Id));
        Assert.DoesNotContain("/parks/a", site.Now.Redirects.ByPath.Keys);
        await site.Unpublish(second);
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/a").State);
        site.Snapshots.Load();
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/a").State);
    }

    [Fact]
    public async Task A_page_that_was_withdrawn_renamed_and_published_again_is_found_under_its_old_address()
    {
        var park = await site.Live("park", null, Some.Park(), "old");
        var space = await site.Live("space", park, Some.Space(), "hall");
        await site.Unpublish(park);
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/old").State);
        await site.Save(park, Some.Park(), slug: "new");
        await site.Publish(park);
        Assert.Equal("/parks/new", site.Now.Resolve("/parks/old").Document?.Path);
        Assert.Equal("/parks/new/spaces/hall", site.Now.Resolve("/parks/old/spaces/hall").Document?.Path);
        Assert.Equal("/parks/new/spaces/hall", site.Now.Find(space)!.Path);
    }

    [Fact]
    public async Task A_space_is_not_published_below_a_park_that_is_not()
    {
        var park = await site.Create("park", null, Some.Park(), "p");
        var space = await site.Create("space", park, Some.Space(), "hall");
        Assert.Contains("parent is not published", (await site.TryPublish(space)).Message, StringComparison.Ordinal);
        await site.Publish(park);
        await site.Publish(space);
        Assert.Equal(space, site.Now.Resolve("/parks/p/spaces/hall").Document!.Id);
    }
}
