using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Import;

public sealed class ImportTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    private PublishedVariant Shown(string path, int culture = 0) => site.Now.Resolve(path).Document!.In(culture, site.Schema)!;

    [Fact]
    public async Task Files_become_published_documents_below_their_parents()
    {
        using var city = City.Folder();
        var report = await site.Import(city.Path);
        Assert.True(report.IsOk, string.Join('\n', report.Value?.Problems ?? []));
        Assert.Equal((4, 0, 0, 1), (report.Value!.Created, report.Value.Changed, report.Value.Unchanged, report.Value.MediaChanged));
        Assert.Equal(4, site.Now.Count);

        var park = site.Now.Resolve("/parks/park").Document!;
        Assert.False(park.IsIn(1));
        Assert.Equal("Workshops and a canteen.", Some.Json(site.Stored(park.Id, "en-US"))["summary"]!.GetValue<string>());
        Assert.Equal(["/parks/park/spaces/lab"], site.Now.ChildrenOf(park.Id).Select(d => d.Path));
        Assert.Equal(site.Now.Resolve("/sectors/it").Document!.Id, Shown("/parks/park").Values.Reference("sector"));
    }

    [Fact]
    public async Task An_article_body_becomes_blocks_in_each_language()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        var blocks = Shown("/features/story").Values.Blocks("body");
        Assert.Equal(["text", "quote", "text"], blocks.Select(b => b.Holder.Alias));
        Assert.Equal(["第一段。", "好地方", "最后一段。"], blocks.Select(b => b.Text("text")));
        Assert.Equal("A paragraph.", Assert.Single(Shown("/features/story", 1).Values.Blocks("body")).Text("text"));
    }

    [Fact]
    public async Task A_media_file_becomes_a_row_and_a_blob()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        var media = site.Now.Media(Shown("/parks/park").Values.Reference("cover"))!;
        Assert.Equal(("park.svg", "image/svg+xml", 40, 30), (media.Name, media.ContentType, media.Width, media.Height));
        Assert.Equal(["一处园区", "A park"], media.Alt);
        Assert.Equal($"/media/{media.Hash}/park.svg", media.Url);
        Assert.Equal(City.Svg, await File.ReadAllTextAsync(site.Get<BlobStore>().Find(media.Hash)!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing_at_all()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        var before = site.Everything();
        site.Clock.Advance(TimeSpan.FromHours(1));
        var again = (await site.Import(city.Path)).Value!;
        Assert.Equal((0, 0, 4, 0), (again.Created, again.Changed, again.Unchanged, again.MediaChanged));
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_changed_file_makes_one_new_version_and_is_public_at_once()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        city.Write("park.yaml", City.Park.Replace("area: 5", "area: 6", StringComparison.Ordinal));
        city.Write("park.svg", City.Svg.Replace("0 0 40 30", "0 0 80 60", StringComparison.Ordinal));
        var report = (await site.Import(city.Path)).Value!;
        Assert.Equal((0, 1, 3, 1), (report.Created, report.Changed, report.Unchanged, report.MediaChanged));
        var park = site.Now.Resolve("/parks/park").Document!;
        Assert.Equal(2, site.VersionOf(park.Id));
        Assert.Equal(6m, Shown("/parks/park").Values.Number("area"));
        Assert.Equal(80, site.Now.Media(Shown("/parks/park").Values.Reference("cover"))!.Width);
    }

    [Fact]
    public async Task A_changed_order_counts_as_a_change_and_shows()
    {
        using var city = City.Folder(("park/spaces/hall.yaml", City.Space + "\nsort: 1\n"));
        await site.Import(city.Path);
        Assert.Equal(["/parks/park/spaces/lab", "/parks/park/spaces/hall"], site.Now.OfType("space").Select(d => d.Path));
        city.Write("park/spaces/lab.yaml", City.Space + "\nsort: 2\n");
        Assert.Equal(1, (await site.Import(city.Path)).Value!.Changed);
        Assert.Equal(["/parks/park/spaces/hall", "/parks/park/spaces/lab"], site.Now.OfType("space").Select(d => d.Path));
    }

    [Fact]
    public async Task A_culture_that_the_file_wants_public_is_made_public_again()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        await site.Unpublish(site.Now.Resolve("/sectors/it").Document!.Id);
        await site.Import(city.Path);
        Assert.Equal(PathState.Live, site.Now.Resolve("/sectors/it").State);
    }

    [Fact]
    public async Task A_file_with_an_id_may_be_moved_and_takes_its_document_along()
    {
        const string Id = "id: 0b6f1f9e-3f2d-4f5b-9c53-0d1f6f0a1b2c\n";
        using var city = City.Folder(("other.yaml", City.Park), ("other.svg", City.Svg), ("park/spaces/lab.yaml", null), ("park/spaces/hall.yaml", Id + City.Space), ("features/story.md", null));
        Assert.True((await site.Import(city.Path)).IsOk);
        File.Delete(Path.Combine(city.Path, "park/spaces/hall.yaml"));
        city.Write("other/spaces/room.yaml", Id + City.Space);
        var report = await site.Import(city.Path);
        Assert.Equal(1, report.Value!.Changed);
        Assert.Equal("/parks/other/spaces/room", Assert.Single(site.Now.OfType("space")).Path);
        Assert.Equal("/parks/other/spaces/room", site.Now.Resolve("/parks/park/spaces/hall").Document!.Path);
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_keeps_nothing()
    {
        using var city = City.Folder();
        var before = site.Everything();
        var dry = await site.Import(city.Path, dryRun: true);
        Assert.True(dry.IsOk);
        Assert.Equal((4, 1, 0), (dry.Value!.Created, dry.Value.MediaChanged, dry.Value.Problems.Count));
        Assert.Equal(before, site.Everything());
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "media")));
        Assert.Equal(0, site.Now.Count);

        city.Write("park/spaces/lab.yaml", City.Space.Replace("lab", "shop", StringComparison.Ordinal));
        Assert.Equal(OutcomeStatus.Invalid, (await site.Import(city.Path, dryRun: true)).Status);
    }

    [Fact]
    public async Task One_bad_file_keeps_all_others_out()
    {
        using var city = City.Folder(("park/spaces/bad.yaml", "type: space\nzh-CN:\n  name: 缺类型\n"));
        var before = site.Everything();
        var report = await site.Import(city.Path);
        Assert.Equal(OutcomeStatus.Invalid, report.Status);
        Assert.Equal("park/spaces/bad.yaml", Assert.Single(report.Value!.Problems).File);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task Told_to_keep_going_an_import_leaves_out_only_what_is_bad_and_what_hangs_on_it()
    {
        using var city = City.Folder(
            ("park/spaces/required.yaml", "type: space\nzh-CN:\n  name: 缺类型\n"),
            ("park/spaces/range.yaml", City.Space.Replace("lab", "shop", StringComparison.Ordinal)),
            ("misplaced/spaces/x.yaml", City.Space),
            ("broken.yaml", "type: park\narea: [\n"),
            ("broken/spaces/child.yaml", City.Space),
            ("refers.yaml", City.Park.Replace("sectors/it", "sectors/bad", StringComparison.Ordinal).Replace("park.svg", "refers.svg", StringComparison.Ordinal)),
            ("refers.svg", City.Svg),
            ("refers/spaces/child.yaml", City.Space),
            ("sectors/bad.yaml", "type: sector\nghost: 1\nzh-CN:\n  name: 坏\n"));
        var report = await site.Import(city.Path, keepGoing: true);
        Assert.True(report.IsOk, report.Message);
        Assert.Equal(4, report.Value!.Created);
        Assert.Equal(
            ["broken.yaml", "broken/spaces/child.yaml", "misplaced/spaces/x.yaml", "park/spaces/range.yaml", "park/spaces/required.yaml", "refers.yaml", "refers/spaces/child.yaml", "sectors/bad.yaml"],
            report.Value.Problems.Select(p => p.File).Distinct());
        Assert.Equal(4, site.Now.Count);
        Assert.Equal(4, site.Scalar<int>("SELECT count(*) FROM document"));
        Assert.Equal(4, (await site.Import(city.Path, keepGoing: true)).Value!.Unchanged);
    }

    [Fact]
    public async Task A_file_for_a_document_in_the_bin_or_of_another_type_is_a_problem()
    {
        using var city = City.Folder();
        await site.Import(city.Path);
        await site.Trash(site.Now.Resolve("/features/story").Document!.Id);
        Assert.Contains("in the recycle bin", Assert.Single((await site.Import(city.Path)).Value!.Problems).Message, StringComparison.Ordinal);
        city.Write("features/story.md", "---\ntype: feature\nid: 0b6f1f9e-3f2d-4f5b-9c53-0d1f6f0a1b2c\nzh-CN:\n  name: 新\n---\n");
        await site.Import(city.Path);
        city.Write("features/story.md", "");
        File.Delete(Path.Combine(city.Path, "features/story.md"));
        city.Write("list.yaml", "type: list\nid: 0b6f1f9e-3f2d-4f5b-9c53-0d1f6f0a1b2c\nzh-CN:\n  name: 新\n");
        var problem = Assert.Single((await site.Import(city.Path)).Value!.Problems);
        Assert.Equal((1, true), (problem.Line, problem.Message.Contains("is a feature already", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_import_needs_a_folder_and_the_rights_of_its_actor()
    {
        Assert.Equal(OutcomeStatus.Invalid, (await site.Import("/nowhere/content")).Status);
        using var city = City.Folder();
        var before = site.Everything();
        var refused = await site.Import(city.Path, actor: site.Person("author"));
        Assert.Equal(OutcomeStatus.Invalid, refused.Status);
        Assert.Contains("right to publish", refused.Value!.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, site.Everything());
    }
}
