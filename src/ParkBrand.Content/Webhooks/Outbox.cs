using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>A delivery that may be made now, with what it takes.</summary>
/// <param name="Secrets">To sign with: the one that counts, and for a day the former one.</param>
public sealed record DueDelivery(WebhookDelivery Delivery, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Secrets);

/// <summary>How one try went.</summary>
/// <param name="Status">Of the reply; null where none came.</param>
/// <param name="Problem">One of a closed set, null when the receiver took it.</param>
/// <param name="Reply">The beginning of the reply; at most <see cref="Outbox.LongestReply"/> characters are kept.</param>
/// <param name="RetryAfter">How long the receiver asks not to be called.</param>
public sealed record Attempt(int? Status, string? Problem, string? Reply = null, TimeSpan? RetryAfter = null);

/// <summary>
/// What is to be delivered, each document's events in their order: what failed holds back the later ones of the same document and no others.
/// A webhook belongs to one process for as long as a try may take.
/// </summary>
public sealed class Outbox
{
    public const int LongestReply = 500, DaysKept = 30;

    /// <summary>So much may wait for one webhook, and so long, days; then it is switched off.</summary>
    public const int MostWaiting = 10_000, LongestWaiting = 14;
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(30);

    // Each webhook's oldest delivery whose time has come and before which nothing of the same document waits. CROSS JOIN and INDEXED BY
    // keep SQLite from looking at the whole log, or sorting all that waits, for each of the many looks.
    private const string Due = DeliveryRow.Columns + """
         FROM webhook w CROSS JOIN webhook_delivery d ON d.place = (
            SELECT n.place FROM webhook_delivery n INDEXED BY webhook_delivery_order WHERE n.webhook_id = w.id AND n.state = 'waiting' AND n.next_at <= @now
            AND NOT EXISTS (SELECT 1 FROM webhook_delivery e INDEXED BY webhook_delivery_subject
                WHERE e.webhook_id = n.webhook_id AND e.subject_id = n.subject_id AND e.state = 'waiting' AND e.place < n.place)
            ORDER BY n.place LIMIT 1)
        WHERE w.enabled AND w.suspended_at IS NULL AND (w.hold_until IS NULL OR w.hold_until <= @now) AND (w.worker IS NULL OR w.worker = @me OR w.worker_until <= @now)
        """;

    private readonly Database database;
    private readonly WebhookSecrets secrets;
    private readonly string me = Guid.NewGuid().ToString();
    private readonly ILogger<Outbox> log;
    internal Outbox(Database database, WebhookSecrets secrets, ILogger<Outbox> log) => (this.database, this.secrets, this.log) = (database, secrets, log);

    private sealed record Closed(string Headers, string Secret, string? FormerSecret, string? FormerUntil)
    {
        private Closed() : this("", "", null, null) { }
    }

    /// <summary>At most one for each webhook, the longest waiting first.</summary>
    public IReadOnlyList<WebhookDelivery> Next() => database.Read(c =>
        c.Query<DeliveryRow>(Due + " ORDER BY d.next_at, d.place", new { me, now = Instant.Write(database.Clock.GetUtcNow()) }).Select(r => r.Read()).ToList());

    /// <returns>Null where another process has it, where the webhook is gone or switched off meanwhile, or where it cannot be signed.</returns>
    public Task<DueDelivery?> Take(Guid id, CancellationToken cancel = default) => database.Write<DueDelivery?>((connection, transaction) =>
    {
        var now = database.Clock.GetUtcNow();
        var parameters = new { id, me, now = Instant.Write(now), until = Instant.Write(now + Claim) };
        if (connection.QueryFirstOrDefault<DeliveryRow>(Due + " AND d.id = @id", parameters, transaction)?.Read() is not { } delivery)
            return (false, null);
        var closed = connection.QueryFirst<Closed>("SELECT headers, secret, former_secret AS FormerSecret, former_until AS FormerUntil FROM webhook WHERE id = @WebhookId", new { delivery.WebhookId }, transaction);
        if (secrets.Open(closed.Secret) is not { } secret || secrets.Open(closed.Headers) is not { } headers)
        {
            var name = connection.QueryFirst<string>("UPDATE webhook SET suspended_at = @now, note = 'secret' WHERE id = @WebhookId RETURNING name", new { delivery.WebhookId, parameters.now }, transaction);
            log.LogError("Webhook {Webhook} is suspended: its secret or its headers cannot be read, since the key that they were encrypted with is not in the folder 'keys' of the data folder. "
                + "Put that folder back from a backup and let the webhook go on; or make a new secret, give it to the receiver, enter the headers anew and save", name);
            return (true, null);
        }

        connection.Execute("UPDATE webhook SET worker = @me, worker_until = @until WHERE id = @WebhookId", new { delivery.WebhookId, me, parameters.until }, transaction);
        var former = closed.FormerUntil is { } until && Instant.Read(until) > now ? secrets.Open(closed.FormerSecret) : null;
        return (true, new DueDelivery(delivery, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(headers)!, former is null ? [secret] : [secret, former]));
    }, cancel);

    /// <summary>Writes down how it went and when it is tried again.</summary>
    public Task Settle(Guid id, Attempt attempt, CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        var now = database.Clock.GetUtcNow();
        var found = connection.QueryFirstOrDefault<(string Webhook, long Tries, long Failures)>("""
            SELECT w.id, d.tries, w.failures FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.id = @id
            """, new { id }, transaction);
        if (found.Webhook is null)
            return (false, 0); // deleted while it was on its way
        var tries = (int)found.Tries + 1;
        var again = attempt.Problem is null || tries >= RetryPlan.Tries ? (DateTimeOffset?)null : now + RetryPlan.After(tries, attempt.RetryAfter);
        connection.Execute("""
            UPDATE webhook_delivery SET state = CASE WHEN state = 'dropped' AND @problem IS NOT NULL THEN 'dropped' ELSE @state END, tries = @tries, next_at = @again, tried_at = @now,
                status = @Status, problem = @problem, reply = @reply WHERE id = @id
            """, new
        {
            id, tries, attempt.Status, problem = attempt.Problem, now = Instant.Write(now), again = again is { } at ? Instant.Write(at) : null,
            state = attempt.Problem is null ? "delivered" : again is null ? "failed" : "waiting",
            reply = attempt.Reply is { Length: > LongestReply } whole ? whole[..LongestReply] : attempt.Reply,
        }, transaction);
        Receiver(connection, transaction, found.Webhook, attempt, attempt.Problem is null ? 0 : (int)found.Failures + 1, now);
        return (true, 0);
    }, cancel);

    private static void Receiver(SqliteConnection connection, SqliteTransaction transaction, string id, Attempt attempt, int failures, DateTimeOffset now)
    {
        var hold = failures == 0 ? null : RetryPlan.Hold(failures, attempt.RetryAfter);
        connection.Execute("""
            UPDATE webhook SET worker = NULL, worker_until = NULL, failures = @failures, hold_until = @hold,
                note = CASE WHEN enabled THEN @note ELSE note END, suspended_at = CASE WHEN enabled THEN @suspended ELSE suspended_at END WHERE id = @id
            """, new
        {
            id, failures, hold = hold is { } span ? Instant.Write(now + span) : null, note = hold is null && failures < RetryPlan.Suspended ? null : attempt.Problem,
            suspended = failures >= RetryPlan.Suspended ? Instant.Write(now) : null,
        }, transaction);
    }

    /// <summary>Gives back what was taken and not tried, e.g. at the end of the process.</summary>
    public Task Release(CancellationToken cancel = default) => database.Write((connection, transaction) =>
        (true, connection.Execute("UPDATE webhook SET worker = NULL, worker_until = NULL WHERE worker = @me", new { me }, transaction)), cancel);

    /// <summary>
    /// Switches off each webhook for which too much waits, or for too long: a receiver that comes back after that is better off asking
    /// for what has changed than hearing all of it. What waited is in the log as dropped.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> SwitchOffOverfull(CancellationToken cancel = default) => database.Write((connection, transaction) =>
    {
        var now = database.Clock.GetUtcNow();
        // An id begins with the moment at which the delivery was written, which the event may be long before: nobody may have been running.
        var off = connection.Query<(string Id, string Name)>("""
            UPDATE webhook SET enabled = 0, suspended_at = @now, hold_until = NULL, note = 'backlog' WHERE enabled AND (
                (SELECT count(*) FROM webhook_delivery d INDEXED BY webhook_delivery_order WHERE d.webhook_id = webhook.id AND d.state = 'waiting') > @MostWaiting
                OR EXISTS (SELECT 1 FROM webhook_delivery d INDEXED BY webhook_delivery_order WHERE d.webhook_id = webhook.id AND d.state = 'waiting' AND d.id < @before))
            RETURNING id, name
            """, new { now = Instant.Write(now), MostWaiting, before = Guid.CreateVersion7(now.AddDays(-LongestWaiting)) }, transaction).ToList();
        connection.Execute("UPDATE webhook_delivery SET state = 'dropped', next_at = NULL WHERE webhook_id = @Id AND state = 'waiting'", off.ConvertAll(o => new { o.Id }), transaction);
        foreach (var (_, name) in off)
            log.LogWarning("Webhook {Webhook} is switched off: more than {Most} messages wait for it, or some for more than {Days} days. "
                + "Look at its receiver, switch it on again, and let the receiver ask for what has changed", name, MostWaiting, LongestWaiting);
        return (off.Count > 0, off.Count);
    }, cancel);

    /// <summary>Deletes what is older than the log is kept.</summary>
    public Task<int> Forget(CancellationToken cancel = default) => database.Write((connection, transaction) =>
        (true, connection.Execute("DELETE FROM webhook_delivery WHERE at < @old AND state <> 'waiting'", new { old = Instant.Write(database.Clock.GetUtcNow().AddDays(-DaysKept)) }, transaction)), cancel);
}
