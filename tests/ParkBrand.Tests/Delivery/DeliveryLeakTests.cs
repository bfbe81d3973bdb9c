using ParkBrand.Content.Publishing;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using static ParkBrand.Tests.Delivery.DeliveryScene;

namespace ParkBrand.Tests.Delivery;

/// <summary>What is not published in the language asked for is on no surface of the Delivery API, from the moment of the change on.</summary>
public sealed class DeliveryLeakTests : IAsyncLifetime
{
    private readonly RunningSite site = new() { DeliveryKey = Key };
    private DeliveryScene scene = null!;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        scene = new DeliveryScene(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static readonly string Word = Uri.EscapeDataString(DeliveryScene.Word);

    /// <summary>Lists that have all that can be seen, each with what of a policy stands in it.</summary>
    private static readonly (string Path, bool BySlug)[] Lists =
    [
        ($"/content?filter=name:{Word}&take=100", false),
        ("/content?fetch=children:/policies&take=100&fields=properties[level]", false),
        ("/content?fetch=descendants:/policies&sort=updateDate:desc&take=100&fields=properties[level]", false),
        ("/content?filter=contentType:policy&filter=expiresOn>2026-01-01&sort=expiresOn:asc&take=100&fields=properties[level]", false),
        ($"/content?q={Word}&take=100&fields=properties[level]", false),
        ("/content?filter=contentType:policy&updatedSince=2026-11-22T00:00:00Z&take=100&fields=properties[level]", false),
        ("/content/item/parks/robotics-park?expand=properties[policies]", false),
        ("/content/item/parks/robotics-park", false),
        ("/content?filter=contentType:park&facets=policies&take=1&fields=properties[level]", true),
    ];

    [Fact]
    public async Task What_is_not_public_is_nowhere_at_once()
    {
        string[] live = ["stays", "withdrawn", "trashed", "deleted", "expiring"], hidden = ["draft", "planned", "english"];
        foreach (var slug in live)
            await scene.Policy(slug, expires: slug == "expiring" ? "2026-11-30" : "2027-12-31");
        await scene.Policy("draft", publish: false);
        await scene.Policy("planned", publish: false);
        await RunningSite.Do(c => site.Get<ScheduleDocument>().Execute(site.Editor, new ScheduleDocument.Command(scene.Of("planned"), ["zh-CN"], site.Clock.Now.AddDays(60), null), c)); // still to come when the clock moves on
        await scene.Policy("english", culture: "en-US");
        await scene.Show();
        await site.Indexed();
        await Are(live, hidden);

        await scene.Unpublish(scene.Of("withdrawn"));
        await scene.Trash(scene.Of("trashed"));
        await scene.Trash(scene.Of("deleted"));
        await RunningSite.Do(c => site.Get<DeleteDocument>().Execute(site.Editor, scene.Of("deleted"), c));
        site.Clock.Now = new DateTimeOffset(2026, 12, 1, 0, 0, 1, TimeSpan.FromHours(8));
        await Are(["stays"], [.. hidden, "withdrawn", "trashed", "deleted", "expiring"]);
    }

    private async Task Are(string[] seen, string[] hidden)
    {
        foreach (var (path, bySlug) in Lists)
        {
            // The item lists of answers, not what is named as gone.
            var json = await scene.Json(path);
            json.AsObject().Remove("gone");
            var text = json.ToJsonString();
            foreach (var slug in seen)
                Assert.True(Stands(text, slug, bySlug), $"{slug} is missing: {path}");
            foreach (var slug in hidden)
                Assert.False(Stands(text, slug, bySlug), $"{slug} leaks: {path}");
        }

        foreach (var slug in seen.Concat(hidden))
        {
            var (id, status) = (scene.Of(slug), seen.Contains(slug) ? 200 : 404);
            Assert.Equal((slug, status), (slug, (await scene.Read($"/content/item/{id}")).Status));
            Assert.Equal((slug, status), (slug, (await scene.Read($"/content/item/policies/{slug}")).Status));
            Assert.Equal((slug, seen.Contains(slug) ? 1 : 0), (slug, (await scene.Json($"/content?filter=contentType:park&filter=policies:{id}&fields=properties[level]"))["items"]!.AsArray().Count));
        }

        var several = (await scene.Json($"/content/items?id={string.Join("&id=", seen.Concat(hidden).Select(scene.Of))}")).AsArray();
        Assert.Equal(seen.Select(scene.Of), several.Select(i => i!["id"]!.GetValue<Guid>()));
    }

    private bool Stands(string text, string slug, bool bySlug) => text.Contains(bySlug ? $"\"{slug}\"" : scene.Of(slug).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task The_words_of_a_draft_wait_for_their_publication()
    {
        var id = await scene.Policy("stays");
        await scene.Show();
        var before = await scene.Read($"/content/item/{id}");
        await scene.Rename(id, "新名字");
        Assert.Equal(304, (await scene.Read($"/content/item/{id}", ("If-None-Match", before["ETag"]!))).Status);
        await scene.Publish(id);
        Assert.Contains("新名字", (await scene.Read($"/content/item/{id}", ("If-None-Match", before["ETag"]!))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_is_named_to_those_who_knew_it_and_drafts_to_nobody()
    {
        await scene.Policy("expiring", expires: "2026-11-30");
        var withdrawn = await scene.Policy("withdrawn");
        var draft = await scene.Policy("draft", publish: false);
        var first = await scene.Json("/content?filter=contentType:policy&updatedSince=0&take=100");
        var cursor = first["cursor"]!.GetValue<string>();
        for (var next = first; next["items"]!.AsArray().Count + next["gone"]!.AsArray().Count > 0;)
            cursor = (next = await scene.Json($"/content?filter=contentType:policy&updatedSince={cursor}&take=100"))["cursor"]!.GetValue<string>();

        await scene.Unpublish(withdrawn);
        await scene.Trash(draft);
        site.Clock.Now = new DateTimeOffset(2026, 12, 1, 0, 0, 1, TimeSpan.FromHours(8));
        var news = await scene.Json($"/content?filter=contentType:policy&updatedSince={cursor}");
        Assert.Empty(news["items"]!.AsArray());
        var gone = news["gone"]!.AsArray().Select(g => g!.GetValue<Guid>()).ToList();
        Assert.Contains(withdrawn, gone);
        Assert.Contains(scene.Of("expiring"), gone);
        Assert.DoesNotContain(draft, gone);
        var after = await scene.Json($"/content?filter=contentType:policy&updatedSince={news["cursor"]}");
        Assert.Equal((0, 0), (after["items"]!.AsArray().Count, after["gone"]!.AsArray().Count));
        // In a language in which it never was, nobody learns that it is gone.
        Assert.DoesNotContain(withdrawn.ToString(), (await scene.Read($"/content?filter=contentType:policy&updatedSince={cursor}", ("Accept-Language", "en-US"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_go_with_the_last_document_that_shows_them()
    {
        var park = site.Now.Resolve("/parks/robotics-park").Document!;
        var cover = site.Now.Media(park.In(0, site.Now.Schema)!.Values.Reference("cover"))!;
        var paths = new[] { $"/media/item/{cover.Id}", $"/media/item/{cover.LibraryPath}" };
        string[] lists = [$"/media/items?id={cover.Id}", $"/media?fetch=children:/{Path.GetDirectoryName(cover.LibraryPath)}/&take=100"];
        foreach (var path in paths)
            Assert.Equal((path, 200), (path, (await scene.Read(path)).Status));
        foreach (var path in lists)
            Assert.Contains(cover.Id.ToString(), (await scene.Read(path)).Text, StringComparison.Ordinal);
        await scene.Unpublish(park.Id);
        foreach (var path in paths)
            Assert.Equal((path, 404), (path, (await scene.Read(path)).Status));
        foreach (var path in lists)
            Assert.DoesNotContain(cover.Id.ToString(), (await scene.Read(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_preview_what_waits_for_its_parent_is_there()
    {
        var list = site.Now.Resolve("/policies").Document!.Id;
        var below = await scene.Policy("waiting");
        await scene.Unpublish(list);
        Assert.Equal(404, (await scene.Read($"/content/item/{below}")).Status);
        Assert.Equal(200, (await scene.Read($"/content/item/{below}", ("Preview", "true"), ("Api-Key", Key))).Status);
        Assert.Contains(below.ToString(), (await scene.Read($"/content?fetch=children:{list}&take=100&fields=properties[none]", ("Preview", "true"), ("Api-Key", Key))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_find_drafts_for_those_who_have_the_key()
    {
        var (draft, live, trashed) = (await scene.Policy("draft", publish: false), await scene.Policy("stays"), await scene.Policy("trashed"));
        await scene.Rename(live, "海牛牧场");
        await scene.Trash(trashed);
        await site.Indexed();
        var found = await Found(Word, ("Preview", "true"), ("Api-Key", Key));
        Assert.Contains(draft, found);
        // The draft of this one does not say it any more; what is thrown away is in no preview.
        Assert.DoesNotContain(live, found);
        Assert.DoesNotContain(trashed, found);
        // What has every word comes first; the site's search goes on with what is near.
        Assert.Equal(live, (await Found(Uri.EscapeDataString("海牛牧场"), ("Preview", "true"), ("Api-Key", Key)))[0]);
        Assert.Equal(draft, (await Found(Word + "%20DRAFT", ("Preview", "true"), ("Api-Key", Key)))[0]);
        foreach (var headers in new (string, string)[][] { [], [("Api-Key", Key)] })
        {
            Assert.DoesNotContain(draft, await Found(Word, headers));
            Assert.Contains(live, await Found(Word, headers));
            Assert.DoesNotContain(live, await Found(Uri.EscapeDataString("海牛牧场"), headers));
        }
    }

    private async Task<List<Guid>> Found(string words, params (string, string)[] headers) =>
        [.. (await scene.Json($"/content?q={words}&take=100&fields=properties[none]", headers))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>())];

    [Fact]
    public async Task A_file_that_changes_brings_the_documents_that_show_it()
    {
        // Five parks with one cover.
        var parks = site.Now.OfType("park").Where(p => p.In(0, site.Now.Schema)!.Values.Reference("cover") is not null).Take(5).ToList();
        var cover = parks[0].In(0, site.Now.Schema)!.Values.Reference("cover")!.Value;
        foreach (var park in parks.Skip(1))
        {
            var draft = site.Get<Content.Queries.ReadDrafts>().Read(site.Editor, park.Id).Value!;
            draft.Content.Invariant["cover"] = cover.ToString();
            await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(park.Id, draft.Content), c));
            await scene.Publish(park.Id);
        }

        var shown = (Media: site.Now.Media(cover)!, By: site.Now.ReferrersOf(cover).Where(d => d.IsIn(0) && d.Path is not null).ToList());
        Assert.InRange(shown.By.Count, 5, 20);
        var cursor = (await scene.Json($"/content?updatedSince={DateTimeOffset.UtcNow.AddYears(9):yyyy-MM-dd}"))["cursor"]!.GetValue<string>();
        Assert.Empty((await scene.Json($"/content?updatedSince={cursor}"))["items"]!.AsArray());
        var save = site.Get<ParkBrand.Content.MediaLibrary.SaveMedia>();
        var named = new ParkBrand.Content.MediaLibrary.SaveMedia.Command(shown.Media.Id, shown.Media.Name, site.Now.Schema.Languages.Select((l, i) => (l, i)).ToDictionary(l => l.l.IsoCode, l => $"alt {l.i}"));
        await RunningSite.Do(c => save.Execute(site.Editor, named, c));
        // One has an entry of its own after that of the file; it comes once all the same.
        await scene.Publish(shown.By[1].Id);
        foreach (var take in new[] { 2, 100 })
        {
            var (came, next) = (new List<Guid>(), cursor);
            for (var more = true; more;)
            {
                var page = await scene.Json($"/content?updatedSince={next}&take={take}&fields=properties[none]");
                came.AddRange(page["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()));
                Assert.Empty(page["gone"]!.AsArray());
                Assert.InRange(page["items"]!.AsArray().Count, 0, take);
                (next, more) = (page["cursor"]!.GetValue<string>(), page["items"]!.AsArray().Count > 0);
            }

            Assert.Equal(shown.By.Select(d => d.Id).Order(), came.Order());
        }

        var others = shown.By.Select(d => d.Type.Alias).ToHashSet();
        Assert.Empty((await scene.Json($"/content?updatedSince={cursor}&filter=contentType:!{string.Join(',', others)}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Drafts_are_for_those_who_have_the_key()
    {
        var draft = await scene.Policy("draft", publish: false);
        var live = await scene.Policy("stays");
        await scene.Rename(live, "还没有发布的名字");
        var trashed = await scene.Policy("trashed");
        await scene.Trash(trashed);
        string[] paths = [$"/content/item/{draft}", "/content/item/policies/draft", $"/content?filter=name:{Word}"];
        foreach (var path in paths)
        {
            Assert.Equal(401, (await scene.Read(path, ("Preview", "true"))).Status);
            Assert.Equal(401, (await scene.Read(path, ("Preview", "true"), ("Api-Key", Key + "x"))).Status);
            Assert.Equal(401, (await scene.Read(path, ("Api-Key", Key[..^1]))).Status);
            var preview = await scene.Read(path, ("Preview", "true"), ("Api-Key", Key));
            Assert.Equal((200, "no-store, private", null), (preview.Status, preview["Cache-Control"], preview["Access-Control-Allow-Origin"]));
            Assert.Contains(draft.ToString(), preview.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(trashed.ToString(), preview.Text, StringComparison.Ordinal);
            // Neither the key alone nor a client without one is given what a preview was given before.
            Assert.DoesNotContain(draft.ToString(), (await scene.Read(path, ("Api-Key", Key))).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(draft.ToString(), (await scene.Read(path)).Text, StringComparison.Ordinal);
        }

        Assert.Equal((200, 404), ((await scene.Read($"/content/item/preview-{draft}", ("Preview", "true"), ("Api-Key", Key))).Status, (await scene.Read($"/content/item/preview-{draft}")).Status));
        Assert.Contains("还没有发布的名字", (await scene.Read($"/content/item/{live}", ("Preview", "true"), ("Api-Key", Key))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有发布的名字", (await scene.Read($"/content/item/{live}")).Text, StringComparison.Ordinal);
        await scene.Rename(live, "又一个名字");
        Assert.Contains("又一个名字", (await scene.Read($"/content/item/{live}", ("Preview", "true"), ("Api-Key", Key))).Text, StringComparison.Ordinal);
    }
}
