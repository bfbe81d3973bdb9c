using System.Diagnostics;
using System.Globalization;
using ParkBrand.Content.Snapshots;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Kill;

public sealed class KillDuringPublishTests
{
    private static readonly int Rounds = KillPlan.Rounds;

    // A round lasts up to this many publications; counted and not timed, so that a slow machine sees as many.
    private const int LongestRound = 25;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_a_kill_and_nothing_is_half_done()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        var acknowledged = new Dictionary<Guid, List<int>>();
        var follower = Follower(folder);
        var round = 0;
        foreach (var moment in KillPlan.Over(Rounds, seed: 20261122))
        {
            await PublishAndKill(folder, ++round, moment * LongestRound, acknowledged);
            // Nobody else has the file open, so this start has to recover it, as after a crash of the only process.
            using var city = new City(folder.Data);
            Invariants.Hold(city);
            AllThere(city, acknowledged);
            // A process that saw the city before the kill comes to the same state from the change feed alone.
            follower.CatchUp();
            Invariants.SnapshotAgrees(city, follower.Current);
        }

        Assert.True(acknowledged.Count > Rounds, $"Only {acknowledged.Count} documents were published in {Rounds} rounds; the kills came too early to show anything.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Values.Sum(v => v.Count)} acknowledged publications of {acknowledged.Count} documents survived {Rounds} kills.");
        await using var server = Cli.Serve(folder);
        Assert.StartsWith("http://127.0.0.1:", await Cli.Address(server), StringComparison.Ordinal);
    }

    /// <param name="moment">How many publications to wait for; the fraction is the part of the next one that is still begun.</param>
    private static async Task PublishAndKill(TestFolder folder, int round, double moment, Dictionary<Guid, List<int>> acknowledged)
    {
        await using var child = Child.Self(folder.Path, PublishLoop.Verb, folder.Data, round.ToString(CultureInfo.InvariantCulture));
        await child.Said(l => l == "ready");
        var start = Stopwatch.GetTimestamp();
        var whole = (int)moment;
        while (!child.HasEnded && child.Lines.Count() <= whole && Stopwatch.GetElapsedTime(start) < Child.Patience)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Delay(Stopwatch.GetElapsedTime(start) / (whole + 1) * (moment - whole), TestContext.Current.CancellationToken);
        Assert.False(child.HasEnded, child.Error);
        child.Kill();
        await child.End();
        foreach (var words in child.Lines.Where(l => l.StartsWith("ack ", StringComparison.Ordinal)).Select(l => l.Split(' ')).Where(w => w.Length == 3))
        {
            var id = Guid.Parse(words[1]);
            if (!acknowledged.TryGetValue(id, out var versions))
                acknowledged[id] = versions = [];
            versions.Add(int.Parse(words[2], CultureInfo.InvariantCulture));
        }
    }

    private static void AllThere(City city, Dictionary<Guid, List<int>> acknowledged)
    {
        var published = city.Query<(string Id, string Culture, long Version)>("SELECT document_id, culture, version FROM publication")
            .ToDictionary(p => (Guid.Parse(p.Id), p.Culture), p => p.Version);
        var audited = city.Query<string>("SELECT document_id || ' ' || culture || ' ' || detail FROM audit WHERE action = 'publish'").ToHashSet();
        var changes = city.Query<(string Id, long Count)>("SELECT document_id, count(*) FROM change WHERE kind = 'published' GROUP BY document_id")
            .ToDictionary(c => Guid.Parse(c.Id), c => c.Count);
        foreach (var (id, versions) in acknowledged)
        {
            // One more may have been committed that could not be said any more.
            foreach (var culture in new[] { "", "zh-CN", "en-US" })
                Assert.InRange(published[(id, culture)], versions.Max(), versions.Max() + 1);
            foreach (var version in versions)
                Assert.True(audited.Contains($"{id} zh-CN version {version}") && audited.Contains($"{id} en-US version {version}"), $"{id} version {version} has no audit row");
            Assert.True(changes[id] >= versions.Count, $"{id} was published {versions.Count} times and stands {changes[id]} times in the change feed");
        }
    }

    private static SnapshotSource Follower(TestFolder folder)
    {
        using var city = new City(folder.Data);
        return city.Snapshots; // holds no connection: each catching up opens one
    }
}
