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
            session.Execute("UPDATE document SET published_path = NULL, trashed_at = @at, trash_root = @id WHERE id = @Id", new { at = session.NowText, id, row.Id });
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
        var type = session.Schema.DocumentTypes[row.Type];
        var path = Address.Draft(session, type, row.Slug, row.ParentId);
        if (Address.TakenBy(session, path, id) is { } taken)
            return Outcome.Invalid<bool>($"{taken}; change one of the two first");
        session.Execute("UPDATE document SET trashed_at = NULL, trash_root = NULL WHERE trash_root = @id", new { id });
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

    private static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var found = session.Find(id, Permissions.Delete, trashed: true);
        if (!found.IsOk)
            return found.As<bool>();
        // Children first: the foreign key to the parent is not deferred.
        while (session.Execute("""
            DELETE FROM document WHERE trashed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document c WHERE c.parent_id = document.id)
            AND id IN (WITH RECURSIVE below (id) AS (SELECT @id UNION ALL SELECT d.id FROM document d JOIN below b ON d.parent_id = b.id) SELECT id FROM below)
            """, new { id }) > 0)
        {
        }

        session.Audit("delete", id);
        session.Change(id, "deleted");
        return Outcome.Ok(true);
    }
}
