using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>Reads many documents as cards with a fixed number of queries.</summary>
internal static class Cards
{
    private sealed record Row(string Id, string Type, string? ParentId, long Sort, string? TrashedAt, string CreatedAt, string SavedAt, bool HasChildren)
    {
        private Row() : this("", "", null, 0, null, "", "", false) { }
    }

    private sealed record Variant(string Id, string Culture, string Name, long State)
    {
        private Variant() : this("", "", "", 0) { }
    }

    /// <summary>In the order of the ids; those that are not there are left out. Rights are the caller's.</summary>
    public static List<DocumentCard> Read(WriteSession session, IReadOnlyCollection<Guid> ids)
    {
        var rows = new Dictionary<Guid, Row>();
        var variants = new Dictionary<Guid, List<VariantCard>>();
        foreach (var some in WriteSession.Texts(ids.Distinct()))
        {
            foreach (var row in session.Query<Row>("""
                SELECT d.id, d.type, d.parent_id AS ParentId, d.sort, d.trashed_at AS TrashedAt, d.created_at AS CreatedAt, v.created_at AS SavedAt,
                       CASE WHEN d.trashed_at IS NULL THEN EXISTS (SELECT 1 FROM document c WHERE c.parent_id = d.id AND c.trashed_at IS NULL)
                            ELSE EXISTS (SELECT 1 FROM document c WHERE c.parent_id = d.id AND c.trashed_at IS NOT NULL) END AS HasChildren
                FROM document d JOIN version v ON v.document_id = d.id AND v.number = d.version WHERE d.id IN @some
                """, new { some }))
                rows[Guid.Parse(row.Id)] = row;
            foreach (var group in session.Query<Variant>(VariantSql, new { some }).GroupBy(v => v.Id))
                variants[Guid.Parse(group.Key)] = [.. group.OrderBy(v => session.Schema.CultureIndex(v.Culture)).Select(v => new VariantCard(v.Culture, v.Name, (VariantState)v.State))];
        }

        var chains = new Dictionary<Guid, IReadOnlyList<Guid>>();
        return [.. ids.Where(rows.ContainsKey).Select(id => Card(session, id, rows[id], variants.GetValueOrDefault(id, []), chains))];
    }

    /// <summary>The same; of documents that the actor may refer to without seeing them only what is public, names of drafts are not.</summary>
    public static List<DocumentCard> ReadToRefer(WriteSession session, IReadOnlyCollection<Guid> ids) => session.Actor.SeesAll ? Read(session, ids) :
        [.. Read(session, ids).Select(card => session.Actor.Sees(session.SelfAndAncestors(session.Find(card.Id)!)) ? card : card with { Variants = Public(session, card.Id) })];

    private static List<VariantCard> Public(WriteSession session, Guid id) => [.. session.Query<(string Culture, string Name)>("""
        SELECT c.culture, c.name FROM publication p JOIN version_culture c ON c.document_id = p.document_id AND c.number = p.version AND c.culture = p.culture
        WHERE p.document_id = @id AND p.culture <> ''
        """, new { id }).OrderBy(c => session.Schema.CultureIndex(c.Culture)).Select(c => new VariantCard(c.Culture, c.Name, VariantState.Published))];

    // A published language has changes when its own part, the common part or the address differs from what is public.
    private const string VariantSql = """
        SELECT c.document_id AS Id, c.culture, c.name, CASE
            WHEN p.version IS NULL THEN 0
            WHEN p.version = d.version THEN 1
            WHEN o.name = c.name AND o.value = c.value AND ov.slug = d.slug
                AND (SELECT value FROM version_culture WHERE document_id = d.id AND number = d.version AND culture = '')
                  = (SELECT i.value FROM publication ip JOIN version_culture i ON i.document_id = ip.document_id AND i.number = ip.version AND i.culture = ''
                     WHERE ip.document_id = d.id AND ip.culture = '') THEN 1
            ELSE 2 END AS State
        FROM document d
        JOIN version_culture c ON c.document_id = d.id AND c.number = d.version AND c.culture <> ''
        LEFT JOIN publication p ON p.document_id = d.id AND p.culture = c.culture
        LEFT JOIN version_culture o ON o.document_id = d.id AND o.number = p.version AND o.culture = c.culture AND p.version <> d.version
        LEFT JOIN version ov ON ov.document_id = d.id AND ov.number = p.version AND p.version <> d.version
        WHERE d.id IN @some
        """;

    private static DocumentCard Card(WriteSession session, Guid id, Row row, IReadOnlyList<VariantCard> variants, Dictionary<Guid, IReadOnlyList<Guid>> chains)
    {
        var above = Above(session, id, row.ParentId is { } text ? Guid.Parse(text) : null, chains);
        return new DocumentCard(id, row.Type, above.Count > 0 ? above[^1] : null, above, row.TrashedAt is not null, row.HasChildren, (int)row.Sort,
            Instant.Read(row.CreatedAt), Instant.Read(row.SavedAt), variants);
    }

    private static IReadOnlyList<Guid> Above(WriteSession session, Guid id, Guid? parent, Dictionary<Guid, IReadOnlyList<Guid>> chains)
    {
        if (parent is not { } key || (!session.Actor.SeesAll && id == session.Actor.TreeTop))
            return [];
        if (chains.TryGetValue(key, out var known))
            return known;
        var chain = session.Find(key) is { } row ? session.SelfAndAncestors(row) : [];
        if (!session.Actor.SeesAll)
            chain = session.Actor.TreeTop is { } top && chain.IndexOf(top) is var at and >= 0 ? chain[..(at + 1)] : [];
        chain.Reverse();
        return chains[key] = chain;
    }
}
