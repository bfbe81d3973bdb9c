using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.Publishing;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

/// <summary>A site whose disk fails under it keeps answering; what it cannot keep it refuses.</summary>
public sealed class ServingTests
{
    [Fact]
    public async Task When_the_disk_is_full_visitors_notice_nothing_editors_are_told_and_afterwards_all_works_again()
    {
        using var folder = new TestFolder();
        await using var disk = await Mount.Small(folder.Data, 16);
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var site = await RunningSite.Start(folder.Data);
        Assert.True((await City.Publish(site.Services, City.IdOfTrade(0), "before")).IsOk);
        await Found(site, "before");
        disk.Fill();
        Log(site, "while the disk was full", 400);

        var refused = await UntilRefused(site);
        Assert.Equal(OutcomeStatus.Unavailable, refused.Status);
        Assert.Matches("^The disk that holds .* Nothing was changed", refused.Message);
        Assert.Equal(OutcomeStatus.Unavailable, (await Import(site, SmallCity.Write(folder.In("more"), 2))).Status);
        await Visitors(site);
        await Found(site, "before");
        using (var city = new City(folder.Data))
            Invariants.Hold(city);

        disk.Empty();
        var published = await City.Publish(site.Services, City.IdOfTrade(3), "after");
        Assert.True(published.IsOk, published.Message);
        Assert.Contains("after", await Http.Text(site.Address, "/en/industries/trade-3"), StringComparison.Ordinal);
        await Found(site, "after");
        Log(site, "after the disk was full", 1);
        Assert.Contains("after the disk was full", Logged(folder), StringComparison.Ordinal);
        using var later = new City(folder.Data);
        Invariants.Hold(later);
    }

    [Fact]
    public async Task When_the_disk_becomes_read_only_visitors_notice_nothing_and_a_restart_on_the_mended_disk_has_all_that_was_acknowledged()
    {
        using var folder = new TestFolder();
        await using (var disk = await Mount.Failing(folder, folder.Data, 32))
        {
            (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
            await using var site = await RunningSite.Start(folder.Data);
            Assert.True((await City.Publish(site.Services, City.IdOfTrade(0), "acknowledged")).IsOk);
            await Found(site, "acknowledged");
            await disk.Fail();
            Log(site, "while the disk was read-only", 100);

            var refused = await City.Publish(site.Services, City.IdOfTrade(0), "refused");
            Assert.Equal(OutcomeStatus.Unavailable, refused.Status);
            Assert.Contains(folder.Data, refused.Message, StringComparison.Ordinal);
            Assert.Equal(OutcomeStatus.Unavailable, (await Import(site, SmallCity.Write(folder.In("more"), 2))).Status);
            await Visitors(site);
            Assert.Equal(HttpStatusCode.OK, await Http.Status(site.Address, "/umbraco/login")); // the keys were read when the server started
            await Found(site, "acknowledged");
            Assert.Contains("acknowledged", await Http.Text(site.Address, "/en/industries/trade-0"), StringComparison.Ordinal);
        }

        await using var mended = await Mount.Again(folder, folder.Data);
        using var city = new City(folder.Data);
        Invariants.Hold(city);
        Assert.Equal("acknowledged", city.Snapshots.Current.Find(City.IdOfTrade(0))!.Variants[1]!.Name);
        Assert.True((await City.Publish(city.Services, City.IdOfTrade(0), "again")).IsOk);
    }

    [Fact]
    public async Task While_another_process_holds_the_database_visitors_notice_nothing_and_editors_are_told()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var site = await RunningSite.Start(folder.Data);
        using (await Locked.By(folder))
        {
            var refused = City.Publish(site.Services, City.IdOfTrade(3), "refused");
            while (!refused.IsCompleted)
                await Visitors(site);
            Assert.Equal(OutcomeStatus.Unavailable, (await refused).Status);
            Assert.StartsWith("Another process", (await refused).Message, StringComparison.Ordinal);
        }

        Assert.True((await City.Publish(site.Services, City.IdOfTrade(3), "after")).IsOk);
    }

    /// <summary>A few more publications may fit into what the database has reserved already.</summary>
    private static async Task<Outcome<PublishDocument.Result>> UntilRefused(RunningSite site)
    {
        for (var i = 0; i < 2000; i++)
            if (await City.Publish(site.Services, City.IdOfTrade(i % 3), $"try {i}") is { IsOk: false } refused)
                return refused;
        throw new InvalidOperationException("The disk never became full.");
    }

    /// <summary>The index follows a publication, and serves on while the disk takes nothing.</summary>
    private static Task Found(RunningSite site, string name) => Http.UntilSaid(site.Address, $"/api/search?culture=en-US&q=%22{name}%22", $"\"title\":\"{name}\"");

    private static Task<Outcome<ImportContent.Report>> Import(RunningSite site, string content) =>
        site.Services.GetRequiredService<ImportContent>().Execute(Actor.Site("fault test"), new ImportContent.Command(content));

    private static async Task Visitors(RunningSite site)
    {
        foreach (var path in new[] { "/", "/en", "/industries", "/industries/trade-3", "/en/industries/trade-4", $"/?fresh={Guid.NewGuid()}", "/health/ready" })
            Assert.Equal(HttpStatusCode.OK, await Http.Status(site.Address, path));
        Assert.Equal(HttpStatusCode.NotFound, await Http.Status(site.Address, "/nowhere"));
    }

    private static void Log(RunningSite site, string words, int times)
    {
        var log = site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("FaultTests");
        for (var i = 0; i < times; i++)
            log.LogInformation("{Words} {Number} {Filler}", words, i, new string('x', 1000));
    }

    private static string Logged(TestFolder folder) => string.Concat(Directory.EnumerateFiles(Path.Combine(folder.Data, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));
}
