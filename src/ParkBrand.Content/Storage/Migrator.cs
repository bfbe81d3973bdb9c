using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ParkBrand.Content.Storage;

/// <summary>Brings the database to the newest numbered migration, all of them in one transaction.</summary>
internal static class Migrator
{
    private const string Folder = "ParkBrand.Content.Storage.Migrations.";

    public static void Migrate(SqliteConnection connection, TimeProvider clock)
    {
        var known = Known();
        // Almost always there is nothing to do, and then nobody who writes at this moment needs to be waited for.
        if (IsCurrent(connection, known.Select(k => k.Number)))
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)", transaction: transaction);
        var applied = connection.Query<int>("SELECT number FROM migration", transaction: transaction).ToHashSet();
        if (applied.Except(known.Select(k => k.Number)).Order().ToList() is { Count: > 0 } newer)
            throw new StorageException($"The data folder was written by a newer ParkBrand (migration {newer[^1]}). Start that version, or restore an older backup.");

        foreach (var (number, name, sql) in known.Where(k => !applied.Contains(k.Number)))
        {
            connection.Execute(sql, transaction: transaction);
            connection.Execute("INSERT INTO migration VALUES (@number, @name, @at)",
                new { number, name, at = Instant.Write(clock.GetUtcNow()) }, transaction);
        }

        transaction.Commit();
    }

    private static bool IsCurrent(SqliteConnection connection, IEnumerable<int> known) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'migration')")
        && connection.Query<int>("SELECT number FROM migration").ToHashSet().SetEquals(known);

    private static List<(int Number, string Name, string Sql)> Known()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n =>
            {
                var name = n[Folder.Length..];
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                return (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
            })
            .OrderBy(m => m.Item1)
            .ToList();
    }
}
