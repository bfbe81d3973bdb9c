using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>
/// Reads the change feed onwards from where it stopped, and writes what has changed for the public into the outbox of each webhook,
/// in one transaction with the place it has come to. Whatever dies in between: nothing is lost, nothing is written twice.
/// </summary>
public sealed class CollectEvents
{
    private static readonly JsonSerializerOptions Plain = new();
    private readonly Database database;
    private readonly Listening listening;
    internal CollectEvents(Database database, Listening listening) => (this.database, this.listening) = (database, listening);

    private sealed record Known(Guid SubjectId, string Type, string Cultures, string? Route, bool Live, string? ExpiresAt)
    {
        private Known() : this(default, "", "", null, false, null) { }
    }

    private sealed record Happened(string Event, Guid Id, string Subject, string Type, string Cultures, string? Route, string At);

    private sealed record Change(string At, Guid DocumentId, string Kind)
    {
        private Change() : this("", default, "") { }
    }

    /// <summary>Whether there is any webhook, and so anything to look for.</summary>
    public bool IsListenedTo => database.Read(c => c.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM webhook_feed)"));

    /// <returns>How many deliveries there are to be made now that there were not before.</returns>
    /// <exception cref="StorageException">The store cannot be used; the next call begins where this one did.</exception>
    public async Task<int> Execute(CancellationToken cancel = default)
    {
        var now = Instant.Write(database.Clock.GetUtcNow());
        if (!database.Read(c => c.ExecuteScalar<bool>("""
            SELECT EXISTS (SELECT 1 FROM webhook_feed f WHERE EXISTS (SELECT 1 FROM change WHERE seq > f.seq)
                OR EXISTS (SELECT 1 FROM webhook_known WHERE live AND expires_at IS NOT NULL AND expires_at <= @now))
            """, new { now })))
            return 0;
        return await database.Write((connection, transaction) => (true, Collect(connection, transaction, now)), cancel);
    }

    private int Collect(SqliteConnection connection, SqliteTransaction transaction, string now)
    {
        if (connection.ExecuteScalar<long?>("SELECT seq FROM webhook_feed", transaction: transaction) is not { } from)
            return 0;
        var snapshot = listening.Latest();
        var happened = Expired(connection, transaction, now);
        var changes = connection.Query<Change>("SELECT at, document_id AS DocumentId, kind FROM change WHERE seq > @from AND seq <= @Seq ORDER BY seq", new { from, snapshot.Seq }, transaction).ToList();
        // Several entries for one document are read once, in the place of the last.
        foreach (var entries in changes.Select((c, i) => (Change: c, Place: i)).GroupBy(c => c.Change.DocumentId).OrderBy(g => g.Last().Place))
            happened.AddRange(Compare(connection, transaction, snapshot, entries.Key, [.. entries.Select(e => e.Change)]));
        connection.Execute("UPDATE webhook_feed SET seq = @Seq", new { snapshot.Seq }, transaction);
        return Tell(connection, transaction, happened, database.Clock.GetUtcNow());
    }

    private static List<Happened> Expired(SqliteConnection connection, SqliteTransaction transaction, string now)
    {
        var over = connection.Query<Known>($"{Select} WHERE live AND expires_at IS NOT NULL AND expires_at <= @now ORDER BY expires_at, subject_id", new { now }, transaction).ToList();
        connection.Execute("UPDATE webhook_known SET live = 0 WHERE live AND expires_at IS NOT NULL AND expires_at <= @now", new { now }, transaction);
        return over.ConvertAll(k => new Happened(WebhookEvents.ContentExpire, k.SubjectId, "document", k.Type, "[]", k.Route, k.ExpiresAt!));
    }

    private const string Select = "SELECT subject_id AS SubjectId, type, cultures, route, live, expires_at AS ExpiresAt FROM webhook_known";

    private static IEnumerable<Happened> Compare(SqliteConnection connection, SqliteTransaction transaction, Snapshot snapshot, Guid id, List<Change> changes)
    {
        var before = connection.QueryFirstOrDefault<Known>($"{Select} WHERE subject_id = @id", new { id }, transaction);
        var (kinds, at) = (changes.Select(c => c.Kind).ToHashSet(), changes[^1].At);
        if (kinds.Contains("media"))
            return Media(connection, transaction, snapshot, id, before, at);
        if (snapshot.Find(id) is { } document)
        {
            var seen = Seen.Of(snapshot, document);
            Listening.Keep(connection, transaction, seen);
            var same = before is { Live: true } && before.Cultures == seen.Cultures && before.Route == seen.Route;
            return kinds.Contains("published") || !same
                ? [new(before is { Live: true } && !kinds.Contains("published") && kinds.Contains("unpublished") ? WebhookEvents.ContentUnpublish : WebhookEvents.ContentPublish, id, "document", seen.Type, seen.Cultures, seen.Route, at)]
                : [];
        }

        return before is null ? [] : Gone(connection, transaction, id, before, kinds, at);
    }

    // What the public never saw is told of to nobody, neither that it was there nor that it is gone.
    private static List<Happened> Gone(SqliteConnection connection, SqliteTransaction transaction, Guid id, Known before, HashSet<string> kinds, string at)
    {
        var told = new List<Happened>();
        if (before.Live)
        {
            // Published anew with a day that is past: nobody withdrew it.
            var over = kinds.Contains("published") && !kinds.Overlaps(["unpublished", "trashed", "deleted"]);
            told.Add(new(over ? WebhookEvents.ContentExpire : WebhookEvents.ContentUnpublish, id, "document", before.Type, "[]", before.Route, at));
        }

        if (kinds.Contains("deleted"))
            told.Add(new(WebhookEvents.ContentDelete, id, "document", before.Type, "[]", before.Route, at));
        connection.Execute(kinds.Contains("deleted") ? "DELETE FROM webhook_known WHERE subject_id = @id" : "UPDATE webhook_known SET live = 0 WHERE subject_id = @id", new { id }, transaction);
        return told;
    }

    private static IEnumerable<Happened> Media(SqliteConnection connection, SqliteTransaction transaction, Snapshot snapshot, Guid id, Known? before, string at)
    {
        if (snapshot.Media(id) is { } media)
        {
            var seen = Seen.Of(snapshot.Schema, media);
            Listening.Keep(connection, transaction, seen);
            return [new(WebhookEvents.MediaSave, id, "media", seen.Type, "[]", null, at)];
        }

        if (before is null)
            return [];
        connection.Execute("DELETE FROM webhook_known WHERE subject_id = @id", new { id }, transaction);
        return [new(WebhookEvents.MediaDelete, id, "media", before.Type, "[]", null, at)];
    }

    private static int Tell(SqliteConnection connection, SqliteTransaction transaction, List<Happened> happened, DateTimeOffset now)
    {
        var told = 0;
        var webhooks = connection.Query<(string Id, string Events, string Types)>("SELECT id, events, types FROM webhook WHERE enabled ORDER BY id", transaction: transaction)
            .Select(w => (w.Id, Events: JsonSerializer.Deserialize<HashSet<string>>(w.Events, Plain)!, Types: WebhookRow.Ids(w.Types).ToHashSet())).ToList();
        foreach (var one in happened)
            foreach (var webhook in webhooks.Where(w => w.Events.Contains(one.Event) && (w.Types.Count == 0 || w.Types.Contains(SchemaId.Of(one.Subject + "-type", one.Type)))))
                told += connection.Execute("""
                    INSERT INTO webhook_delivery (id, webhook_id, event, at, subject, subject_id, type, cultures, route, state, next_at)
                    VALUES (@key, @webhook, @Event, @At, @Subject, @Id, @Type, @Cultures, @Route, 'waiting', @now)
                    """, new { key = Guid.CreateVersion7(now), webhook = webhook.Id, one.Event, one.At, one.Subject, one.Id, one.Type, one.Cultures, one.Route, now = Instant.Write(now) }, transaction);
        return told;
    }
}
