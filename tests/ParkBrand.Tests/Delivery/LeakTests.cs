using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Delivery;

/// <summary>What is not, or no longer, or not yet, or not in this language published, is told of nowhere, at once.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

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
