using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Publishing;

public sealed class PublishTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Each_culture_is_published_on_its_own()
    {
        var id = await site.Create("park", null, Some.Park("园区", en: "Park"));
        await site.Publish(id, "en-US");
        var park = site.Now.Find(id)!;
        Assert.False(park.IsIn(0));
        Assert.Equal("Park", park.In(1, site.Schema)!.Name);
        Assert.Null(park.In(0, site.Schema));
        await site.Publish(id, "zh-CN");
        Assert.Equal("园区", site.Now.Find(id)!.In(0, site.Schema)!.Name);
    }

    [Fact]
    public async Task A_reader_is_shown_the_fallback_where_a_culture_is_not_published()
    {
        var id = await site.Live("park", null, Some.Park("园区"));
        Assert.Equal("园区", site.Now.Find(id)!.In(1, site.Schema)!.Name);
        Assert.False(site.Now.Find(id)!.IsIn(1));
    }

    [Fact]
    public async Task Invariant_values_are_published_with_any_culture_and_the_others_keep_their_words()
    {
        var id = await site.Live("park", null, Some.Park(area: 1, en: "Park"));
        await site.Save(id, Some.Content("""{ "area": 2 }""", "新", """{ "summary": "新" }""", "New", """{ "summary": "New" }"""));
        Assert.Equal(1m, site.Now.Find(id)!.In(0, site.Schema)!.Values.Number("area"));
        await site.Publish(id, "en-US");
        var park = site.Now.Find(id)!;
        Assert.Equal(2m, park.In(0, site.Schema)!.Values.Number("area"));
        Assert.Equal("一处园区", park.In(0, site.Schema)!.Values.Text("summary"));
        Assert.Equal("New", park.In(1, site.Schema)!.Values.Text("summary"));
        Assert.Equal(2, park.Version);
    }

    [Fact]
    public async Task First_publication_is_remembered_and_the_last_one_moves_on()
    {
        var id = await site.Live("park", null, Some.Park());
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.Publish(id);
        var variant = site.Now.Find(id)!.In(0, site.Schema)!;
        Assert.Equal(TimeSpan.FromHours(1), variant.PublishedAt - variant.FirstPublishedAt);
    }

    [Fact]
    public async Task Required_values_may_be_missing_in_a_draft_but_not_in_public()
    {
        var id = await site.Create("park", null, Some.Content("{}", "园区", en: "Park"));
        var refused = await site.TryPublish(id, ["zh-CN", "en-US"]);
        Assert.Equal(OutcomeStatus.Invalid, refused.Status);
        Assert.Equal([".area", "en-US.summary", "zh-CN.summary"], refused.Problems.Select(p => $"{p.Culture}.{p.Path}").Order(StringComparer.Ordinal));
        Assert.Null(site.Now.Find(id));
    }

    [Fact]
    public async Task Values_of_a_culture_that_is_not_published_now_are_not_asked_for()
    {
        var id = await site.Create("park", null, Some.Content("""{ "area": 1 }""", "园区", """{ "summary": "x" }""", "Park"));
        await site.Publish(id, "zh-CN");
        Assert.True(site.Now.Find(id)!.IsIn(0));
    }

    [Fact]
    public async Task Required_values_of_blocks_are_asked_for_at_publication_with_their_place()
    {
        var id = await site.Create("feature", null, Some.Content("{}", "故事", """{ "body": [{ "text": "a" }, { "block": "quote", "text": "b" }] }"""));
        var problem = Assert.Single((await site.TryPublish(id)).Problems);
        Assert.Equal(("zh-CN", "body[1].who", "is required"), (problem.Culture, problem.Path, problem.Message));
    }

    [Fact]
    public async Task Publication_needs_a_culture_that_the_draft_has()
    {
        var id = await site.Create("park", null, Some.Park());
        foreach (var cultures in new string[][] { [], [""], ["en-US"], ["fr-FR"], ["zh-CN", ""] })
            Assert.Equal(OutcomeStatus.Invalid, (await site.TryPublish(id, cultures)).Status);
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM publication"));
    }

    [Fact]
    public async Task A_publication_based_on_an_older_version_is_a_conflict()
    {
        var id = await site.Create("park", null, Some.Park());
        await site.Save(id, Some.Park(area: 6));
        Assert.Equal(OutcomeStatus.Conflict, (await site.TryPublish(id, basedOn: 1)).Status);
        Assert.Null(site.Now.Find(id));
        Assert.True((await site.TryPublish(id, basedOn: 2)).IsOk);
    }

    [Fact]
    public async Task A_withdrawn_culture_leaves_and_the_last_one_takes_the_page_with_it()
    {
        var id = await site.Live("park", null, Some.Park(en: "Park"), "p");
        Assert.True((await site.Unpublish(id, "zh-CN")).Value);
        Assert.False(site.Now.Find(id)!.IsIn(0));
        Assert.Equal(Content.Snapshots.PathState.Live, site.Now.Resolve("/parks/p").State);
        Assert.True((await site.Unpublish(id, "en-US")).Value);
        Assert.Null(site.Now.Find(id));
        Assert.Equal(Content.Snapshots.PathState.Unknown, site.Now.Resolve("/parks/p").State);
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM publication"));
        Assert.False((await site.Unpublish(id)).Value);
    }

    [Fact]
    public async Task Withdrawing_without_naming_a_culture_withdraws_all_and_keeps_the_reason()
    {
        var id = await site.Live("park", null, Some.Park(en: "Park"));
        await site.Withdraw(id, "wrong figure");
        Assert.Null(site.Now.Find(id));
        Assert.Equal(["en-US wrong figure", "zh-CN wrong figure"],
            site.Query<string>("SELECT culture || ' ' || detail FROM audit WHERE action = 'unpublish' ORDER BY culture"));
    }

    [Fact]
    public async Task A_stricter_schema_is_asked_again_at_publication_and_never_crashes()
    {
        var id = await site.Create("feature", null, Some.Content("{}", "故事", """{ "body": [{ "block": "quote", "text": "b", "who": "w" }] }"""));
        var stricter = Content.Schema.SchemaReader.Read(TestSchema.Json
            .Replace("\"accept\": [\"text\", \"quote\", \"card\"]", "\"accept\": [\"text\"]", StringComparison.Ordinal)
            .Replace("\"alias\": \"quote\"", "\"alias\": \"saying\"", StringComparison.Ordinal));
        using var later = site.Another(stricter);
        var problem = Assert.Single((await later.TryPublish(id)).Problems);
        Assert.Equal("body[0]", problem.Path);
    }
}
