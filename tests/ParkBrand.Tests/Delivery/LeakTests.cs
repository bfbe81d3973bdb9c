using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using ParkBrand.Web.Verbs;

namespace ParkBrand.Tests.Delivery;

/// <summary>
/// What is not, or no longer, or not yet, or not in this language published, is told of nowhere, at once. Nothing that is published is
/// protected: there are no members, and the client that asks for a document's protection is told that there is none (see the matrix of rights).
/// </summary>
public sealed class LeakTests : IAsyncLifetime
{
    private readonly RunningSite site = new() { DeliveryKey = DeliveryScene.Key };

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.Indexed();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("job")]
    [InlineData("space")]
    [InlineData("resource")]
    [InlineData("policy")]
    public async Task Nothing_is_told_of_that_is_not_public(string type)
    {
        var documents = site.Now.OfType(type).Where(d => d.IsIn(0) && d.IsIn(1) && !(d.ExpiresAt < site.Clock.Now.AddDays(3))).Take(5).ToList();
        foreach (var document in documents)
            await AreShown("public", type, document, true, true);

        await Unpublish(documents[0]);
        await AreShown("withdrawn", type, documents[0], false, false);

        await RunningSite.Do(c => site.Get<TrashDocument>().Execute(site.Editor, documents[1].Id, c));
        await AreShown("in the bin", type, documents[1], false, false);

        await Unpublish(documents[2]);
        await RunningSite.Do(c => site.Get<ScheduleDocument>().Execute(site.Editor, new ScheduleDocument.Command(documents[2].Id, ["zh-CN", "en-US"], site.Clock.Now.AddHours(1), null), c));
        await AreShown("planned", type, documents[2], false, false);

        var (chinese, english) = (documents[3], documents[4]);
        await Unpublish(chinese, "en-US");
        await Unpublish(english, "zh-CN");
        // Pages show the Chinese text in place of a missing translation and say so; files for machines do not.
        await AreShown("Chinese only", type, chinese, true, false, s => !s.FollowsPages);
        await AreShown("English only", type, english, false, true, s => s.Name != "sitemap");
        var sitemap = (await site.Read($"/sitemap/{type}-1.xml")).Text;
        Assert.DoesNotContain("/en" + chinese.Path + "<", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Address.ToString().TrimEnd('/') + english.Path + "<", sitemap, StringComparison.Ordinal);
        Assert.Contains("/en" + english.Path + "<", sitemap, StringComparison.Ordinal);

        if (site.Now.OfType(type).Where(d => d.ExpiresAt is not null).MinBy(d => d.ExpiresAt) is { } first && type != "policy")
        {
            site.Clock.Now = first.ExpiresAt!.Value.AddSeconds(-1);
            await AreShown("on its last day", type, first, true, true);
            site.Clock.Now = first.ExpiresAt!.Value;
            await AreShown("expired", type, first, false, false);
        }
    }

    [Fact]
    public async Task What_is_in_a_park_leaves_with_it()
    {
        var job = site.Now.OfType("job").First();
        var park = site.Now.Find(job.ParentId)!;
        string[] maps = ["/open-data/parks.geojson", "/en/open-data/parks.csv", "/open-data/parks.jsonl", "/sitemap/park-1.xml"];
        foreach (var map in maps)
            Assert.True(Surface.Shows(await site.Read(map), park), map);
        await Unpublish(park);
        foreach (var map in maps)
            Assert.False(Surface.Shows(await site.Read(map), park), map);
        await AreShown("of a park that was withdrawn", "job", job, false, false, parent: park);
    }

    [Theory]
    [InlineData("job")]
    [InlineData("policy")]
    public async Task What_only_a_preview_shows_is_told_of_nowhere_else(string type)
    {
        const string word = "独角兽彩排";
        var live = site.Now.OfType(type).First(d => d.IsIn(0) && d.IsIn(1) && !(d.ExpiresAt < site.Clock.Now.AddDays(3)));
        var content = site.Get<ReadDrafts>().Read(site.Editor, live.Id).Value!.Content;
        var draft = content with { Cultures = content.Cultures.ToDictionary(c => c.Key, c => c.Value with { Name = $"{word} {c.Key}" }) };
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(live.Id, draft), c));
        var made = await RunningSite.Do(c => site.Get<CreateDocument>().Execute(site.Editor, new CreateDocument.Command(type, live.ParentId, draft, Slug: "seen-by-nobody"), c));
        var scene = new DeliveryScene(site);
        foreach (var id in new[] { live.Id, made.Id })
            foreach (var culture in new[] { "zh-CN", "en-US" })
            {
                // Both ways to see a draft are gone before anybody else asks.
                var token = await RunningSite.Do(c => site.Get<PreviewDraft>().Link(site.Editor, id, culture, c));
                Assert.Contains(word, (await site.Read($"/umbraco/preview/{token}/page")).Text, StringComparison.Ordinal);
                Assert.Contains(word, (await scene.Read($"/content/item/{id}", ("Preview", "true"), ("Api-Key", DeliveryScene.Key), ("Accept-Language", culture))).Text, StringComparison.Ordinal);
            }

        await AreShown("with a draft that somebody looked at", type, live, true, true);
        var park = site.Now.Find(live.ParentId) ?? live;
        foreach (var surface in Surfaces.Of(type))
        {
            var answer = await surface.Ask(site, live, park);
            foreach (var secret in new[] { word, "seen-by-nobody", made.Id.ToString() })
                Assert.False(answer.Text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret}: {surface.Name}");
        }
    }

    /// <summary>The site as files, one more surface: whatever state a document is in, the next run leaves nothing of it.</summary>
    [Fact]
    public async Task The_site_as_files_holds_nothing_that_is_not_public()
    {
        const string word = "独角兽彩排";
        var spaces = site.Now.OfType("space").Where(d => d.IsIn(0) && d.IsIn(1)).Take(5).ToList();
        var hidden = new Dictionary<string, PublishedDocument> { ["withdrawn"] = spaces[0], ["in the bin"] = spaces[1], ["planned"] = spaces[2] };
        await Unpublish(spaces[0]);
        await RunningSite.Do(c => site.Get<TrashDocument>().Execute(site.Editor, spaces[1].Id, c));
        await Unpublish(spaces[2]);
        await RunningSite.Do(c => site.Get<ScheduleDocument>().Execute(site.Editor, new ScheduleDocument.Command(spaces[2].Id, ["zh-CN", "en-US"], TimeProvider.System.GetUtcNow().AddYears(1), null), c));
        await Unpublish(spaces[3], "en-US");
        await Unpublish(spaces[4], "zh-CN");
        var scene = new DeliveryScene(site);
        // The export is a process of its own, with the clock of this machine; this day is over for it as well.
        await scene.Policy("expired", expires: "2020-01-01");
        var shown = await scene.Policy("shown", expires: "9000-01-01");
        await scene.Rename(shown, word);

        using var target = new TestFolder();
        Assert.Equal(0, await ExportSite.Run(["--data", site.DataFolder, "--schema", RepositoryRoot.File("umbraco.json"), "--out", target.Path, "--base-url", "https://parks.example", "--plain"]));
        var files = Directory.EnumerateFiles(target.Path, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".parkbrand-export.json", StringComparison.Ordinal) && !f.Contains("/media/", StringComparison.Ordinal)).ToDictionary(f => Path.GetRelativePath(target.Path, f), File.ReadAllText);
        foreach (var kind in new[] { "parks/index.html", "en/parks/index.html", "sitemap/space-1.xml", "spaces/feed.rss", "en/spaces/feed.atom", "open-data/spaces.csv", "search-index.zh-CN.json", "policies/shown/index.html" })
            Assert.Contains(kind, files.Keys);
        foreach (var (state, document) in hidden)
            Nowhere(state, document.Path!, _ => true);
        Nowhere("expired", "/policies/expired", _ => true);
        Nowhere("a draft", word, _ => true);
        // Pages show the Chinese text where a translation is missing, and say so, and the finder leads to them; files for machines, and the words of the search, do not.
        Nowhere("Chinese only", "/en" + spaces[3].Path!, f => !f.EndsWith(".html", StringComparison.Ordinal) && f != "finder-index.en-US.json");
        Assert.Contains(spaces[3].Path! + "<", files["sitemap/space-1.xml"], StringComparison.Ordinal);
        Nowhere("English only", spaces[4].Path!, f => !f.StartsWith("en/", StringComparison.Ordinal) && f is not ("sitemap/space-1.xml" or "search-index.en-US.json" or "finder-index.en-US.json"));
        Assert.Contains($"{spaces[4].Path![1..]}/index.html", files.Keys.Where(f => f.StartsWith("en/", StringComparison.Ordinal)).Select(f => f[3..]));

        void Nowhere(string state, string text, Func<string, bool> which) =>
            Assert.Equal((state, ""), (state, string.Join(", ", files.Where(f => which(f.Key) && (("/" + f.Key).Contains(text + "/", StringComparison.Ordinal) || Stands(f.Value, text))).Select(f => f.Key))));

        // An address and not the beginning of a longer one.
        static bool Stands(string file, string text) => System.Text.RegularExpressions.Regex.IsMatch(file, System.Text.RegularExpressions.Regex.Escape(text) + "(?![a-z0-9-])");
    }

    private Task<bool> Unpublish(PublishedDocument document, params string[] cultures) =>
        RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(document.Id, cultures), c));

    private async Task AreShown(string state, string type, PublishedDocument document, bool chinese, bool english, Func<Surface, bool>? which = null, PublishedDocument? parent = null)
    {
        await site.Indexed();
        var park = parent ?? site.Now.Find(document.ParentId) ?? document;
        foreach (var surface in Surfaces.Of(type).Where(which ?? (_ => true)))
        {
            var answer = await surface.Ask(site, document, park);
            Assert.Equal((state, surface.Name, 200), (state, surface.Name, answer.Status));
            var (expected, shown) = (surface.Culture == 0 ? chinese : english, Surface.Shows(answer, document));
            Assert.Equal((state, surface.Name, expected && (shown || !surface.MayBeSilent)), (state, surface.Name, shown));
        }
    }
}
