using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Storage;

public sealed class StorageTests
{
    [Fact]
    public void Migrations_run_once()
    {
        using var site = new TestSite();
        var first = site.Query<string>("SELECT number || name || applied_at FROM migration");
        Assert.NotEmpty(first);
        site.Clock.Advance(TimeSpan.FromHours(1));
        using var again = site.Another();
        Assert.Equal(first, again.Query<string>("SELECT number || name || applied_at FROM migration"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_with_a_sentence_and_left_alone()
    {
        using var site = new TestSite();
        using (var connection = Open(site.Folder))
            connection.Execute("INSERT INTO migration VALUES (9001, '9001_later.sql', '2030-01-01T00:00:00.000Z')");
        var e = Assert.Throws<StorageException>(() => site.Another());
        Assert.Equal("The data folder was written by a newer ParkBrand (migration 9001). Start that version, or restore an older backup.", e.Message);
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM migration WHERE number = 9001"));
    }

    [Fact]
    public async Task Several_processes_may_start_on_a_new_folder_at_once()
    {
        using var folder = new TestFolder();
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Database(folder.Path, TimeProvider.System))));
        Assert.Equal(1, databases[7].Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM migration WHERE number = 1")));
        foreach (var database in databases)
            database.Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_told_in_a_sentence()
    {
        using var folder = new TestFolder();
        folder.Write("file", "x");
        Assert.Contains("cannot be created", Assert.Throws<StorageException>(() => new Database(Path.Combine(folder.Path, "file"), TimeProvider.System)).Message, StringComparison.Ordinal);
        folder.Write("damaged/parkbrand.db", new string('x', 4096));
        Assert.Contains("is damaged", Assert.Throws<StorageException>(() => new Database(Path.Combine(folder.Path, "damaged"), TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_nothing_behind()
    {
        using var site = new TestSite();
        var park = await site.Create("park", null, Some.Park());
        var before = site.Everything();
        await Assert.ThrowsAsync<StorageException>(() => site.Get<Database>().Write<bool>((connection, transaction) =>
        {
            connection.Execute("DELETE FROM version", transaction: transaction);
            connection.Execute("INSERT INTO document (id) VALUES ('x')", transaction: transaction);
            return (true, true);
        }, TestContext.Current.CancellationToken));
        await site.Get<Database>().Write<bool>((connection, transaction) => (false, connection.Execute("DELETE FROM version", transaction: transaction) > 0), TestContext.Current.CancellationToken);
        Assert.Equal(before, site.Everything());
        await site.Publish(park);
    }

    [Fact]
    public void A_blob_is_stored_once_under_its_hash_and_found_only_by_it()
    {
        using var folder = new TestFolder();
        var blobs = new BlobStore(folder.Path);
        var hash = blobs.Put("a"u8);
        Assert.Equal("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", hash);
        Assert.Equal(hash, blobs.Put("a"u8));
        Assert.Equal("a", File.ReadAllText(blobs.Find(hash)!, Encoding.UTF8));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        foreach (var hostile in new[] { "", "..", "../../../../etc/passwd", hash.ToUpperInvariant(), hash[..63] + "/", new string('.', 64), new string('0', 64) })
            Assert.Null(blobs.Find(hostile));
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "parkbrand.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
