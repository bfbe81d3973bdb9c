using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>The index follows what editors do, never shows what is gone, and can be thrown away.</summary>
public sealed class IndexTests : OwnSite
{
    private const string Word = "量子纠缠测试台";

    [Fact]
    public async Task A_publication_is_found_and_a_withdrawal_is_gone_at_once()
    {
        var job = site.Now.OfType("job").First();
        await Rename(job, Word);
        await site.Indexed();
        Assert.Contains(job.Path!, site.Find(Word).Paths());

        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(job.Id, []), c));
        Assert.DoesNotContain(job.Path!, site.Find(Word).Paths()); // without waiting for the index
        await site.Indexed();
        Assert.Empty(site.Find($"\"{Word}\"").Items);
    }

    [Fact]
    public async Task A_draft_is_never_found()
    {
        var job = site.Now.OfType("job").First();
        var name = job.In(0, site.Now.Schema)!;
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(job.Id, Named(job, Word)), c));
        await site.Indexed();
        Assert.Empty(site.Find($"\"{Word}\"").Items);
        Assert.Contains(job.Path!, site.Find($"\"{name.Name}\"").Paths());
    }

    [Fact]
    public async Task An_expired_record_is_gone_with_its_last_second()
    {
        var space = site.Now.OfType("space").MinBy(s => s.ExpiresAt)!;
        var name = space.In(0, site.Now.Schema)!.Name;
        site.Clock.Now = space.ExpiresAt!.Value.AddSeconds(-1);
        Assert.Contains(space.Path!, site.Find(name).Paths());
        site.Clock.Now = space.ExpiresAt!.Value;
        Assert.DoesNotContain(space.Path!, site.Find(name).Paths());
    }

    [Fact]
    public async Task A_record_is_found_by_the_new_name_of_its_park()
    {
        var park = site.Now.OfType("park").First(p => p.Slug == "laser-park");
        await Rename(park, Word);
        await site.Indexed();
        var found = site.Find(Word).Paths();
        Assert.Equal(park.Path, found[0]);
        Assert.Contains(found, p => p.StartsWith(park.Path + "/jobs/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_breaks_is_built_again_while_the_site_answers()
    {
        var file = site.Get<Indexer>().Current!.Index.File.Path;
        await File.WriteAllBytesAsync(file, new byte[8192], TestContext.Current.CancellationToken);
        // Reading notices nothing or finds nothing; the next change makes the writer notice.
        Assert.Equal(200, (await site.Read("/api/search?q=%E6%9C%BA%E5%99%A8%E4%BA%BA")).Status);
        Assert.Equal(200, (await site.Read("/parks")).Status);
        await Rename(site.Now.OfType("job").First(), Word);
        for (var i = 0; i < 400 && site.Find(Word).Total == 0; i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.NotEmpty(site.Find(Word).Items);
        Assert.NotEmpty(site.Find("机器人").Items);
    }

    [Fact]
    public async Task New_words_of_the_trade_cut_the_city_anew()
    {
        var before = site.Get<Indexer>().Current!.Index.File.Path;
        var vocabulary = site.Now.OfType("vocabulary").Single();
        var id = vocabulary.Id;
        var draft = await RunningSite.Do(_ => Task.FromResult(site.Get<ReadDrafts>().Read(site.Editor, id)));
        var shared = draft.Content.Invariant.DeepClone().AsObject();
        shared["synonyms"]!.AsArray().Add(new JsonObject { ["block"] = "synonymGroup", ["words"] = new JsonArray("智能机器人产业园", "铁人乐园") });
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(id, draft.Content with { Invariant = shared }), c));
        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(vocabulary.Id, ["zh-CN", "en-US"]), c));
        await site.Indexed();
        Assert.NotEqual(before, site.Get<Indexer>().Current!.Index.File.Path);
        Assert.False(File.Exists(before));
        Assert.Contains("/parks/robotics-park", site.Find("铁人乐园").Paths());
    }

    private async Task Rename(PublishedDocument document, string name)
    {
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(document.Id, Named(document, name)), c));
        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(document.Id, ["zh-CN"]), c));
    }

    private DocumentContent Named(PublishedDocument document, string name) => ChangeTests.Named(site, document, name);
}
