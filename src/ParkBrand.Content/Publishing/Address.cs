using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

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

    public static string? Draft(WriteSession session, DocumentType type, string slug, Guid? parentId) =>
        Of(type, slug, type.RouteUsesParent && parentId is { } parent ? session.Find(parent)?.Slug : null);

    /// <summary>The address that a published document of this slug would have below this parent now.</summary>
    public static string? Public(WriteSession session, DocumentType type, string slug, Guid? parentId) =>
        Of(type, slug, type.RouteUsesParent && parentId is { } parent ? LastSegment(session.Find(parent)?.PublishedPath) : null);

    /// <summary>A problem of the slug when anyone but <paramref name="self"/> has the address, as a draft or in public.</summary>
    public static PropertyProblem? Taken(WriteSession session, string? path, Guid self)
    {
        if (path is null || session.Scalar<string>("""
            SELECT id FROM document WHERE id <> @self AND ((path = @path AND trashed_at IS NULL) OR published_path = @path) LIMIT 1
            """, new { path, self }) is not { } owner)
            return null;
        // Whose it is stays untold to those who may not know of that document.
        return session.Find(Guid.Parse(owner), Access.Permissions.Read) is { IsOk: true, Value: { } row }
            ? new PropertyProblem("", "slug", $"the address {path} already belongs to “{session.NameOf(row)}”")
            : new PropertyProblem("", "slug", $"the address {path} is taken already");
    }

    /// <summary>
    /// Gives a document its public address, or takes it away with null. An old one leads to the new from now on,
    /// and what stands below follows.
    /// </summary>
    public static PropertyProblem? Publish(WriteSession session, DocumentRow row, string? path)
    {
        if (row.PublishedPath == path)
            return null;
        if (Taken(session, path, row.Id) is { } taken)
            return taken;
        Leave(session, row);
        if (path is not null)
        {
            ForgetRedirect(session, path);
            session.Execute("UPDATE document SET published_path = @path WHERE id = @Id", new { path, row.Id });
            if (row.PublishedPath is { } old)
                session.Audit("redirect", row.Id, detail: $"{old} → {path}");
        }

        foreach (var child in session.Children(row.Id))
        {
            if (!session.Schema.DocumentTypes.TryGetValue(child.Type, out var type) || !type.RouteUsesParent || PublishedSlug(session, child.Id) is not { } slug)
                continue;
            if (Publish(session, child, Of(type, slug, LastSegment(path))) is { } problem)
                return problem;
            session.Change(child.Id, "moved");
        }

        return null;
    }

    /// <summary>Takes a document's public address away; whoever asks for it is led to wherever the document is next.</summary>
    public static void Leave(WriteSession session, DocumentRow row)
    {
        if (row.PublishedPath is not { } old)
            return;
        session.Execute("UPDATE document SET published_path = NULL WHERE id = @Id", new { row.Id });
        session.Execute("""
            INSERT INTO redirect (path, document_id, created_at) VALUES (@old, @Id, @at)
            ON CONFLICT (path) DO UPDATE SET document_id = excluded.document_id, created_at = excluded.created_at
            """, new { old, row.Id, at = session.NowText });
    }

    /// <summary>Recomputes the draft addresses of a document's children after its own slug changed.</summary>
    public static PropertyProblem? RedraftChildren(WriteSession session, Guid parent)
    {
        foreach (var child in session.Children(parent))
        {
            if (!session.Schema.DocumentTypes.TryGetValue(child.Type, out var type) || !type.RouteUsesParent)
                continue;
            var path = Draft(session, type, child.Slug, parent);
            if (Taken(session, path, child.Id) is { } taken)
                return taken;
            session.Execute("UPDATE document SET path = @path WHERE id = @Id", new { path, child.Id });
        }

        return null;
    }

    /// <summary>The slug of the version that is public, which the draft may have left; null when nothing is.</summary>
    public static string? PublishedSlug(WriteSession session, Guid id) => session.Scalar<string>("""
        SELECT v.slug FROM publication p JOIN version v ON v.document_id = p.document_id AND v.number = p.version
        WHERE p.document_id = @id AND p.culture = ''
        """, new { id });

    private static string? LastSegment(string? path) => path?[(path.LastIndexOf('/') + 1)..];

    // The change is told for the document that the redirect led to, whoever takes the address now.
    private static void ForgetRedirect(WriteSession session, string path)
    {
        if (session.Scalar<string>("DELETE FROM redirect WHERE path = @path RETURNING document_id", new { path }) is { } led)
            session.Change(Guid.Parse(led), "redirect");
    }
}
