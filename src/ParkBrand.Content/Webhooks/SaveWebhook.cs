using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Webhooks;

/// <summary>Makes a webhook or changes it. For those who look after accounts: whoever decides who comes in decides what goes out.</summary>
public sealed class SaveWebhook
{
    public const int Most = 50;
    private readonly Database database;
    private readonly WebhookCheck check;
    private readonly WebhookSecrets secrets;
    private readonly Listening listening;

    internal SaveWebhook(Database database, WebhookCheck check, WebhookSecrets secrets, Listening listening) =>
        (this.database, this.check, this.secrets, this.listening) = (database, check, secrets, listening);

    /// <param name="Types">Ids of document and media types; empty means all.</param>
    public sealed record Command(
        Guid Id, string Name, string? Description, string Url, IReadOnlyList<string> Events, IReadOnlyList<Guid> Types, IReadOnlyDictionary<string, string> Headers, bool Enabled);

    /// <summary>What it is told of begins with this moment. It has a secret from now on, which nobody knows before it is renewed.</summary>
    public Task<Outcome<Guid>> Create(Actor actor, Command command, CancellationToken cancel = default) => Checked(actor, command, (connection, transaction) =>
    {
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM webhook", transaction: transaction) >= Most)
            return Outcome.Invalid<Guid>($"there are {Most} webhooks already; delete one first");
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM webhook WHERE id = @Id)", new { command.Id }, transaction))
            return Outcome.Conflict<Guid>("there is such a webhook already");
        listening.Begin(connection, transaction);
        connection.Execute("""
            INSERT INTO webhook (id, name, description, url, events, types, headers, secret, enabled, created_at, changed_at)
            VALUES (@Id, @Name, @Description, @Url, @events, @types, @headers, @secret, @Enabled, @now, @now)
            """, Stored(command), transaction);
        database.Note(connection, transaction, actor, "webhook-create", command.Id);
        return Outcome.Ok(command.Id);
    }, cancel);

    /// <summary>Whoever saves it has looked at it: what held it back is over. What waits for one that is switched off is dropped.</summary>
    public Task<Outcome<Guid>> Update(Actor actor, Command command, CancellationToken cancel = default) => Checked(actor, command, (connection, transaction) =>
    {
        var changed = connection.Execute("""
            UPDATE webhook SET name = @Name, description = @Description, url = @Url, events = @events, types = @types, headers = @headers, enabled = @Enabled, changed_at = @now,
                failures = 0, hold_until = NULL, suspended_at = NULL, note = NULL WHERE id = @Id
            """, Stored(command), transaction);
        if (changed == 0)
            return Outcome.NotFound<Guid>();
        if (!command.Enabled)
            connection.Execute("UPDATE webhook_delivery SET state = 'dropped', next_at = NULL WHERE webhook_id = @Id AND state = 'waiting'", new { command.Id }, transaction);
        database.Note(connection, transaction, actor, "webhook-save", command.Id);
        return Outcome.Ok(command.Id);
    }, cancel);

    private async Task<Outcome<Guid>> Checked(Actor actor, Command command, Func<SqliteConnection, SqliteTransaction, Outcome<Guid>> write, CancellationToken cancel)
    {
        if (!actor.LooksAfterAccounts)
            return Outcome.Forbidden<Guid>(Permissions.Users);
        if (check.Problems(command) is { Count: > 0 } problems)
            return Outcome.Invalid<Guid>(problems);
        return await database.Write((connection, transaction) => write(connection, transaction) is var outcome ? (outcome.IsOk, outcome) : default, cancel);
    }

    private object Stored(Command command) => new
    {
        command.Id, Name = command.Name.Trim(), command.Description, command.Url, command.Enabled,
        events = JsonSerializer.Serialize(WebhookEvents.All.Where(command.Events.Contains)), types = JsonSerializer.Serialize(command.Types.Distinct()),
        headers = secrets.Close(JsonSerializer.Serialize(command.Headers)), secret = secrets.Close(WebhookSecrets.New()), now = Instant.Write(database.Clock.GetUtcNow()),
    };
}
