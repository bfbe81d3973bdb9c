using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>Walks the tree of drafts. For somebody with an own part of it the tree begins there, and nothing else exists.</summary>
public sealed class BrowseDocuments
{
    private readonly ReadSession reading;

    internal BrowseDocuments(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    public Page<DocumentCard> Roots(Actor actor, int skip, int take) => reading.Run(actor, session =>
    {
        if (actor.SeesAll)
            return Below(session, null, skip, take);
        var top = actor.TreeTop is { } id && session.Find(id) is { IsTrashed: false } ? Cards.Read(session, [id]) : [];
        return new Page<DocumentCard>([.. top.Skip(skip).Take(take)], top.Count, Math.Min(skip, top.Count));
    });

    public Outcome<Page<DocumentCard>> Children(Actor actor, Guid parent, int skip, int take) =>
        reading.Of(actor, parent, (session, _) => Outcome.Ok(Below(session, parent, skip, take)));

    /// <summary>The neighbours of a document in the editors' order, itself among them.</summary>
    public Outcome<Page<DocumentCard>> Siblings(Actor actor, Guid target, int before, int after) => reading.Of(actor, target, (session, row) =>
    {
        if (row.IsTrashed)
            return Outcome.NotFound<Page<DocumentCard>>();
        if (!actor.SeesAll && row.Id == actor.TreeTop)
            return Outcome.Ok(new Page<DocumentCard>(Cards.Read(session, [row.Id]), 1, 0));
        var place = session.Scalar<int>("""
            SELECT count(*) FROM document WHERE parent_id IS @ParentId AND trashed_at IS NULL AND (sort < @Sort OR (sort = @Sort AND id < @Id))
            """, new { row.ParentId, row.Sort, row.Id });
        var skip = Math.Max(0, place - before);
        return Outcome.Ok(Below(session, row.ParentId, skip, place - skip + 1 + after));
    });

    /// <summary>From where the actor's tree begins down to the document, itself last.</summary>
    public Outcome<IReadOnlyList<DocumentCard>> Ancestors(Actor actor, Guid id) => reading.Of<IReadOnlyList<DocumentCard>>(actor, id, (session, row) =>
    {
        var self = Cards.Read(session, [row.Id]);
        return Outcome.Ok<IReadOnlyList<DocumentCard>>([.. Cards.Read(session, self[0].Ancestors), .. self]);
    });

    /// <summary>Those of the documents that the actor may know of, or may at least refer to.</summary>
    public IReadOnlyList<DocumentCard> Items(Actor actor, IReadOnlyCollection<Guid> ids) => reading.Run(actor, session =>
        Cards.ReadToRefer(session, [.. ids.Distinct().Where(id => session.Find(id) is { } row && Referable.May(session, row))]));

    private static Page<DocumentCard> Below(WriteSession session, Guid? parent, int skip, int take)
    {
        var total = session.Scalar<int>("SELECT count(*) FROM document WHERE parent_id IS @parent AND trashed_at IS NULL", new { parent });
        var ids = session.Query<Guid>("""
            SELECT id FROM document WHERE parent_id IS @parent AND trashed_at IS NULL ORDER BY sort, id LIMIT @take OFFSET @skip
            """, new { parent, take, skip });
        return new Page<DocumentCard>(Cards.Read(session, ids), total, Math.Min(skip, total));
    }
}
