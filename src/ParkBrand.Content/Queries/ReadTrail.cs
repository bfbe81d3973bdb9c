using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Action">As in the audit trail: create, save, publish, move …</param>
public sealed record TrailEntry(long Seq, string Action, Guid Document);

/// <summary>Follows what editors do, in order, whichever process they do it in; drafts included, unlike the snapshot.</summary>
public sealed class ReadTrail
{
    private readonly Database database;
    private readonly ReadSession reading;

    internal ReadTrail(Database database, ContentSchema schema) => (this.database, reading) = (database, new ReadSession(database, schema));

    public long End() => database.Read(c => c.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM audit"));

    public IReadOnlyList<TrailEntry> After(long seq) => database.Read(c =>
        c.Query<(long Seq, string Action, string Document)>("SELECT seq, action, document_id FROM audit WHERE seq > @seq ORDER BY seq LIMIT 500", new { seq })
            .Where(e => Guid.TryParse(e.Document, out _)).Select(e => new TrailEntry(e.Seq, e.Action, Guid.Parse(e.Document))).ToList());

    /// <summary>Whether an actor may know of a document; nobody may of one that was deleted.</summary>
    public bool MaySee(Actor actor, Guid id) => reading.Run(actor, session => session.Find(id) is { } row && actor.Sees(session.SelfAndAncestors(row)));
}
