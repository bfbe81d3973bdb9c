using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.Snapshots;

/// <summary>A date is the last day, in China, on which a document is valid; nothing but the clock takes it away.</summary>
public sealed class ExpiryTests : IDisposable
{
    // The last day is 31 December; midnight in China is 16:00 in UTC.
    private static readonly DateTimeOffset Midnight = new(2026, 12, 31, 16, 0, 0, TimeSpan.Zero);
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_document_is_live_to_the_last_millisecond_of_its_day_and_expired_at_midnight()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space("2026-12-31"), "hall");
        site.Clock.SetUtcNow(Midnight.AddMilliseconds(-1));
        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/p/spaces/hall").State);
        Assert.Equal([space], site.Now.OfType("space").Select(d => d.Id));

        site.Clock.SetUtcNow(Midnight);
        var (state, document) = site.Now.Resolve("/parks/p/spaces/hall");
        Assert.Equal((PathState.Expired, space), (state, document!.Id));
        Assert.Null(site.Now.Find(space));
        Assert.Empty(site.Now.OfType("space"));
        Assert.Empty(site.Now.ChildrenOf(park));
        Assert.Equal(1, site.Now.Count);
    }

    [Fact]
    public async Task Documents_that_expire_together_and_apart_all_leave_in_time()
    {
        var park = await site.Live("park", null, Some.Park());
        foreach (var day in new[] { "2026-12-31", "2026-12-31", "2026-12-31", "2027-01-01", "2027-01-02" })
            await site.Live("space", park, Some.Space(day));
        var forever = await site.Live("space", park, Some.Space());
        var left = new List<int>();
        for (var day = -1; day < 4; day++)
        {
            site.Clock.SetUtcNow(Midnight.AddDays(day));
            left.Add(site.Now.OfType("space").Count);
        }

        Assert.Equal([6, 3, 2, 1, 1], left);
        Assert.Equal([forever], site.Now.ChildrenOf(park).Select(d => d.Id));
    }

    [Fact]
    public async Task Several_days_may_pass_between_two_looks()
    {
        var park = await site.Live("park", null, Some.Park());
        for (var day = 1; day < 9; day++)
            await site.Live("space", park, Some.Space($"2027-01-0{day}"));
        site.Clock.SetUtcNow(new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(site.Now.OfType("space"));
    }

    [Fact]
    public async Task An_expired_document_refers_to_nothing_any_more()
    {
        var park = await site.Live("park", null, Some.Park());
        var space = await site.Live("space", park, Some.Space("2026-12-31"));
        var feature = await site.Live("feature", null, Some.Feature(null, space));
        Assert.Equal([feature], site.Now.ReferrersOf(space).Select(d => d.Id));
        site.Clock.SetUtcNow(Midnight);
        Assert.Equal([feature], site.Now.ReferrersOf(space).Select(d => d.Id));
        Assert.Null(site.Now.Find(space));
    }

    [Fact]
    public async Task An_extended_document_comes_back_and_an_already_expired_one_never_shows()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space("2026-12-31"), "hall");
        site.Clock.SetUtcNow(Midnight);
        Assert.Null(site.Now.Find(space));
        await site.Save(space, Some.Space("2027-01-01"));
        await site.Publish(space);
        Assert.Equal(PathState.Live, site.Now.Resolve("/parks/p/spaces/hall").State);
        await site.Live("space", park, Some.Space("2026-12-31"), "late");
        Assert.Equal(PathState.Expired, site.Now.Resolve("/parks/p/spaces/late").State);
        Assert.Equal([space], site.Now.OfType("space").Select(d => d.Id));
    }

    [Fact]
    public async Task A_start_after_the_expiry_sees_the_same()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        await site.Live("space", park, Some.Space("2026-12-31"), "hall");
        site.Clock.SetUtcNow(Midnight);
        using var later = site.Another();
        Assert.Equal(PathState.Expired, later.Now.Resolve("/parks/p/spaces/hall").State);
        Assert.Empty(later.Now.OfType("space"));
    }

    [Fact]
    public async Task The_last_day_there_is_means_never()
    {
        var park = await site.Live("park", null, Some.Park());
        var space = await site.Live("space", park, Some.Space("9999-12-31"));
        Assert.Null(site.Now.Find(space)!.ExpiresAt);
        using var later = site.Another();
        Assert.NotNull(later.Now.Find(space));
    }

    [Fact]
    public async Task A_reader_keeps_the_city_that_it_took_and_the_next_one_gets_a_new_stamp()
    {
        var park = await site.Live("park", null, Some.Park());
        var space = await site.Live("space", park, Some.Space("2026-12-31"));
        var taken = site.Now;
        site.Clock.SetUtcNow(Midnight);
        Assert.True(site.Now.Stamp > taken.Stamp);
        Assert.Equal(Midnight, site.Now.ChangedAt);
        Assert.NotNull(taken.Find(space));
        Assert.Same(site.Now, site.Now);
    }
}
