using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>One document or media item as the public sees it.</summary>
/// <param name="Subject"><c>document</c> or <c>media</c>.</param>
internal sealed record Seen(Guid Id, string Subject, string Type, string Cultures, string? Route, string? ExpiresAt)
{
    public static Seen Of(Snapshot snapshot, PublishedDocument document) => new(
        document.Id, "document", document.Type.Alias, JsonSerializer.Serialize(snapshot.Schema.Languages.Select((l, i) => (l, i)).Where(l => document.IsIn(l.i)).Select(l => l.l.IsoCode)),
        document.Path, document.ExpiresAt is { } at ? Instant.Write(at) : null);

    public static Seen Of(ContentSchema schema, PublishedMedia media) => new(media.Id, "media", schema.MediaTypeOf(media.Name)?.Alias ?? "file", "[]", null, null);
}

/// <summary>Keeps what the public sees in the store while there is anybody to tell of changes.</summary>
internal sealed class Listening(SnapshotSource snapshots)
{
    private const string Save = """
        INSERT INTO webhook_known (subject_id, subject, type, cultures, route, live, expires_at) VALUES (@Id, @Subject, @Type, @Cultures, @Route, 1, @ExpiresAt)
        ON CONFLICT (subject_id) DO UPDATE SET type = excluded.type, cultures = excluded.cultures, route = excluded.route, live = 1, expires_at = excluded.expires_at
        """;

    /// <summary>From this transaction on changes are told; does nothing when they are already.</summary>
    public void Begin(SqliteConnection connection, SqliteTransaction transaction)
    {
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM webhook_feed)", transaction: transaction))
            return;
        var now = Latest();
        connection.Execute("INSERT INTO webhook_feed VALUES (1, @Seq)", new { now.Seq }, transaction);
        connection.Execute(Save, now.Live.Values.Select(d => Seen.Of(now, d)).Concat(now.MediaItems.Values.Select(m => Seen.Of(now.Schema, m))), transaction);
    }

    public static void End(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.Execute("DELETE FROM webhook_feed; DELETE FROM webhook_known", transaction: transaction);

    public static void Keep(SqliteConnection connection, SqliteTransaction transaction, Seen seen) => connection.Execute(Save, seen, transaction);

    /// <summary>As of the last change there is: whoever calls this owns the database, so none comes in between.</summary>
    public Snapshot Latest()
    {
        snapshots.CatchUp();
        return snapshots.Current;
    }
}
