using Microsoft.Data.Sqlite;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

/// <summary>A database in which somebody else has begun to write and does not finish.</summary>
internal static class Locked
{
    public static async Task<IDisposable> By(TestFolder folder)
    {
        var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await other.OpenAsync();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return other;
    }
}
