using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>Who refers to a document, as far as the actor may know of them.</summary>
public sealed class ReadReferences
{
    private readonly ReadSession reading;

    internal ReadReferences(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    public Outcome<Page<DocumentCard>> To(Actor actor, Guid id, int skip, int take) =>
        reading.Of(actor, id, (session, _) => Outcome.Ok(Referring(session, "r.target_id = @id", new { id }, skip, take)));

    /// <summary>Documents in the recycle bin or elsewhere that refer to something in the recycle bin.</summary>
    public Page<DocumentCard> ToTrash(Actor actor, int skip, int take) => reading.Run(actor, session =>
        Referring(session, "r.target_id IN (SELECT id FROM document WHERE trash_root IS NOT NULL)", new { id = Guid.Empty }, skip, take));

    /// <summary>Those below a document that something refers to.</summary>
    public Outcome<Page<DocumentCard>> Descendants(Actor actor, Guid id, int skip, int take) => reading.Of(actor, id, (session, _) =>
    {
        var ids = session.Query<Guid>("""
            WITH RECURSIVE below (id) AS (SELECT id FROM document WHERE parent_id = @id UNION ALL SELECT d.id FROM document d JOIN below b ON d.parent_id = b.id)
            SELECT b.id FROM below b WHERE EXISTS (SELECT 1 FROM reference r WHERE r.target_id = b.id) ORDER BY b.id
            """, new { id });
        return Outcome.Ok(new Page<DocumentCard>(Cards.Read(session, [.. ids.Skip(skip).Take(take)]), ids.Count, Math.Min(skip, ids.Count)));
    });

    /// <summary>Those of the documents that something refers to.</summary>
    public IReadOnlyList<Guid> AreReferred(Actor actor, IReadOnlyCollection<Guid> ids) => reading.Run(actor, session => ids.Distinct()
        .Where(id => session.Find(id) is { } row && actor.Sees(session.SelfAndAncestors(row)))
        .Where(id => session.Scalar<bool>("SELECT EXISTS (SELECT 1 FROM reference WHERE target_id = @id)", new { id })).ToList());

    private static Page<DocumentCard> Referring(WriteSession session, string condition, object parameters, int skip, int take)
    {
        var (all, top) = Visible.To(session.Actor);
        var values = new Dapper.DynamicParameters(parameters);
        values.AddDynamicParams(new { all, top });
        var ids = session.Query<Guid>($"""
            SELECT DISTINCT d.id FROM reference r JOIN document d ON d.id = r.document_id
            WHERE {condition} AND d.trashed_at IS NULL AND {Visible.Sql} ORDER BY d.id
            """, values);
        return new Page<DocumentCard>(Cards.Read(session, [.. ids.Skip(skip).Take(take)]), ids.Count, Math.Min(skip, ids.Count));
    }
}
