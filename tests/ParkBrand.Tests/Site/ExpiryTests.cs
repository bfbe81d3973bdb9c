using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.PublicSite;

/// <summary>A record's last day ends at midnight in China; from then on it is gone everywhere at once, without a restart.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("space", "spaces")]
    [InlineData("job", "jobs")]
    public async Task A_record_of_a_park_is_there_until_midnight_and_gone_after(string type, string list)
    {
        var record = First(type);
        var park = site.Now.Find(record.ParentId)!;
        var midnight = record.ExpiresAt!.Value;
        Assert.Equal(TimeSpan.Zero, midnight.ToOffset(TimeSpan.FromHours(8)).TimeOfDay);
        var leaving = site.Now.OfType(type).Count(d => d.ExpiresAt == midnight);

        site.Clock.Now = midnight.AddSeconds(-1);
        Assert.Equal(200, (await site.Read(record.Path!)).Status);
        Assert.Equal(200, (await site.Read("/en" + record.Path)).Status);
        Assert.Contains(record.Path!, await AllOf($"/{list}"));
        Assert.Contains(record.Path!, Markup.Of(await site.Read(park.Path!)).Links);
        var before = await Counts(type, list, park);

        site.Clock.Now = midnight.AddSeconds(1);
        foreach (var prefix in new[] { "", "/en" })
        {
            var gone = await site.Read(prefix + record.Path);
            Assert.Equal(410, gone.Status);
            var markup = Markup.Of(gone);
            Assert.Empty(markup.Faults());
            Assert.Contains(prefix + park.Path, markup.Links);
            Assert.Equal("noindex", markup.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        }

        Assert.DoesNotContain(record.Path!, await AllOf($"/{list}"));
        Assert.DoesNotContain(record.Path!, Markup.Of(await site.Read(park.Path!)).Links);
        var after = await Counts(type, list, park);
        Assert.Equal((before.List - leaving, before.Home - leaving), (after.List, after.Home));
        Assert.True(after.Facets < before.Facets);
    }

    [Fact]
    public async Task The_figure_of_available_space_goes_down_with_the_space()
    {
        var space = site.Now.OfType("space").Where(s => Values(s).Text("kind") != "land").MinBy(s => s.ExpiresAt)!;
        var park = site.Now.Find(space.ParentId)!;
        var leaving = site.Now.ChildrenOf(park.Id).Where(s => s.Type.Alias == "space" && s.ExpiresAt == space.ExpiresAt && Values(s).Text("kind") != "land").Sum(s => Values(s).Number("areaMax"));
        const string figure = "aside.aside dl.facts div:nth-child(2) dd";
        site.Clock.Now = space.ExpiresAt!.Value.AddSeconds(-1);
        var before = Markup.Of(await site.Read(park.Path!)).Number(figure);
        site.Clock.Now = space.ExpiresAt!.Value;
        Assert.Equal(before - leaving, Markup.Of(await site.Read(park.Path!)).Number(figure));
    }

    [Fact]
    public async Task A_policy_leaves_its_list_and_the_parks_that_name_it()
    {
        var policy = site.Now.OfType("policy").Where(p => p.ExpiresAt is not null && site.Now.ReferrersOf(p.Id).Any(r => r.Type.Alias == "park")).MinBy(p => p.ExpiresAt)!;
        var park = site.Now.ReferrersOf(policy.Id).First(r => r.Type.Alias == "park");

        site.Clock.Now = policy.ExpiresAt!.Value.AddSeconds(-1);
        Assert.Equal(200, (await site.Read(policy.Path!)).Status);
        Assert.Contains(policy.Path!, await AllOf("/policies"));
        Assert.Contains(policy.Path!, Markup.Of(await site.Read(park.Path!)).Links);
        var before = Markup.Of(await site.Read("/policies")).Hits;

        site.Clock.Now = policy.ExpiresAt!.Value.AddSeconds(1);
        Assert.Equal(410, (await site.Read(policy.Path!)).Status);
        Assert.DoesNotContain(policy.Path!, await AllOf("/policies"));
        Assert.DoesNotContain(policy.Path!, Markup.Of(await site.Read(park.Path!)).Links);
        Assert.True(Markup.Of(await site.Read("/policies")).Hits < before);
    }

    [Fact]
    public async Task A_new_day_makes_new_pages_although_nothing_was_published()
    {
        site.Clock.Now = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.FromHours(8));
        var today = await site.Read("/");
        Assert.Equal(today["ETag"], (await site.Read("/"))["ETag"]);
        site.Clock.Now = site.Clock.Now.AddSeconds(2);
        Assert.NotEqual(today.Text, (await site.Read("/")).Text);
    }

    /// <summary>The record that runs out first, of a park that keeps others.</summary>
    private PublishedDocument First(string type) => site.Now.OfType(type)
        .Where(d => d.ExpiresAt > site.Clock.Now && site.Now.ChildrenOf(d.ParentId!.Value).Count(s => s.Type.Alias == type) > 1).MinBy(d => d.ExpiresAt)!;

    private PublishedValues Values(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values;

    private async Task<HashSet<string>> AllOf(string list)
    {
        var found = new HashSet<string>();
        for (string? next = list; next is not null;)
        {
            var page = Markup.Of(await site.Read(next));
            found.UnionWith(page.Document.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")!));
            next = page.Document.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
        }

        return found;
    }

    private async Task<(int List, int Home, int Facets)> Counts(string type, string list, PublishedDocument park)
    {
        var page = Markup.Of(await site.Read($"/{list}"));
        var home = Markup.Of(await site.Read("/")).Number($".doors div:nth-child({(type == "space" ? 1 : 2)}) dd");
        var district = site.Now.Find(Values(park).Reference("district"))!.Slug;
        return (page.Hits, home, page.Facets.Single(f => f.Name == "district" && f.Value == district).Count);
    }
}
