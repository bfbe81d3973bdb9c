using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content.Changes;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task What_stands_below_an_unpublished_document_leaves_with_it_and_comes_back()
    {
        var list = await site.Live("list", null, Some.Content("{}", "园区"), "list");
        var park = await site.Live("park", list, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space(), "hall");
        await site.Unpublish(list);
        Assert.Equal(0, site.Now.Count);
        Assert.Equal(PathState.Unknown, site.Now.Resolve("/parks/p/spaces/hall").State);
        Assert.True((await site.Save(space, Some.Space(en: "Hall"))).IsOk);
        await site.Publish(list);
        Assert.Equal(3, site.Now.Count);
        Assert.Equal(space, site.Now.Resolve("/parks/p/spaces/hall").Document!.Id);
        Assert.Equal([space], site.Now.ChildrenOf(park).Select(d => d.Id));
    }

    [Fact]
    public async Task A_child_published_below_a_hidden_parent_waits_for_it()
    {
        var park = await site.Create("park", null, Some.Park());
        var feature = await site.Live("feature", park, Some.Feature(), "story");
        Assert.Null(site.Now.Find(feature));
        await site.Publish(park);
        Assert.Equal(PathState.Live, site.Now.Resolve("/features/story").State);
    }

    [Fact]
    public async Task Values_of_every_kind_are_read_as_what_they_are()
    {
        var sector = await site.Live("sector", null, Some.Sector());
        var park = await site.Live("park", null, Some.Park(), "p");
        var id = await site.Live("everything", null, Some.Everything($$"""
            { "text": "字", "integer": 7, "decimal": 1.5, "date": "2026-01-02", "toggle": true, "choice": "lab", "choices": ["gym"], "tags": ["a", "b"],
              "position": { "latitude": 31.4, "longitude": 120.9 }, "sector": "{{sector}}", "places": ["{{park}}"],
              "blocks": [{ "block": "quote", "text": "T", "who": "W" }, { "block": "card", "sector": "{{sector}}" }] }
            """, """{ "markdown": "# 题", "words": ["词"] }"""));
        var values = site.Now.Find(id)!.In(0, site.Schema)!.Values;
        Assert.Equal(("字", 7m, 1.5m, new DateOnly(2026, 1, 2), true, "lab"),
            (values.Text("text"), values.Number("integer"), values.Number("decimal"), values.Date("date"), values.Flag("toggle"), values.Text("choice")));
        Assert.Equal((["gym"], ["a", "b"]), (values.Texts("choices"), values.Texts("tags")), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        Assert.Equal(new GeoPosition(31.4m, 120.9m), values.Position("position"));
        Assert.Equal(sector, values.Reference("sector"));
        Assert.Equal([park], values.References("places"));
        Assert.Equal(["quote", "card"], values.Blocks("blocks").Select(b => b.Holder.Alias));
        Assert.Equal("W", values.Blocks("blocks")[0].Text("who"));
        Assert.Equal("# 题", values.Text("markdown"));
        Assert.Null(values.Text("code"));
        Assert.Empty(values.Blocks("body"));
        Assert.Throws<ArgumentException>(() => values.Text("ghost"));
    }

    [Fact]
    public async Task A_schema_that_gave_a_property_another_kind_or_dropped_it_does_not_stop_the_start()
    {
        var sector = await site.Live("sector", null, Some.Sector());
        var id = await site.Live("everything", null, Some.Everything($$"""
            { "text": "字", "decimal": 7, "date": "2026-01-02", "toggle": true, "tags": ["a"], "sector": "{{sector}}", "position": { "latitude": 31, "longitude": 120 },
              "blocks": [{ "block": "quote", "text": "T", "who": "W" }, { "text": "x" }] }
            """, """{ "words": ["词"] }"""));
        var changed = TestSchema.Json;
        foreach (var (alias, from, to) in new[]
        {
            ("text", "text", "date"), ("decimal", "decimal", "text"), ("date", "date", "sectorPicker"), ("toggle", "toggle", "tags"), ("tags", "tags", "article"),
            ("sector", "sectorPicker", "position"), ("position", "position", "decimal"), ("words", "tags", "placesPicker"),
        })
            changed = changed.Replace($"\"alias\": \"{alias}\", \"name\": {Name(alias)}, \"dataType\": \"{from}\"", $"\"alias\": \"{alias}\", \"name\": {Name(alias)}, \"dataType\": \"{to}\"", StringComparison.Ordinal);
        changed = changed.Replace("\"quote\"", "\"saying\"", StringComparison.Ordinal);
        Assert.NotEqual(TestSchema.Json, changed);

        using var later = site.Another(SchemaReader.Read(changed));
        var values = later.Now.Find(id)!.In(0, later.Schema)!.Values;
        foreach (var alias in new[] { "text", "decimal", "date", "sector", "position" })
            Assert.Null(values.Find(alias));
        Assert.Empty(values.Texts("toggle"));
        Assert.Empty(values.Blocks("tags"));
        Assert.Empty(values.References("words"));
        Assert.Equal("x", Assert.Single(values.Blocks("blocks")).Text("text"));
    }

    [Fact]
    public async Task A_document_of_a_type_that_the_schema_dropped_is_hidden_and_can_only_be_thrown_away()
    {
        var id = await site.Live("everything", null, Some.Everything("{}"));
        using var later = site.Another(SchemaReader.Read(TestSchema.Json.Replace("\"everything\"", "\"anything\"", StringComparison.Ordinal)));
        Assert.Null(later.Now.Find(id));
        Assert.Equal(Content.Publishing.OutcomeStatus.Invalid, (await later.TryPublish(id)).Status);
        Assert.Equal(Content.Publishing.OutcomeStatus.Invalid, (await later.Save(id, Some.Everything("{}"))).Status);
        Assert.True((await later.Trash(id)).IsOk);
        Assert.True((await later.Delete(id)).IsOk);
    }

    [Fact]
    public async Task A_second_engine_on_the_same_file_sees_a_publication_after_it_caught_up()
    {
        using var follower = site.Another();
        var park = await site.Live("park", null, Some.Park(), "old");
        Assert.Null(follower.Now.Find(park));
        Assert.True(follower.Snapshots.CatchUp() > 0);
        Assert.Equal("/parks/old", follower.Now.Find(park)!.Path);
        Assert.Equal(0, follower.Snapshots.CatchUp());

        await site.Save(park, Some.Park(), slug: "new");
        await site.Publish(park);
        follower.Snapshots.CatchUp();
        Assert.Equal(PathState.Moved, follower.Now.Resolve("/parks/old").State);
        Assert.Equal(site.Now.Seq, follower.Now.Seq);
    }

    [Fact]
    public async Task The_change_follower_catches_up_by_itself()
    {
        using var follower = site.Another();
        using var service = new ChangeFollower(follower.Snapshots, follower.Get<Database>(), NullLogger<ChangeFollower>.Instance);
        await service.StartAsync(TestContext.Current.CancellationToken);
        var park = await site.Live("park", null, Some.Park());
        for (var i = 0; i < 200 && follower.Now.Find(park) is null; i++)
        {
            site.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.NotNull(follower.Now.Find(park));
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Drafts_and_refused_operations_leave_the_public_picture_alone()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var before = site.Now;
        await site.Save(park, Some.Park(area: 9));
        await site.TryPublish(park, ["en-US"]);
        await site.TryCreate("space", park, Some.Content("{}"));
        Assert.Same(before, site.Now);
    }

    private static string Name(string alias)
    {
        var at = TestSchema.Json.IndexOf("\"alias\": \"everything\", \"name\"", StringComparison.Ordinal);
        var from = TestSchema.Json.IndexOf("\"name\": ", TestSchema.Json.IndexOf($"\"alias\": \"{alias}\"", at, StringComparison.Ordinal), StringComparison.Ordinal) + 8;
        return TestSchema.Json[from..(TestSchema.Json.IndexOf('}', from) + 1)];
    }
}
