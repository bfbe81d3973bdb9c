using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Throws a file, or a folder with what is in it, into the recycle bin. What a document shows is not thrown away.</summary>
public sealed class TrashMedia
{
    private readonly ContentWriter writer;
    internal TrashMedia(ContentWriter writer) => this.writer = writer;

    public Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, id), cancel);

    private static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var tree = new MediaTree(session);
        var found = tree.Find(id, Permissions.Delete);
        if (!found.IsOk)
            return found.As<bool>();
        var rows = found.Value!.IsFolder ? [.. tree.Descendants(id), found.Value] : new List<MediaRow> { found.Value };
        foreach (var row in rows)
            if (MediaUse.Refusal(session, row) is { } inUse)
                return Outcome.Invalid<bool>(inUse);
        foreach (var row in rows)
        {
            session.Execute($"UPDATE {row.Table} SET trashed_at = @at, trash_root = @id, version = version + 1 WHERE id = @Id", new { at = session.NowText, id, row.Id });
            if (!row.IsFolder)
                session.Change(row.Id, "media");
        }

        session.Audit("trash", id);
        return Outcome.Ok(true);
    }
}

/// <summary>Brings back what was thrown away, to where it was or into another folder.</summary>
public sealed class RestoreMedia
{
    private readonly ContentWriter writer;
    internal RestoreMedia(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, Guid? Parent);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var tree = new MediaTree(session);
        var found = tree.Find(command.Id, Permissions.Delete, trashed: true);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        if (row.TrashRoot != row.Id)
            return Outcome.Invalid<bool>("it was thrown away with its folder; restore the folder");
        var place = tree.Place(command.Parent, Permissions.Delete);
        if (!place.IsOk)
            return place.As<bool>();
        session.Execute($"UPDATE {row.Table} SET parent_id = @parent WHERE id = @Id", new { parent = place.Value?.Id, row.Id });
        foreach (var back in session.Query<MediaRow>($"{MediaRow.Select} WHERE TrashRoot = @Id", new { command.Id }))
        {
            session.Execute($"UPDATE {back.Table} SET trashed_at = NULL, trash_root = NULL, version = version + 1 WHERE id = @Id", new { back.Id });
            if (!back.IsFolder)
                session.Change(back.Id, "media");
        }

        session.Audit("restore", row.Id);
        return Outcome.Ok(true);
    }
}

/// <summary>Deletes what is in the recycle bin for good. The bytes stay until no version of the content can ask for them any more.</summary>
public sealed class DeleteMedia
{
    private readonly ContentWriter writer;
    internal DeleteMedia(ContentWriter writer) => this.writer = writer;

    public Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, id), cancel);

    private static Outcome<bool> Apply(WriteSession session, Guid id)
    {
        var tree = new MediaTree(session);
        var found = tree.Find(id, Permissions.Delete, trashed: true);
        if (!found.IsOk)
            return found.As<bool>();
        // Files first, then folders from the deepest: a folder goes when nothing is in it.
        var rows = session.Query<MediaRow>($"{MediaRow.Select} WHERE Id = @id OR TrashRoot = @id", new { id }).OrderBy(r => r.IsFolder).ThenByDescending(r => tree.Ancestors(r).Count).ToList();
        foreach (var row in rows)
            if (MediaUse.Refusal(session, row) is { } inUse)
                return Outcome.Invalid<bool>(inUse);
        foreach (var row in rows)
        {
            if (row.IsFolder && session.Scalar<bool>("SELECT EXISTS (SELECT 1 FROM media WHERE parent_id = @Id UNION ALL SELECT 1 FROM media_folder WHERE parent_id = @Id)", new { row.Id }))
                return Outcome.Invalid<bool>($"“{row.Name}” still holds something that was thrown away by itself; delete that first");
            session.Execute($"DELETE FROM {row.Table} WHERE id = @Id", new { row.Id });
            if (!row.IsFolder)
                session.Change(row.Id, "media");
            session.Audit("delete", row.Id, detail: row.Name);
        }

        return Outcome.Ok(true);
    }
}
