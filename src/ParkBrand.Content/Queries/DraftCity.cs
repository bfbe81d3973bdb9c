using Dapper;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>The city as it would be if every draft were published now. For those only who may read drafts; what is in the recycle bin is in no city.</summary>
public sealed class DraftCity
{
    private readonly Database database;
    private readonly ContentSchema schema;
    private readonly SnapshotSource snapshots;
    private volatile Known? known;

    internal DraftCity(Database database, ContentSchema schema, SnapshotSource snapshots) => (this.database, this.schema, this.snapshots) = (database, schema, snapshots);

    /// <param name="Saved">The last entry of the trail: every change of a draft leaves one.</param>
    private sealed record Known(long Stamp, long Saved, Snapshot Snapshot);

    /// <exception cref="StorageException">The database cannot be read.</exception>
    public Snapshot Current => database.Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var (current, saved) = (snapshots.Current, connection.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM audit"));
        if (known is { } last && last.Stamp == current.Stamp && last.Saved == saved)
            return last.Snapshot;
        var drafts = connection.Query<string>("""
            SELECT d.id FROM document d WHERE d.trashed_at IS NULL AND (d.path IS NOT d.published_path OR EXISTS (
                SELECT 1 FROM version_culture c WHERE c.document_id = d.id AND c.number = d.version
                AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.document_id = d.id AND p.culture = c.culture AND p.version = d.version)))
            """).Select(Guid.Parse).Concat(Waiting(current)).Distinct().ToList();
        var builder = new SnapshotBuilder(current, database.Clock.GetUtcNow());
        builder.Replace(drafts, new SnapshotReader(schema).ReadDrafts(connection, drafts));
        var city = builder.Build(current.Seq, apart: true);
        known = new Known(current.Stamp, saved, city);
        return city;
    });

    /// <summary>What is published below something that is not: with that it comes into view.</summary>
    private static IEnumerable<Guid> Waiting(Snapshot current) =>
        current.Published.Values.Where(d => !current.Live.ContainsKey(d.Id) && !(d.ExpiresAt <= current.ChangedAt)).Select(d => d.Id);
}
