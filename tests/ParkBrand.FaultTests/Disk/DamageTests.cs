using System.Net;
using ParkBrand.Content.Storage;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

public sealed class DamageTests
{
    [Theory]
    [InlineData(0, 100)] // the header
    [InlineData(4096, 400_000)] // most of the tables
    public async Task A_damaged_database_stops_every_verb_in_one_sentence(int from, int bytes)
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        (await Cli.Import(folder, content)).Ok();
        Overwrite(folder.Database, new Random(1), from, bytes);
        var before = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
        foreach (var ended in new[] { await Cli.Import(folder, SmallCity.Write(content, 2)), await Cli.ServeFails(folder, "--content", content), await Cli.Run(folder, "export", "--out", folder.In("out")) })
            Assert.Matches("damaged.*Restore the last backup", ended.OneSentence());
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Damage_anywhere_in_the_file_is_either_survived_or_told_in_a_sentence()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        var whole = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
        var random = new Random(7);
        var told = 0;
        const int rounds = 150;
        for (var i = 0; i < rounds; i++)
        {
            await File.WriteAllBytesAsync(folder.Database, whole, TestContext.Current.CancellationToken);
            for (var hole = 0; hole < 4; hole++)
                Overwrite(folder.Database, random, random.Next(whole.Length), random.Next(1, 200));
            try
            {
                using var city = new City(folder.Data);
            }
            catch (StorageException e)
            {
                told++;
                Assert.Matches("damaged|refused|error", e.Message);
            }
        }

        Assert.InRange(told, 10, rounds);
    }

    [Fact]
    public async Task Damage_under_a_running_site_leaves_the_last_good_city_in_view()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var server = Cli.Serve(folder);
        var address = await Cli.Address(server);
        // A row that another process wrote, of which nothing can be understood any more.
        using (var city = new City(folder.Data))
            city.Query<string>("UPDATE version_culture SET value = '{ \"summary' WHERE number = 1 RETURNING culture; INSERT INTO change (at, document_id, kind) SELECT 'then', id, 'published' FROM document");
        await server.ErrorSaid("is damaged");
        await Task.Delay(600, TestContext.Current.CancellationToken); // another look into the change feed
        Assert.Equal(HttpStatusCode.OK, await Http.Status(address, "/industries/trade-3"));
        Assert.Equal(HttpStatusCode.OK, await Http.Status(address, $"/industries?fresh={Guid.NewGuid()}"));
        Assert.Single(server.Error.Split('\n')); // said once, not with every look
        Assert.False(server.HasEnded);
    }

    private static void Overwrite(string file, Random random, int from, int bytes)
    {
        using var stream = new FileStream(file, FileMode.Open);
        var noise = new byte[Math.Min(bytes, stream.Length - from)];
        random.NextBytes(noise);
        stream.Position = from;
        stream.Write(noise);
    }
}
