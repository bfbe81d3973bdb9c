using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Access;

/// <param name="Hash">SHA-256 of the token, lower-case hex.</param>
/// <param name="Purpose">A token for one purpose is nothing for another.</param>
/// <param name="Stamp">The account's security stamp when the token was made.</param>
/// <param name="Payload">What the token is bound to.</param>
public sealed record AccountToken(string Hash, Guid Account, string Purpose, string Stamp, string Payload, DateTimeOffset ExpiresAt);

public enum TokenUse
{
    Taken,

    /// <summary>Never made, expired, or for another purpose.</summary>
    Unknown,

    /// <summary>It was right, once. Somebody else may have it.</summary>
    Again,
}

/// <summary>Tokens that work once: links of invitations, steps of signing in, authorization codes.</summary>
public sealed class AccountTokens
{
    private readonly Database database;

    internal AccountTokens(Database database) => this.database = database;

    /// <param name="replace">Ends all others of the account that are for the same purpose.</param>
    public Task Add(AccountToken token, bool replace = false, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        // Used ones are kept for a day, to know one that comes again.
        connection.Execute("DELETE FROM account_token WHERE expires_at < @old", new { old = Instant.Write(database.Clock.GetUtcNow().AddDays(-1)) }, transaction);
        if (replace)
            connection.Execute("DELETE FROM account_token WHERE account_id = @Account AND purpose = @Purpose", token, transaction);
        connection.Execute("INSERT INTO account_token (hash, account_id, purpose, stamp, payload, expires_at) VALUES (@Hash, @Account, @Purpose, @Stamp, @Payload, @expires)",
            new { token.Hash, token.Account, token.Purpose, token.Stamp, token.Payload, expires = Instant.Write(token.ExpiresAt) }, transaction);
        return (true, true);
    }, cancel);

    /// <summary>The token without using it up, or null.</summary>
    public AccountToken? Peek(string hash, string purpose) => database.Read(c => c.QuerySingleOrDefault<Row>(Columns, new { hash, purpose })) is { UsedAt: null } row ? Valid(row) : null;

    /// <summary>Uses the token up. Of several who try at once, one gets it.</summary>
    public Task<(TokenUse Use, AccountToken? Token)> Take(string hash, string purpose, CancellationToken cancel = default) =>
        database.Write<(TokenUse, AccountToken?)>((connection, transaction) =>
        {
            var row = connection.QuerySingleOrDefault<Row>(Columns, new { hash, purpose }, transaction);
            if (row is { UsedAt: not null })
                return (false, (TokenUse.Again, null));
            if (row is null || Valid(row) is not { } token)
                return (false, (TokenUse.Unknown, null));
            connection.Execute("UPDATE account_token SET used_at = @now WHERE hash = @hash", new { hash, now = Instant.Write(database.Clock.GetUtcNow()) }, transaction);
            return (true, (TokenUse.Taken, token));
        }, cancel);

    public Task Remove(Guid account, string purpose, CancellationToken cancel = default) => database.Write((connection, transaction) =>
        (true, connection.Execute("DELETE FROM account_token WHERE account_id = @account AND purpose = @purpose", new { account, purpose }, transaction)), cancel);

    private const string Columns = "SELECT hash, account_id AS Account, purpose, stamp, payload, expires_at AS ExpiresAt, used_at AS UsedAt FROM account_token WHERE hash = @hash AND purpose = @purpose";

    private AccountToken? Valid(Row row) => Instant.Read(row.ExpiresAt) is var expires && expires > database.Clock.GetUtcNow()
        ? new AccountToken(row.Hash, Guid.Parse(row.Account), row.Purpose, row.Stamp, row.Payload, expires)
        : null;

    private sealed record Row(string Hash, string Account, string Purpose, string Stamp, string Payload, string ExpiresAt, string? UsedAt);
}
