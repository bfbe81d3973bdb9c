using System.Collections.Immutable;
using Dapper;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Snapshots;

/// <param name="Documents">Published, changed, unpublished or expired between the two.</param>
public sealed record SnapshotChange(Snapshot Before, Snapshot After, IReadOnlyCollection<Guid> Documents);

/// <summary>Holds the current snapshot, swaps it when content changes, and never hands out one that is past an expiry.</summary>
public sealed class SnapshotSource
{
    private readonly Database database;
    private readonly SnapshotReader reader;
    private readonly Lock swapping = new();
    private volatile Snapshot current;
    private volatile bool loaded;
    private Action<SnapshotChange>? followers;

    internal SnapshotSource(Database database, ContentSchema schema)
    {
        this.database = database;
        reader = new SnapshotReader(schema);
        current = SnapshotBuilder.Empty(schema);
    }

    /// <summary>Whether the published content was read from the database once; before that nothing is served.</summary>
    public bool IsLoaded => loaded;

    /// <summary>What the public sees now. Take it once for each request.</summary>
    public Snapshot Current
    {
        get
        {
            var snapshot = current;
            return database.Clock.GetUtcNow() < snapshot.NextExpiry ? snapshot : PassExpiry();
        }
    }

    /// <summary>Tells of every change from now on, in order, before the writer hears that it is done. Do little here: the next swap waits.</summary>
    public void Follow(Action<SnapshotChange> follower)
    {
        lock (swapping)
            followers += follower;
    }

    private Snapshot Swap(Snapshot next, IReadOnlyCollection<Guid> documents)
    {
        var before = current;
        current = next;
        followers?.Invoke(new SnapshotChange(before, next, documents));
        return next;
    }

    private Snapshot PassExpiry()
    {
        lock (swapping)
        {
            var now = database.Clock.GetUtcNow();
            if (now < current.NextExpiry)
                return current;
            var builder = new SnapshotBuilder(current, now);
            var expired = builder.Expire();
            return Swap(builder.Build(current.Seq), expired);
        }
    }

    /// <summary>Reads everything published. Called once, before the first request is answered.</summary>
    internal void Load()
    {
        lock (swapping)
        {
            current = database.Read(connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: true);
                var (seq, at) = connection.QueryFirstOrDefault<(long Seq, string? At)>("SELECT seq, at FROM change ORDER BY seq DESC LIMIT 1");
                var builder = new SnapshotBuilder(SnapshotBuilder.Empty(current.Schema), database.Clock.GetUtcNow());
                builder.Replace([], reader.ReadAll(connection));
                return builder.Build(seq, AllRedirects(connection), reader.ReadMedia(connection).ToImmutableDictionary(m => m.Id), changedAt: at is null ? null : Instant.Read(at));
            });
            loaded = true;
        }
    }

    /// <summary>Applies what the change feed holds beyond the current snapshot.</summary>
    /// <returns>How many entries were applied.</returns>
    internal int CatchUp()
    {
        if (!loaded)
            return 0;
        lock (swapping)
        {
            return database.Read(connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: true);
                var changes = connection.Query<(long Seq, string Document, string Kind)>(
                    "SELECT seq, document_id, kind FROM change WHERE seq > @Seq ORDER BY seq", new { current.Seq }).AsList();
                if (changes.Count == 0)
                    return 0;
                var documents = changes.Where(c => c.Kind != "media").Select(c => Guid.Parse(c.Document)).ToHashSet();
                var builder = new SnapshotBuilder(current, database.Clock.GetUtcNow());
                builder.Replace(documents, reader.Read(connection, documents));
                var media = current.MediaItems;
                foreach (var id in changes.Where(c => c.Kind == "media").Select(c => Guid.Parse(c.Document)).Distinct())
                    media = reader.ReadMedia(connection, id) is [var item] ? media.SetItem(id, item) : media.Remove(id);
                Swap(builder.Build(changes[^1].Seq, current.Redirects.With(documents, RedirectsTo(connection, documents)), media), documents);
                return changes.Count;
            });
        }
    }

    private static IEnumerable<(string Path, Guid Target)> RedirectsTo(System.Data.IDbConnection connection, HashSet<Guid> documents) =>
        WriteSession.Texts(documents).SelectMany(ids => connection.Query<(string Path, string Target)>("SELECT path, document_id FROM redirect WHERE document_id IN @ids", new { ids }))
            .Select(r => (r.Path, Guid.Parse(r.Target)));

    private static RedirectMap AllRedirects(System.Data.IDbConnection connection) => RedirectMap.Empty.With([],
        connection.Query<(string Path, string Target)>("SELECT path, document_id FROM redirect").Select(r => (r.Path, Guid.Parse(r.Target))));
}
