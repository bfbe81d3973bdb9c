using System.Diagnostics;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Kill;

public sealed class KillDuringImportTests
{
    private const int OnEmptyFolder = 5;
    private static readonly int Rounds = KillPlan.Rounds;

    [Fact]
    public async Task An_import_that_was_killed_is_wholly_there_or_wholly_absent_and_the_next_one_works()
    {
        using var folder = new TestFolder();
        string[] contents = [SmallCity.Write(folder.In("even"), 0), SmallCity.Write(folder.In("odd"), 1)];
        var whole = await Measure(folder, contents[1]);
        var log = new FileInfo(folder.Database).Length; // all of it went through the write-ahead log
        var (generation, absent, there) = (1, 0, 0);
        var round = 0;
        foreach (var moment in KillPlan.Over(Rounds, seed: 9))
        {
            if (round++ % (Rounds / OnEmptyFolder) == 0)
            {
                Directory.Delete(folder.Data, recursive: true);
                generation = -1;
            }

            var next = generation == 1 ? 0 : 1;
            // Half of the kills strike by the clock, half while the transaction is being written into the log file.
            await ImportAndKill(folder, contents[next], round % 2 == 0 ? whole * moment * 1.1 : null, (long)(log * moment));
            using var city = new City(folder.Data);
            Invariants.Hold(city);
            var now = Generation(city);
            Assert.True(now == generation || now == next, $"After round {round} the city is of generation {now}, which is neither {generation} nor {next}.");
            (absent, there) = now == next ? (absent, there + 1) : (absent + 1, there);
            generation = now;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} kills over {whole.TotalMilliseconds:0} ms: {absent} imports absent, {there} there.");
        (await Cli.Import(folder, contents[0])).Ok();
        using var last = new City(folder.Data);
        Invariants.Hold(last);
        Assert.Equal(0, Generation(last));
    }

    private static async Task<TimeSpan> Measure(TestFolder folder, string content)
    {
        var start = Stopwatch.GetTimestamp();
        (await Cli.Import(folder, content)).Ok();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task ImportAndKill(TestFolder folder, string content, TimeSpan? moment, long logBytes)
    {
        await using var child = Child.ParkBrand(folder.Path, Cli.WithDefaults(folder, ["import", "--content", content]));
        if (moment is { } delay)
            await Task.WhenAny(Task.Delay(delay), child.End());
        else
            await LogHasGrown(folder, child, logBytes);
        child.Kill();
        await child.End();
    }

    private static Task LogHasGrown(TestFolder folder, Child child, long enough) => Task.Run(() =>
    {
        var log = new FileInfo(folder.Database + "-wal");
        for (var start = Stopwatch.GetTimestamp(); !child.HasEnded && Stopwatch.GetElapsedTime(start) < Child.Patience; log.Refresh())
            if (log.Exists && log.Length > enough)
                return;
    });

    /// <summary>The one generation of which every document and every picture is, or -1 when there is none at all.</summary>
    private static int Generation(City city)
    {
        var names = city.Query<string>("""
            SELECT DISTINCT substr(c.name, -1) FROM document d
            LEFT JOIN version_culture c ON c.document_id = d.id AND c.number = d.version WHERE c.culture <> ''
            """);
        var published = city.Query<string>("SELECT DISTINCT substr(v.name, -1) FROM publication p JOIN version_culture v ON v.document_id = p.document_id AND v.number = p.version AND v.culture = p.culture WHERE p.culture <> ''");
        var counts = (city.Scalar<int>("SELECT count(*) FROM document"), city.Scalar<int>("SELECT count(*) FROM publication"), city.Scalar<int>("SELECT count(*) FROM media"));
        if (names.Count == 0)
        {
            Assert.Equal((0, 0, 0), counts);
            Assert.Equal(0, city.Scalar<int>("SELECT count(*) FROM audit") + city.Scalar<int>("SELECT count(*) FROM change"));
            return -1;
        }

        Assert.Equal((SmallCity.Documents, SmallCity.Documents * 3, SmallCity.Stories), counts);
        Assert.Equal(names, published);
        var generation = Assert.Single(names);
        var pictures = city.Services.GetService(typeof(ParkBrand.Content.Storage.BlobStore)) as ParkBrand.Content.Storage.BlobStore;
        foreach (var hash in city.Query<string>("SELECT hash FROM media"))
            Assert.Contains($" {generation}</title>", File.ReadAllText(pictures!.Find(hash) ?? throw new InvalidOperationException($"The picture {hash} has no file.")), StringComparison.Ordinal);
        return int.Parse(generation, System.Globalization.CultureInfo.InvariantCulture);
    }
}
