using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>Finds drafts by a part of their name, among those that the actor may know of.</summary>
public sealed class FindDocuments
{
    private readonly ReadSession reading;

    internal FindDocuments(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    /// <param name="Words">Part of a name in any language; blank finds everything, in the editors' order.</param>
    /// <param name="Types">Aliases; empty for all.</param>
    /// <param name="Parent">Only below this document.</param>
    /// <param name="ToRefer">Also finds public documents that the actor may refer to without seeing them in the tree.</param>
    public sealed record Question(string Words, IReadOnlyCollection<string> Types, Guid? Parent = null, bool Trashed = false, bool ToRefer = false, int Skip = 0, int Take = 50);

    public Page<DocumentCard> Find(Actor actor, Question question) => reading.Run(actor, session =>
    {
        var (all, top) = Visible.To(actor);
        var common = question.ToRefer && !all ? Referable.CommonTypes(session) : [];
        var parameters = new { like = Like(question.Words), anyType = question.Types.Count == 0, types = question.Types, common, all, top, parent = question.Parent, question.Skip, question.Take };
        var where = $"""
            d.trashed_at IS {(question.Trashed ? "NOT NULL" : "NULL")} AND (@anyType OR d.type IN @types)
              AND ({Visible.Sql} OR (d.type IN @common AND EXISTS (SELECT 1 FROM publication p WHERE p.document_id = d.id AND p.culture = '')))
              AND (@parent IS NULL OR d.id IN (WITH RECURSIVE below (id) AS
                  (SELECT @parent UNION ALL SELECT x.id FROM document x JOIN below b ON x.parent_id = b.id) SELECT id FROM below))
            """;
        return string.IsNullOrWhiteSpace(question.Words) ? Everything(session, where, parameters, question.Skip) : Named(session, where, parameters, question);
    });

    // Without looking at a single name.
    private static Page<DocumentCard> Everything(WriteSession session, string where, object parameters, int skip)
    {
        var total = session.Scalar<int>($"SELECT count(*) FROM document d WHERE {where}", parameters);
        var ids = session.Query<Guid>($"SELECT d.id FROM document d WHERE {where} ORDER BY d.parent_id, d.sort, d.id LIMIT @Take OFFSET @Skip", parameters);
        return new Page<DocumentCard>(Cards.ReadToRefer(session, ids), total, Math.Min(skip, total));
    }

    private static Page<DocumentCard> Named(WriteSession session, string where, object parameters, Question question)
    {
        var found = session.Query<Guid>($"""
            SELECT d.id FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version AND c.culture <> ''
            WHERE c.name LIKE @like ESCAPE '\' AND {where}
            GROUP BY d.id ORDER BY min(length(c.name)), min(c.name), d.id
            """, parameters);
        var page = found.Skip(question.Skip).Take(question.Take).ToList();
        return new Page<DocumentCard>(Cards.ReadToRefer(session, page), found.Count, Math.Min(question.Skip, found.Count));
    }

    private static string Like(string words) =>
        $"%{words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
