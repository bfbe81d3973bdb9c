using System.Security.Cryptography;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>The files of a day: once, whole, unchanged, and gone after thirty days.</summary>
public sealed class DatedFilesTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_day_has_one_copy_with_its_sums_that_later_changes_do_not_reach()
    {
        Assert.Equal(404, (await site.Read("/open-data/2026-11-22/jobs.csv")).Status);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.Get<DatedFiles>().Make(), TestContext.Current.CancellationToken)));
        Assert.Single(made, m => m);
        var now = await site.Read("/open-data/jobs.csv");
        var kept = await site.Read("/open-data/2026-11-22/jobs.csv");
        Assert.Equal(now.Bytes, kept.Bytes);
        Assert.Equal((await site.Read("/en/open-data/jobs.csv")).Bytes, (await site.Read("/en/open-data/2026-11-22/jobs.csv")).Bytes);
        var sums = (await site.Read("/open-data/2026-11-22/SHA256SUMS")).Text.TrimEnd('\n').Split('\n').Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0]);
        Assert.Equal(18, sums.Count);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(kept.Bytes)), sums["jobs.csv"]);

        // Eight hours of the day are left in UTC when it is over in China.
        site.Clock.Now = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.FromHours(8));
        Assert.False(site.Get<DatedFiles>().Make());
        site.Clock.Now = site.Clock.Now.AddSeconds(1);
        Assert.True(site.Get<DatedFiles>().Make());
        Assert.Equal([new(2026, 11, 23), new(2026, 11, 22)], site.Get<OpenDataSource>().Days);
        Assert.Contains("/open-data/2026-11-23/parks.csv", Markup.Of(await site.Read("/open-data")).Links);

        site.Clock.Now = site.Clock.Now.AddDays(28);
        Assert.True(site.Get<DatedFiles>().Make());
        Assert.Equal(kept.Bytes, (await site.Read("/open-data/2026-11-22/jobs.csv")).Bytes);
        site.Clock.Now = site.Clock.Now.AddDays(1);
        Assert.True(site.Get<DatedFiles>().Make());
        Assert.Equal(404, (await site.Read("/open-data/2026-11-22/jobs.csv")).Status);
        Assert.Equal([new(2026, 12, 22), new(2026, 12, 21), new(2026, 11, 23)], site.Get<OpenDataSource>().Days);
    }
}
