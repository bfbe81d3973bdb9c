using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Access;

/// <summary>An account as its row says it.</summary>
internal sealed class AccountRow
{
    private const string Columns = """
        SELECT a.id, a.user_name AS UserName, a.normalized_name AS NormalizedName, a.name, a.email, a.language, a.state, a.start_node AS StartNode, a.media_start_node AS MediaStartNode,
               a.password_hash AS PasswordHash, a.password_changed_at AS PasswordChangedAt, a.security_stamp AS SecurityStamp, a.totp_secret AS TotpSecret, a.totp_pending AS TotpPending,
               a.totp_step AS TotpStep, a.recovery_codes AS RecoveryCodes, a.failed, a.locked_until AS LockedUntil, a.created_at AS CreatedAt, a.updated_at AS UpdatedAt,
               a.last_signed_in_at AS LastSignedInAt, a.version, (SELECT group_concat(g.alias, ' ') FROM account_group g WHERE g.account_id = a.id) AS Groups
        FROM account a
        """;

    public required Guid Id { get; init; }
    public required string UserName { get; init; }
    public required string NormalizedName { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required string Language { get; init; }
    public required string State { get; init; }
    public Guid? StartNode { get; init; }
    public Guid? MediaStartNode { get; init; }
    public string? PasswordHash { get; init; }
    public string? PasswordChangedAt { get; init; }
    public required string SecurityStamp { get; init; }
    public string? TotpSecret { get; init; }
    public string? TotpPending { get; init; }
    public long TotpStep { get; init; }
    public required string RecoveryCodes { get; init; }
    public int Failed { get; init; }
    public string? LockedUntil { get; init; }
    public required string CreatedAt { get; init; }
    public required string UpdatedAt { get; init; }
    public string? LastSignedInAt { get; init; }
    public int Version { get; init; }
    public string? Groups { get; init; }

    public static List<Account> Read(SqliteConnection connection, string where, object parameters) =>
        connection.Query<AccountRow>($"{Columns} WHERE {where}", parameters).Select(r => r.ToAccount()).ToList();

    public static void Insert(SqliteConnection connection, Account account, SqliteTransaction transaction)
    {
        connection.Execute("""
            INSERT INTO account (id, user_name, normalized_name, name, email, language, state, start_node, media_start_node, password_hash, password_changed_at, security_stamp,
                                 totp_secret, totp_pending, totp_step, recovery_codes, failed, locked_until, created_at, updated_at, last_signed_in_at, version)
            VALUES (@Id, @UserName, @NormalizedName, @Name, @Email, @Language, @State, @StartNode, @MediaStartNode, @PasswordHash, @PasswordChangedAt, @SecurityStamp,
                    @TotpSecret, @TotpPending, @TotpStep, @RecoveryCodes, @Failed, @LockedUntil, @CreatedAt, @UpdatedAt, @LastSignedInAt, @Version)
            """, From(account), transaction);
        PutGroups(connection, account, transaction);
    }

    /// <returns>False when the row is not the version that <paramref name="account"/> was read from.</returns>
    public static bool Update(SqliteConnection connection, Account account, DateTimeOffset now, SqliteTransaction transaction)
    {
        account.UpdatedAt = now;
        var updated = connection.Execute("""
            UPDATE account SET user_name = @UserName, normalized_name = @NormalizedName, name = @Name, email = @Email, language = @Language, state = @State, start_node = @StartNode,
                media_start_node = @MediaStartNode, password_hash = @PasswordHash, password_changed_at = @PasswordChangedAt, security_stamp = @SecurityStamp, totp_secret = @TotpSecret,
                totp_pending = @TotpPending, totp_step = @TotpStep, recovery_codes = @RecoveryCodes, failed = @Failed, locked_until = @LockedUntil, updated_at = @UpdatedAt,
                last_signed_in_at = @LastSignedInAt, version = version + 1
            WHERE id = @Id AND version = @Version
            """, From(account), transaction);
        if (updated == 0)
            return false;
        connection.Execute("DELETE FROM account_group WHERE account_id = @Id", new { account.Id }, transaction);
        PutGroups(connection, account, transaction);
        return true;
    }

    private static void PutGroups(SqliteConnection connection, Account account, SqliteTransaction transaction) => connection.Execute(
        "INSERT INTO account_group (account_id, alias) VALUES (@Id, @alias)", account.Groups.Distinct(StringComparer.Ordinal).Select(alias => new { account.Id, alias }), transaction);

    private static AccountRow From(Account a) => new()
    {
        Id = a.Id, UserName = a.UserName, NormalizedName = a.NormalizedName, Name = a.Name, Email = a.Email, Language = a.Language, State = a.State.ToString().ToLowerInvariant(),
        StartNode = a.StartNode, MediaStartNode = a.MediaStartNode, PasswordHash = a.PasswordHash, PasswordChangedAt = Text(a.PasswordChangedAt), SecurityStamp = a.SecurityStamp,
        TotpSecret = a.TotpSecret, TotpPending = a.TotpPending, TotpStep = a.TotpStep, RecoveryCodes = JsonSerializer.Serialize(a.RecoveryCodes), Failed = a.Failed,
        LockedUntil = Text(a.LockedUntil), CreatedAt = Instant.Write(a.CreatedAt), UpdatedAt = Instant.Write(a.UpdatedAt), LastSignedInAt = Text(a.LastSignedInAt), Version = a.Version,
    };

    private Account ToAccount() => new()
    {
        Id = Id, UserName = UserName, NormalizedName = NormalizedName, Name = Name, Email = Email, Language = Language, State = Enum.Parse<AccountState>(State, ignoreCase: true),
        Groups = Groups?.Split(' ') ?? [], StartNode = StartNode, MediaStartNode = MediaStartNode, PasswordHash = PasswordHash, PasswordChangedAt = Time(PasswordChangedAt),
        SecurityStamp = SecurityStamp, TotpSecret = TotpSecret, TotpPending = TotpPending, TotpStep = TotpStep, RecoveryCodes = JsonSerializer.Deserialize<string[]>(RecoveryCodes)!,
        Failed = Failed, LockedUntil = Time(LockedUntil), CreatedAt = Instant.Read(CreatedAt), UpdatedAt = Instant.Read(UpdatedAt), LastSignedInAt = Time(LastSignedInAt), Version = Version,
    };

    private static string? Text(DateTimeOffset? at) => at is { } instant ? Instant.Write(instant) : null;
    private static DateTimeOffset? Time(string? text) => text is null ? null : Instant.Read(text);
}
