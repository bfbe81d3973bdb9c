using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>What was thrown away, as far as the actor may know of it; the latest first.</summary>
public sealed class BrowseRecycleBin
{
    private readonly ReadSession reading;

    internal BrowseRecycleBin(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    public Page<DocumentCard> Roots(Actor actor, int skip, int take) => reading.Run(actor, session =>
    {
        var (all, top) = Visible.To(actor);
        var where = $"FROM document d WHERE d.trash_root = d.id AND {Visible.Sql}";
        var total = session.Scalar<int>($"SELECT count(*) {where}", new { all, top });
        var ids = session.Query<Guid>($"SELECT d.id {where} ORDER BY d.trashed_at DESC, d.id LIMIT @take OFFSET @skip", new { all, top, take, skip });
        // In the bin they stand at the top, whatever they were below.
        return new Page<DocumentCard>([.. Cards.Read(session, ids).Select(c => c with { Parent = null, Ancestors = [] })], total, Math.Min(skip, total));
    });

    public Outcome<Page<DocumentCard>> Children(Actor actor, Guid parent, int skip, int take) => reading.Of(actor, parent, (session, row) =>
    {
        if (!row.IsTrashed)
            return Outcome.NotFound<Page<DocumentCard>>();
        var total = session.Scalar<int>("SELECT count(*) FROM document WHERE parent_id = @parent AND trashed_at IS NOT NULL", new { parent });
        var ids = session.Query<Guid>("SELECT id FROM document WHERE parent_id = @parent AND trashed_at IS NOT NULL ORDER BY sort, id LIMIT @take OFFSET @skip", new { parent, take, skip });
        return Outcome.Ok(new Page<DocumentCard>(Cards.Read(session, ids), total, Math.Min(skip, total)));
    });

    /// <summary>Where a document in the bin stood; null at the root or where the actor's own part of the tree begins.</summary>
    public Outcome<Guid?> OriginalParent(Actor actor, Guid id) => reading.Of(actor, id, (session, row) =>
        row.IsTrashed ? Outcome.Ok(Cards.Read(session, [id])[0].Parent) : Outcome.NotFound<Guid?>());
}
