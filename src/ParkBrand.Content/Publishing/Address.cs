using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Publishing;

/// <summary>Keeps the addresses of documents: computed from routes, unique, and redirected from when they change.</summary>
internal static class Address
{
    public static string? Of(DocumentType type, string slug, string? parentSlug) => type.Route switch
    {
        null => null,
        _ when type.RouteUsesParent && parentSlug is null => null,
        var route => route.Replace("{parent}", parentSlug, StringComparison.Ordinal).Replace("{slug}", slug, StringComparison.Ordinal),
    };

    public static string? LastSegment(string? path) => path?[(path.LastIndexOf('/') + 1)..];

    public static string? Draft(WriteSession session, DocumentType type, string slug, Guid? parentId) =>
        Of(type, slug, type.RouteUsesParent && parentId is { } parent ? session.Find(parent)?.Slug : null);

    /// <summary>Who already has a draft or public address, if anyone but <paramref name="self"/>.</summary>
    public static string? TakenBy(WriteSession session, string? path, Guid self)
    {
        if (path is null)
            return null;
        var owner = session.Scalar<string>("""
            SELECT coalesce((SELECT name FROM version_culture v WHERE v.document_id = d.id AND v.number = d.version AND v.culture <> '' ORDER BY culture = @culture DESC LIMIT 1), d.id)
            FROM document d WHERE d.id <> @self AND ((d.path = @path AND d.trashed_at IS NULL) OR d.published_path = @path) LIMIT 1
            """, new { path, self, culture = session.Schema.DefaultLanguage.IsoCode });
        return owner is null ? null : $"the address {path} already belongs to “{owner}”";
    }

    /// <summary>Gives a document its public address; an old one leads to the new from now on.</summary>
    public static void Publish(WriteSession session, DocumentRow row, string? path)
    {
        if (row.PublishedPath == path)
            return;
        session.Execute("UPDATE document SET published_path = @path WHERE id = @Id", new { path, row.Id });
        session.Execute("DELETE FROM redirect WHERE path = @path", new { path });
        if (row.PublishedPath is { } old && path is not null)
        {
            session.Execute("""
                INSERT INTO redirect (path, document_id, created_at) VALUES (@old, @Id, @at)
                ON CONFLICT (path) DO UPDATE SET document_id = excluded.document_id, created_at = excluded.created_at
                """, new { old, row.Id, at = session.NowText });
            session.Audit("redirect", row.Id, detail: $"{old} → {path}");
        }

        var slug = LastSegment(path);
        foreach (var child in session.Children(row.Id).Where(c => c.PublishedPath is not null))
        {
            var type = session.Schema.DocumentTypes[child.Type];
            if (!type.RouteUsesParent)
                continue;
            Publish(session, child, Of(type, LastSegment(child.PublishedPath)!, slug));
            session.Change(child.Id, "moved");
        }
    }

    /// <summary>Recomputes the draft addresses of a document's children after its own slug changed.</summary>
    public static void RedraftChildren(WriteSession session, Guid parent)
    {
        foreach (var child in session.Children(parent))
        {
            var type = session.Schema.DocumentTypes[child.Type];
            if (type.RouteUsesParent)
                session.Execute("UPDATE document SET path = @path WHERE id = @Id", new { path = Draft(session, type, child.Slug, parent), child.Id });
        }
    }
}
