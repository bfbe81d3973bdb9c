using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Access;

public enum AccountOutcome
{
    Saved,
    NameTaken,

    /// <summary>Somebody else changed the account since it was read. Nothing was written.</summary>
    Changed,

    /// <summary>Nobody who may look after accounts would be left. Nothing was written.</summary>
    LastAdministrator,
}

/// <summary>What is written beside a change of an account, in the same transaction.</summary>
/// <param name="Actor">Name of who did it.</param>
/// <param name="Action">A verb such as <c>invite</c> or <c>disable</c>.</param>
/// <param name="Detail">Never a secret.</param>
public sealed record AccountTrail(string Actor, string Action, string? Detail = null);

/// <param name="At">When it was done.</param>
public sealed record AccountEntry(DateTimeOffset At, string Actor, string Action, string? Detail);

/// <summary>The stored accounts. Rules of signing in are the business of who calls; that an administrator stays is kept here.</summary>
/// <remarks>Every member throws <see cref="StorageException"/> when the store cannot be used.</remarks>
public sealed class StoredAccounts
{
    private readonly Database database;
    private readonly string[] administrators;

    internal StoredAccounts(Database database, ContentSchema schema)
    {
        this.database = database;
        administrators = [.. schema.UserGroups.Values.Where(g => g.Permissions.Contains(Permissions.Users)).Select(g => g.Alias)];
    }

    public bool Any() => database.Read(c => c.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account)"));

    public Account? Find(Guid id) => database.Read(c => AccountRow.Read(c, "a.id = @id", new { id }).SingleOrDefault());

    public Account? FindByName(string normalizedName) => database.Read(c => AccountRow.Read(c, "a.normalized_name = @normalizedName", new { normalizedName }).SingleOrDefault());

    public const string Locked = "locked";

    /// <param name="search">Part of a name, user name or e-mail address, or of the name of the start node; null for all.</param>
    /// <param name="group">Alias of a user group.</param>
    /// <param name="state">An <see cref="AccountState"/> in small letters, or <see cref="Locked"/> for those who could sign in if it were not for failures.</param>
    public (int Total, IReadOnlyList<Account> Page) List(string? search, int skip, int take, string? group = null, string? state = null) => database.Read(c =>
    {
        const string found = """
            (@like IS NULL OR a.name LIKE @like ESCAPE '\' OR a.user_name LIKE @like ESCAPE '\' OR a.email LIKE @like ESCAPE '\' OR EXISTS (
                SELECT 1 FROM document d JOIN version_culture v ON v.document_id = d.id AND v.number = d.version WHERE d.id = a.start_node AND v.name LIKE @like ESCAPE '\'))
            AND (@group IS NULL OR EXISTS (SELECT 1 FROM account_group m WHERE m.account_id = a.id AND m.alias = @group))
            AND (@state IS NULL OR CASE WHEN a.state = 'active' AND a.locked_until > @now THEN 'locked' ELSE a.state END = @state)
            """;
        var like = string.IsNullOrWhiteSpace(search) ? null : $"%{search.Trim().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
        var values = new { like, group, state, now = Instant.Write(database.Clock.GetUtcNow()), skip, take };
        var total = c.ExecuteScalar<int>($"SELECT count(*) FROM account a WHERE {found}", values);
        return (total, (IReadOnlyList<Account>)AccountRow.Read(c, $"{found} ORDER BY a.name, a.id LIMIT @take OFFSET @skip", values));
    });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AccountEntry> Trail(Guid id) => database.Read(c =>
        c.Query<(string At, string Actor, string Action, string? Detail)>("SELECT at, actor, action, detail FROM account_audit WHERE account_id = @id ORDER BY seq DESC LIMIT 200", new { id })
            .Select(e => new AccountEntry(Instant.Read(e.At), e.Actor, e.Action, e.Detail)).ToList());

    /// <param name="onlyFirst">Answers <see cref="AccountOutcome.NameTaken"/> when there is any account already.</param>
    public Task<AccountOutcome> Add(Account account, AccountTrail trail, bool onlyFirst = false, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        var taken = onlyFirst ? "SELECT EXISTS (SELECT 1 FROM account)" : "SELECT EXISTS (SELECT 1 FROM account WHERE normalized_name = @NormalizedName)";
        if (connection.ExecuteScalar<bool>(taken, new { account.NormalizedName }, transaction))
            return (false, AccountOutcome.NameTaken);
        account.CreatedAt = account.UpdatedAt = database.Clock.GetUtcNow();
        account.Version = 1;
        AccountRow.Insert(connection, account, transaction);
        Note(connection, transaction, account.Id, trail);
        return (true, AccountOutcome.Saved);
    }, cancel);

    /// <param name="trail">Null for what a person's own signing in changes, such as counts of failures.</param>
    public Task<AccountOutcome> Save(Account account, AccountTrail? trail = null, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account WHERE normalized_name = @NormalizedName AND id <> @Id)", account, transaction))
            return (false, AccountOutcome.NameTaken);
        var administered = IsAdministered(connection, transaction);
        if (!AccountRow.Update(connection, account, database.Clock.GetUtcNow(), transaction))
            return (false, AccountOutcome.Changed);
        if (administered && !IsAdministered(connection, transaction))
            return (false, AccountOutcome.LastAdministrator);
        if (trail is not null)
            Note(connection, transaction, account.Id, trail);
        account.Version++;
        return (true, AccountOutcome.Saved);
    }, cancel);

    /// <summary>Writes into the trail what changes no account, such as the end of its sessions.</summary>
    public Task Note(Guid id, AccountTrail trail, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        Note(connection, transaction, id, trail);
        return (true, true);
    }, cancel);

    private bool IsAdministered(SqliteConnection connection, SqliteTransaction transaction) => connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM account a JOIN account_group g ON g.account_id = a.id WHERE a.state = 'active' AND g.alias IN @administrators)", new { administrators }, transaction);

    private void Note(SqliteConnection connection, SqliteTransaction transaction, Guid id, AccountTrail trail) => connection.Execute(
        "INSERT INTO account_audit (at, actor, action, account_id, detail) VALUES (@at, @Actor, @Action, @id, @Detail)",
        new { at = Instant.Write(database.Clock.GetUtcNow()), trail.Actor, trail.Action, id, trail.Detail }, transaction);
}
