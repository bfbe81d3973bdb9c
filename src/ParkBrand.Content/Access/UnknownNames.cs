using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Access;

/// <summary>Failures under names that no account has, counted and locked like those of accounts.</summary>
public sealed class UnknownNames
{
    private readonly Database database;

    internal UnknownNames(Database database) => this.database = database;

    public bool IsLocked(string nameHash) => database.Read(c => c.ExecuteScalar<string?>("SELECT locked_until FROM account_unknown WHERE name_hash = @nameHash", new { nameHash }))
        is { } until && Instant.Read(until) > database.Clock.GetUtcNow();

    /// <param name="most">The failure that locks the name.</param>
    public Task Fail(string nameHash, int most, TimeSpan lockout, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        var now = database.Clock.GetUtcNow();
        connection.Execute("DELETE FROM account_unknown WHERE at < @old", new { old = Instant.Write(now.AddDays(-1)) }, transaction);
        var failed = 1 + connection.ExecuteScalar<int>("SELECT failed FROM account_unknown WHERE name_hash = @nameHash", new { nameHash }, transaction);
        return (true, connection.Execute("INSERT OR REPLACE INTO account_unknown (name_hash, failed, locked_until, at) VALUES (@nameHash, @failed, @until, @at)", new
        {
            nameHash, failed = failed >= most ? 0 : failed, until = failed >= most ? Instant.Write(now + lockout) : null, at = Instant.Write(now),
        }, transaction));
    }, cancel);
}
