using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Publishing;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    private static string To(Guid id) => $", \"sector\": \"{id}\"";

    [Fact]
    public async Task A_draft_may_refer_to_anything_but_a_publication_only_to_what_exists()
    {
        var ghost = Guid.NewGuid();
        var park = await site.Create("park", null, Some.Park(more: To(ghost)));
        var problem = Assert.Single((await site.TryPublish(park)).Problems);
        Assert.Equal("sector", problem.Path);
        Assert.Contains("does not exist", problem.Message, StringComparison.Ordinal);
        Assert.Null(site.Now.Find(park));
    }

    [Fact]
    public async Task A_publication_that_refers_into_the_bin_is_refused()
    {
        var sector = await site.Live("sector", null, Some.Sector());
        var park = await site.Create("park", null, Some.Park(more: To(sector)));
        await site.Trash(sector);
        Assert.Equal("sector", Assert.Single((await site.TryPublish(park)).Problems).Path);
        await site.Restore(sector);
        await site.Publish(park);
    }

    [Fact]
    public async Task A_publication_that_refers_to_the_wrong_type_is_refused_also_in_lists_and_blocks()
    {
        var park = await site.Create("park", null, Some.Park());
        var sector = await site.Create("sector", null, Some.Sector());
        var feature = await site.Create("feature", null, Some.Content(
            $$"""{ "places": ["{{park}}", "{{sector}}"] }""", "故事", $$"""{ "body": [{ "text": "a" }, { "block": "card", "sector": "{{park}}" }] }"""));
        var problems = (await site.TryPublish(feature)).Problems;
        Assert.Equal([".places[1]", "zh-CN.body[1].sector"], problems.Select(p => $"{p.Culture}.{p.Path}").Order(StringComparer.Ordinal));
        Assert.Contains("refers to a sector, allowed is park, space", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_media_reference_must_exist_and_be_of_an_accepted_type()
    {
        var missing = await site.Create("park", null, Some.Park(more: $", \"cover\": \"{Guid.NewGuid()}\""));
        Assert.Contains("media item that does not exist", Assert.Single((await site.TryPublish(missing)).Problems).Message, StringComparison.Ordinal);

        using var files = new TestFolder();
        files.Write("paper.pdf", "%PDF");
        files.Write("thing.yaml", "type: everything\nimages:\n  - file: paper.pdf\n    alt: { zh-CN: 文件 }\nzh-CN:\n  name: 名\n");
        Assert.True((await site.Import(files.Path)).IsOk);
        var pdf = site.Scalar<string>("SELECT id FROM media");
        var park = await site.Create("park", null, Some.Park(more: $", \"cover\": \"{pdf}\""), "pdf");
        Assert.Contains("refers to a file, allowed is image", Assert.Single((await site.TryPublish(park)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referrers_are_the_live_documents_that_point_at_one_in_any_property()
    {
        var sector = await site.Live("sector", null, Some.Sector());
        var park = await site.Live("park", null, Some.Park(more: To(sector)), "p");
        var feature = await site.Live("feature", null, Some.Content("{}", "故事", $$"""{ "body": [{ "block": "card", "sector": "{{sector}}" }] }"""));
        await site.Create("park", null, Some.Park(more: To(sector)), "draft");
        Assert.Equal(new[] { park, feature }.Order(), site.Now.ReferrersOf(sector).Select(d => d.Id).Order());
        await site.Save(park, Some.Park());
        Assert.Contains(site.Now.ReferrersOf(sector), d => d.Id == park);
        await site.Publish(park);
        await site.Unpublish(feature);
        Assert.Empty(site.Now.ReferrersOf(sector));
    }

    [Fact]
    public async Task A_target_that_goes_leaves_its_referrers_standing()
    {
        var sector = await site.Live("sector", null, Some.Sector());
        var park = await site.Live("park", null, Some.Park(more: To(sector)));
        await site.Trash(sector);
        Assert.Equal(sector, site.Now.Find(park)!.In(0, site.Schema)!.Values.Reference("sector"));
        Assert.Null(site.Now.Find(sector));
    }
}
