using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Publishing;

public sealed class DraftTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_new_document_is_version_1_and_not_public()
    {
        var created = await site.TryCreate("park", null, Some.Park(), "nev-park");
        Assert.Equal(1, created.Value!.Version);
        Assert.Null(site.Now.Find(created.Value.Id));
        Assert.Equal(Content.Snapshots.PathState.Unknown, site.Now.Resolve("/parks/nev-park").State);
    }

    [Fact]
    public async Task A_document_needs_a_known_type_a_free_id_and_a_language()
    {
        var id = await site.Create("park", null, Some.Park());
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("ghost", null, Some.Park())).Status);
        Assert.Equal(OutcomeStatus.Conflict, (await site.TryCreate("park", null, Some.Park(), "other", id)).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await site.TryCreate("park", null, Some.Content("{}"), "other")).Status);
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM document"));
    }

    [Fact]
    public async Task Types_stand_only_where_the_schema_lets_them()
    {
        var park = await site.Create("park", null, Some.Park());
        var space = await site.Create("space", park, Some.Space());
        Assert.Contains("cannot stand at the root", (await site.TryCreate("space", null, Some.Space())).Message, StringComparison.Ordinal);
        Assert.Contains("cannot stand below a park", (await site.TryCreate("park", park, Some.Park())).Message, StringComparison.Ordinal);
        Assert.Contains("cannot stand below a space", (await site.TryCreate("space", space, Some.Space())).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeStatus.NotFound, (await site.TryCreate("space", Guid.NewGuid(), Some.Space())).Status);
    }

    [Fact]
    public async Task A_save_makes_the_next_version_and_saving_the_same_makes_none()
    {
        var id = await site.Create("park", null, Some.Park(area: 5, en: "Park"));
        var changed = await site.Save(id, Some.Park(area: 6, en: "Park"));
        Assert.Equal(new SaveDocument.Result(2, true), changed.Value);
        var same = await site.Save(id, Some.Content("""{ "area": 6.00 }""", " 园区 ", """{ "summary": "一处园区" }"""));
        Assert.Equal(new SaveDocument.Result(2, false), same.Value);
        Assert.Equal(2, site.Scalar<int>("SELECT count(*) FROM version"));
    }

    [Fact]
    public async Task Cultures_that_are_not_given_stay_as_they_are()
    {
        var id = await site.Create("park", null, Some.Park(en: "Park"));
        await site.Save(id, Some.Content("""{ "area": 7 }""", "新名", """{ "summary": "新" }"""));
        Assert.Equal("""{"summary":"A park"}""", site.Stored(id, "en-US"));
        Assert.Equal("""{"summary":"新"}""", site.Stored(id, "zh-CN"));
    }

    [Fact]
    public async Task A_save_based_on_an_older_version_is_a_conflict_that_names_who_was_faster()
    {
        var id = await site.Create("park", null, Some.Park());
        await site.Save(id, Some.Park(area: 6), basedOn: 1, actor: site.Person("author"));
        var before = site.Everything();
        var late = await site.Save(id, Some.Park(area: 7), basedOn: 1);
        Assert.Equal(OutcomeStatus.Conflict, late.Status);
        Assert.Contains("author saved version 2", late.Message, StringComparison.Ordinal);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_document_that_does_not_exist_or_is_in_the_bin_cannot_be_saved()
    {
        var id = await site.Create("park", null, Some.Park());
        await site.Trash(id);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Save(id, Some.Park(area: 9))).Status);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Save(Guid.NewGuid(), Some.Park())).Status);
    }

    [Fact]
    public async Task A_rollback_appends_a_copy_and_loses_nothing()
    {
        var id = await site.Create("park", null, Some.Park(area: 1));
        await site.Save(id, Some.Park(area: 2));
        await site.Publish(id);
        var rolled = await site.Rollback(id, 1);
        Assert.Equal(3, rolled.Value);
        Assert.Equal("""{"area":1}""", site.Stored(id));
        Assert.Equal(3, site.Scalar<int>("SELECT count(*) FROM version"));
        Assert.Equal(2m, site.Now.Find(id)!.In(0, site.Schema)!.Values.Number("area"));
        Assert.Equal(OutcomeStatus.Invalid, (await site.Rollback(id, 9)).Status);
    }

    [Fact]
    public async Task Draft_references_follow_every_save()
    {
        var sector = await site.Create("sector", null, Some.Sector(), "a");
        var other = await site.Create("sector", null, Some.Sector(), "b");
        var park = await site.Create("park", null, Some.Park(more: $", \"sector\": \"{sector}\""));
        await site.Save(park, Some.Park(more: $", \"sector\": \"{other}\""));
        Assert.Equal([other.ToString()], site.Query<string>("SELECT target_id FROM reference WHERE document_id = @park", new { park }));
    }

    [Fact]
    public async Task References_of_a_culture_that_is_not_given_stay_even_under_a_stricter_schema()
    {
        var sector = await site.Create("sector", null, Some.Sector());
        var card = $$"""{ "body": [{ "block": "card", "sector": "{{sector}}" }] }""";
        var feature = await site.Create("feature", null, Some.Content("{}", "故事", card, "Story", card));
        using var later = site.Another(Content.Schema.SchemaReader.Read(TestSchema.Json.Replace("\"text\", \"quote\", \"card\"", "\"text\"", StringComparison.Ordinal)));
        Assert.True((await later.Save(feature, Some.Content("{}", "故事"))).IsOk);
        Assert.Equal(["en-US body[0].sector"], site.Query<string>("SELECT culture || ' ' || property FROM reference WHERE document_id = @feature", new { feature }));
    }

    [Fact]
    public async Task Every_step_leaves_an_audit_row_with_actor_and_time()
    {
        var author = site.Person("author");
        var id = (await site.TryCreate("park", null, Some.Park(), actor: author)).Value!.Id;
        await site.Save(id, Some.Park(area: 6), actor: author);
        await site.Publish(id);
        await site.Unpublish(id);
        await site.Trash(id);
        await site.Restore(id);
        var rows = site.Query<(string At, string Actor, string Action, string? Culture)>("SELECT at, actor, action, culture FROM audit WHERE document_id = @id ORDER BY seq", new { id });
        Assert.Equal(
            [("author", "create", null), ("author", "save", null), ("test", "publish", "zh-CN"), ("test", "unpublish", "zh-CN"), ("test", "trash", null), ("test", "restore", null)],
            rows.Select(r => (r.Actor, r.Action, r.Culture)));
        Assert.All(rows, r => Assert.Equal("2026-11-22T04:00:00.000Z", r.At));
    }
}
