using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Throws a document and everything below it into the recycle bin; all of it leaves the public at once.</summary>
public sealed class TrashDocument
{
    private readonly ContentWriter writer;
    internal TrashDocument(ContentWriter writer) => this.writer = writer;

    public Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, id), cancel);

    private static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var found = session.Find(id, Permissions.Delete);
        if (!found.IsOk)
            return found.As<bool>();
        foreach (var row in session.Descendants(id).Append(found.Value!).ToList())
        {
            session.Execute("DELETE FROM publication WHERE document_id = @Id", new { row.Id });
            session.Execute("DELETE FROM schedule WHERE document_id = @Id", new { row.Id });
            Address.Leave(session, row);
            session.Execute("UPDATE document SET trashed_at = @at, trash_root = @id WHERE id = @Id", new { at = session.NowText, id, row.Id });
            session.Change(row.Id, "trashed");
        }

        session.Audit("trash", id);
        return Outcome.Ok(true);
    }
}

/// <summary>Brings a document and what was thrown away with it back, as drafts.</summary>
public sealed class RestoreDocument
{
    private readonly ContentWriter writer;
    internal RestoreDocument(ContentWriter writer) => this.writer = writer;

    public Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, id), cancel);

    /// <summary>Brings it back below another parent than it was thrown away from; null for the root.</summary>
    public Task<Outcome<bool>> Execute(Actor actor, Guid id, Guid? parent, CancellationToken cancel = default) => writer.Run(actor, session =>
    {
        if (session.Find(id, Permissions.Delete, trashed: true) is not { IsOk: true, Value: { } row } || row.ParentId == parent)
            return Apply(session, id);
        if (Placement.Check(session, session.Schema.DocumentTypes[row.Type], parent, Permissions.Create) is { IsOk: false } misplaced)
            return misplaced;
        session.Execute("UPDATE document SET parent_id = @parent WHERE id = @id", new { parent, id });
        return Apply(session, id);
    }, cancel);

    private static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var found = session.Find(id, Permissions.Delete, trashed: true);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        if (row.TrashRoot != id)
            return Outcome.Invalid<bool>("it was thrown away with its parent; restore the parent");
        if (row.ParentId is { } parent && session.Find(parent) is not { IsTrashed: false })
            return Outcome.Invalid<bool>("its parent is in the recycle bin; restore the parent first");
        // Each address anew: a parent may have another slug by now, and somebody else may have taken the place.
        foreach (var back in session.ThrownAwayWith(id))
        {
            var path = session.Schema.DocumentTypes.TryGetValue(back.Type, out var type) ? Address.Draft(session, type, back.Slug, back.ParentId) : null;
            if (Address.Taken(session, path, back.Id) is { } taken)
                return Outcome.Invalid<bool>([taken]);
            session.Execute("UPDATE document SET trashed_at = NULL, trash_root = NULL, path = @path WHERE id = @Id", new { path, back.Id });
        }

        session.Change(id, "restored");
        session.Audit("restore", id);
        return Outcome.Ok(true);
    }
}

/// <summary>Deletes a document in the recycle bin, with all its versions and everything below it, for good.</summary>
public sealed class DeleteDocument
{
    private readonly ContentWriter writer;
    internal DeleteDocument(ContentWriter writer) => this.writer = writer;

    public Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, id), cancel);

    internal static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var found = session.Find(id, Permissions.Delete, trashed: true);
        if (!found.IsOk)
            return found.As<bool>();
        // Deepest first: the foreign key to the parent is not deferred.
        var below = session.Query<Guid>("""
            WITH RECURSIVE below (id, depth) AS (SELECT @id, 0 UNION ALL SELECT d.id, b.depth + 1 FROM document d JOIN below b ON d.parent_id = b.id)
            SELECT id FROM below ORDER BY depth DESC
            """, new { id });
        foreach (var gone in below)
        {
            session.Execute("DELETE FROM document WHERE id = @gone", new { gone });
            session.Change(gone, "deleted");
        }

        session.Audit("delete", id);
        return Outcome.Ok(true);
    }
}
