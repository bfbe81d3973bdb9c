using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Access;

/// <param name="Hash">SHA-256 of the id that only the browser has, lower-case hex.</param>
/// <param name="Stamp">The account's security stamp when the session began.</param>
/// <param name="CodeHash">Of the authorization code it came from.</param>
/// <param name="Agent">Family of the browser, e.g. <c>Firefox</c>.</param>
/// <param name="ExpiresAt">When it ends however much it is used.</param>
public sealed record AccountSession(string Hash, Guid Account, string Stamp, string? CodeHash, string Agent, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);

/// <summary>Who is signed in where. A row that is gone is a session that is over, in every process that shares the file.</summary>
public sealed class AccountSessions
{
    private const string Columns = """
        SELECT s.hash, s.account_id AS Account, s.stamp, s.code_hash AS CodeHash, s.agent, s.created_at AS CreatedAt, s.last_used_at AS LastUsedAt, s.expires_at AS ExpiresAt FROM account_session s
        """;

    private readonly Database database;

    internal AccountSessions(Database database) => this.database = database;

    /// <summary>Begins a session and forgets those that are over.</summary>
    public Task Open(AccountSession session, CancellationToken cancel = default) => Write("""
        DELETE FROM account_session WHERE expires_at < @now;
        INSERT INTO account_session (hash, account_id, stamp, code_hash, agent, created_at, last_used_at, expires_at)
        VALUES (@Hash, @Account, @Stamp, @CodeHash, @Agent, @created, @used, @expires)
        """, new
        {
            session.Hash, session.Account, session.Stamp, session.CodeHash, session.Agent, now = Instant.Write(database.Clock.GetUtcNow()),
            created = Instant.Write(session.CreatedAt), used = Instant.Write(session.LastUsedAt), expires = Instant.Write(session.ExpiresAt),
        }, cancel);

    /// <summary>The session and whose it is, both of this moment; null when there is none of that hash.</summary>
    public (AccountSession Session, Account Account)? Find(string hash) => database.Read(c =>
        c.QuerySingleOrDefault<Row>($"{Columns} WHERE s.hash = @hash", new { hash })?.ToSession() is { } session
        && AccountRow.Read(c, "a.id = @Account", new { session.Account }).SingleOrDefault() is { } account
            ? (session, account)
            : ((AccountSession, Account)?)null);

    /// <summary>Those that have not expired, newest first.</summary>
    public IReadOnlyList<AccountSession> Of(Guid account) => database.Read(c =>
        c.Query<Row>($"{Columns} WHERE s.account_id = @account AND s.expires_at > @now ORDER BY s.created_at DESC", new { account, now = Instant.Write(database.Clock.GetUtcNow()) })
            .Select(r => r.ToSession()).ToList());

    public Task Touch(string hash, CancellationToken cancel = default) =>
        Write("UPDATE account_session SET last_used_at = @now WHERE hash = @hash", new { hash, now = Instant.Write(database.Clock.GetUtcNow()) }, cancel);

    public Task Close(string hash, CancellationToken cancel = default) => Write("DELETE FROM account_session WHERE hash = @hash", new { hash }, cancel);

    public Task CloseAll(Guid account, CancellationToken cancel = default) => Write("DELETE FROM account_session WHERE account_id = @account", new { account }, cancel);

    /// <summary>Ends what an authorization code began that was shown a second time.</summary>
    public Task CloseOfCode(string codeHash, CancellationToken cancel = default) => Write("DELETE FROM account_session WHERE code_hash = @codeHash", new { codeHash }, cancel);

    private Task<int> Write(string sql, object parameters, CancellationToken cancel) => database.Write((connection, transaction) => (true, connection.Execute(sql, parameters, transaction)), cancel);

    private sealed record Row(string Hash, string Account, string Stamp, string? CodeHash, string Agent, string CreatedAt, string LastUsedAt, string ExpiresAt)
    {
        public AccountSession ToSession() =>
            new(Hash, Guid.Parse(Account), Stamp, CodeHash, Agent, Instant.Read(CreatedAt), Instant.Read(LastUsedAt), Instant.Read(ExpiresAt));
    }
}
