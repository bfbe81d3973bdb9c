using System.Text;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Media;

public sealed class LibraryTests : IDisposable
{
    private readonly TestSite site = new();
    private static readonly Dictionary<string, string> Alt = new() { ["zh-CN"] = "图", ["en-US"] = "Picture" };
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Outcome<Guid>> TryUpload(Guid? parent = null, string name = "图片", string file = "a.png", string bytes = "x", Actor? actor = null) =>
        site.Get<UploadMedia>().Execute(actor ?? site.Site, new UploadMedia.Command(parent, name, file, Encoding.UTF8.GetBytes(bytes), Alt), Cancel);

    private async Task<Guid> Upload(Guid? parent = null, string name = "图片", string file = "a.png", string bytes = "x", Actor? actor = null)
    {
        var made = await TryUpload(parent, name, file, bytes, actor);
        Assert.True(made.IsOk, made.Message);
        return made.Value;
    }

    private async Task<Guid> Folder(string name, Guid? parent = null) => (await site.Get<CreateMediaFolder>().Execute(site.Site, new CreateMediaFolder.Command(parent, name), Cancel)).Value;

    private Task<Outcome<int>> Save(Guid id, string name = "图片", Dictionary<string, string>? alt = null, int? basedOn = null, SaveMedia.NewFile? file = null, (int, int)? focus = null, Actor? actor = null) =>
        site.Get<SaveMedia>().Execute(actor ?? site.Site, new SaveMedia.Command(id, name, alt ?? Alt, focus, null, file, basedOn), Cancel);

    private MediaItem Read(Guid id) => site.Get<ReadMedia>().Read(site.Site, id).Value!;
    private List<string> Names(Actor actor, Guid? parent = null) => [.. site.Get<ReadMedia>().Children(actor, parent, 0, 100).Value!.Items.Select(i => i.Name)];

    [Fact]
    public async Task Folders_stand_before_files_and_children_come_in_pages()
    {
        var folder = await Folder("乙");
        await Upload(name: "丙");
        await Upload(name: "丁");
        Assert.Equal(["乙", "丁", "丙"], Names(site.Site));
        var page = site.Get<ReadMedia>().Children(site.Site, null, 1, 1).Value!;
        Assert.Equal((3, "丁"), (page.Total, page.Items.Single().Name));
        Assert.False(Read(folder).HasChildren);
        await Upload(folder);
        Assert.True(Read(folder).HasChildren);
    }

    [Fact]
    public async Task Saving_from_an_old_version_is_a_conflict_that_changes_nothing()
    {
        var id = await Upload();
        Assert.Equal(2, (await Save(id, "一", basedOn: 1)).Value);
        var before = site.Everything();
        var late = await Save(id, "二", basedOn: 1);
        Assert.Equal(OutcomeStatus.Conflict, late.Status);
        Assert.Contains("version 2", late.Message, StringComparison.Ordinal);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_picture_needs_its_description_in_every_language_when_it_is_edited()
    {
        var id = await Upload();
        var saved = await Save(id, alt: new() { ["zh-CN"] = "图", ["en-US"] = " " });
        Assert.Equal(("en-US", "alt"), (saved.Problems.Single().Culture, saved.Problems.Single().Path));
        Assert.Equal(OutcomeStatus.Invalid, (await Save(id, alt: new() { ["zh-CN"] = "图", ["en-US"] = "a", ["fr-FR"] = "b" })).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await Save(id, name: " ")).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await Save(id, focus: (50, 101))).Status);
    }

    [Fact]
    public async Task A_replaced_file_keeps_its_id_and_reaches_the_public_at_once()
    {
        var id = await Upload(bytes: "old");
        var old = site.Now.Media(id)!;
        Assert.True((await Save(id, file: new("b.svg", "new"u8.ToArray()), focus: (10, 90))).IsOk);
        var now = site.Now.Media(id)!;
        Assert.NotEqual(old.Hash, now.Hash);
        Assert.Equal(("a.svg", "10-90"), (now.Name, now.Focus));
        Assert.Null(site.Now.MediaByHash(old.Hash));
        Assert.Equal(OutcomeStatus.Invalid, (await Save(id, file: new("b.pdf", "new"u8.ToArray()))).Status);
        Assert.Equal(OutcomeStatus.Invalid, (await Save(id, file: new("b.exe", "new"u8.ToArray()))).Status);
        var bad = await Save(id, file: new("b.png", "bad"u8.ToArray()));
        Assert.Contains("Bring a good one", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_document_shows_is_neither_thrown_away_nor_deleted_and_the_refusal_says_by_whom()
    {
        var folder = await Folder("夹");
        var id = await Upload(folder);
        var park = await site.Create("park", null, Some.Park("某园", more: $", \"cover\": \"{id}\""));
        foreach (var target in new[] { id, folder })
        {
            var refused = await site.Get<TrashMedia>().Execute(site.Site, target, Cancel);
            Assert.Equal(OutcomeStatus.Invalid, refused.Status);
            Assert.Contains("“某园”", refused.Message, StringComparison.Ordinal);
        }

        await site.Save(park, Some.Park("某园"));
        Assert.True((await site.Get<TrashMedia>().Execute(site.Site, folder, Cancel)).IsOk);
        Assert.Null(site.Now.Media(id));
        Assert.Equal(["夹"], site.Get<ReadMedia>().Bin(site.Site, null, 0, 10).Value!.Items.Select(i => i.Name));
        Assert.Equal(OutcomeStatus.Invalid, (await site.Get<RestoreMedia>().Execute(site.Site, new(id, null), Cancel)).Status);
        Assert.True((await site.Get<RestoreMedia>().Execute(site.Site, new(folder, null), Cancel)).IsOk);
        Assert.NotNull(site.Now.Media(id));
        await site.Get<TrashMedia>().Execute(site.Site, folder, Cancel);
        Assert.True((await site.Get<DeleteMedia>().Execute(site.Site, folder, Cancel)).IsOk);
        Assert.False(site.Get<ReadMedia>().Read(site.Site, id).IsOk);
    }

    [Fact]
    public async Task What_only_the_public_version_shows_stays_too()
    {
        var id = await Upload();
        var park = await site.Live("park", null, Some.Park(more: $", \"cover\": \"{id}\""));
        await site.Save(park, Some.Park());
        Assert.Equal(OutcomeStatus.Invalid, (await site.Get<TrashMedia>().Execute(site.Site, id, Cancel)).Status);
    }

    [Fact]
    public async Task An_operator_reaches_the_own_folder_and_nothing_else()
    {
        var mine = await site.Create("park", null, Some.Park("我园"), "mine");
        var other = await site.Create("park", null, Some.Park("他园"), "other");
        var (me, them) = (site.Person("operator", mine), site.Person("operator", other));
        var common = await Upload(name: "公共");
        var foreign = await Upload(name: "他的", actor: them);
        var own = await Upload(name: "我的", actor: me);
        var read = site.Get<ReadMedia>();
        Assert.Equal(["我园"], Names(me));
        var home = read.Read(me, own).Value!.Parent!.Value;
        Assert.Equal(["我的"], Names(me, home));
        Assert.Equal(["我园"], read.Ancestors(me, own).Value!.Select(a => a.Name));
        Assert.Equal(["我的"], read.Search(me, "的", [], null, 0, 10).Items.Select(i => i.Name));
        var foreignHome = Read(foreign).Parent!.Value;
        var before = site.Everything();
        foreach (var id in new[] { common, foreign, foreignHome })
        {
            Assert.Equal(OutcomeStatus.NotFound, read.Read(me, id).Status);
            Assert.Equal(OutcomeStatus.NotFound, read.UsedBy(me, id).Status);
            Assert.Equal(OutcomeStatus.NotFound, read.Audit(me, id).Status);
            Assert.Equal(OutcomeStatus.NotFound, read.Ancestors(me, id).Status);
            Assert.Equal(OutcomeStatus.NotFound, read.Children(me, id, 0, 10).Status);
            Assert.Equal(OutcomeStatus.NotFound, (await Save(id, actor: me)).Status);
            Assert.Equal(OutcomeStatus.NotFound, (await site.Get<MoveMedia>().Execute(me, new(id, home), Cancel)).Status);
            Assert.Equal(OutcomeStatus.NotFound, (await site.Get<TrashMedia>().Execute(me, id, Cancel)).Status);
            Assert.Equal(OutcomeStatus.NotFound, (await site.Get<SortMedia>().Execute(me, new(null, new Dictionary<Guid, int> { [id] = 1 }), Cancel)).Status);
        }

        Assert.Equal(OutcomeStatus.NotFound, (await TryUpload(foreignHome, actor: me)).Status);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Get<MoveMedia>().Execute(me, new(own, foreignHome), Cancel)).Status);
        Assert.Empty(read.Read(me, [common, foreign]));
        Assert.Equal(before, site.Everything());
        await site.Get<TrashMedia>().Execute(them, foreign, Cancel);
        Assert.Empty(read.Bin(me, null, 0, 10).Value!.Items);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Get<RestoreMedia>().Execute(me, new(foreign, home), Cancel)).Status);
        Assert.Equal(OutcomeStatus.NotFound, (await site.Get<DeleteMedia>().Execute(me, foreign, Cancel)).Status);
    }

    [Fact]
    public async Task Somebody_without_a_folder_or_a_right_changes_nothing_and_no_byte_is_kept()
    {
        var before = site.Everything();
        Assert.Equal(OutcomeStatus.Forbidden, (await TryUpload(actor: site.Person("reader"))).Status);
        Assert.Equal(OutcomeStatus.NotFound, (await TryUpload(actor: site.Person("operator"))).Status);
        Assert.Equal(OutcomeStatus.NotFound, (await TryUpload(actor: new Actor("nobody", []))).Status);
        Assert.Equal(before, site.Everything());
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "media")));
    }

    [Fact]
    public async Task A_folder_does_not_go_into_itself()
    {
        var above = await Folder("上");
        var below = await Folder("下", above);
        foreach (var target in new[] { above, below })
            Assert.Equal(OutcomeStatus.Invalid, (await site.Get<MoveMedia>().Execute(site.Site, new(above, target), Cancel)).Status);
        Assert.True((await site.Get<MoveMedia>().Execute(site.Site, new(below, null), Cancel)).IsOk);
    }

    [Fact]
    public async Task Files_with_one_name_get_addresses_of_their_own()
    {
        var ids = new[] { await Upload(), await Upload(), await Upload(file: "图.png") };
        Assert.Equal(["a.png", "a-2.png", $"m-{ids[2].ToString()[..8]}.png"], ids.Select(i => Read(i).FileName));
    }

    [Fact]
    public async Task An_import_keeps_a_file_that_was_uploaded_under_the_same_name()
    {
        using var folder = new TestFolder();
        folder.Write("p.png", "imported");
        folder.Write("p.yaml", "type: park\narea: 1\ncover: { file: p.png, alt: { zh-CN: 图, en-US: Picture } }\nzh-CN:\n  name: 园\n  summary: 摘要\n");
        var first = await site.Import(folder.Path);
        Assert.True(first.IsOk, first.Message + string.Join(';', first.Value?.Problems ?? []));
        var imported = site.Scalar<string>("SELECT id FROM media");
        var uploaded = await Upload(file: "q.png");
        folder.Write("q.png", "other");
        folder.Write("q.yaml", "type: park\narea: 1\ncover: { file: q.png, alt: { zh-CN: 图, en-US: Picture } }\nzh-CN:\n  name: 园\n  summary: 摘要\n");
        var again = await site.Import(folder.Path);
        Assert.True(again.IsOk, again.Message);
        Assert.Equal(3, site.Scalar<int>("SELECT count(*) FROM media"));
        Assert.EndsWith("q.png", Read(uploaded).FileName, StringComparison.Ordinal);
        Assert.NotNull(imported);
    }

    public void Dispose() => site.Dispose();
}
