using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Finds files and folders for one session, with the rights of its actor on the concrete item.</summary>
internal sealed class MediaTree(WriteSession session)
{
    public MediaRow? Find(Guid id) => session.Query<MediaRow>($"{MediaRow.Select} WHERE Id = @id", new { id }).FirstOrDefault();

    /// <summary>The item, if the actor may know of it and holds the permission.</summary>
    public Outcome<MediaRow> Find(Guid id, string permission, bool trashed = false) =>
        Find(id) is not { } row || row.IsTrashed != trashed ? Outcome.NotFound<MediaRow>() : Allowed(row, permission);

    public Outcome<MediaRow> Allowed(MediaRow row, string permission)
    {
        var chain = Chain(row);
        if (!session.Actor.MayInLibrary(Permissions.Read, chain))
            return Outcome.NotFound<MediaRow>();
        return session.Actor.MayInLibrary(permission, chain) ? Outcome.Ok(row) : Outcome.Forbidden<MediaRow>(permission);
    }

    public bool Sees(MediaRow row) => session.Actor.MayInLibrary(Permissions.Read, Chain(row));

    /// <summary>Whether the permission holds at the top, where no folder limits it.</summary>
    public bool MayAtRoot(string permission) => session.Actor.MayInLibrary(permission, []);

    /// <summary>The folder where something is to be put.</summary>
    /// <returns>Null stands for the top of the library.</returns>
    public Outcome<MediaRow?> Place(Guid? folder, string permission)
    {
        if (folder is not { } id)
            return MayAtRoot(permission) ? Outcome.Ok<MediaRow?>(null)
                : session.Actor.StartNode is { } own && OwnFolder(own) is { } row ? Allowed(row, permission) is { IsOk: true } ? Outcome.Ok<MediaRow?>(row) : Outcome.Forbidden<MediaRow?>(permission)
                : MayAtRoot(Permissions.Read) ? Outcome.Forbidden<MediaRow?>(permission) : Outcome.NotFound<MediaRow?>();
        var found = Find(id, permission);
        if (!found.IsOk)
            return found.As<MediaRow?>();
        return found.Value!.IsFolder ? Outcome.Ok<MediaRow?>(found.Value) : Outcome.Invalid<MediaRow?>("only a folder can hold files");
    }

    /// <summary>The item's own id, its folders', and those of the documents that the folders belong to with all above them.</summary>
    private List<Guid> Chain(MediaRow row)
    {
        var ids = new List<Guid>();
        for (MediaRow? at = row; at is not null; at = at.ParentId is { } parent ? Find(parent) : null)
        {
            ids.Add(at.Id);
            if (at.OwnerId is { } owner && session.Find(owner) is { } document)
                ids.AddRange(session.SelfAndAncestors(document));
        }

        return ids;
    }

    public List<MediaRow> Ancestors(MediaRow row)
    {
        var rows = new List<MediaRow>();
        for (var at = row; at.ParentId is { } parent && Find(parent) is { } above; at = above)
            rows.Add(above);
        rows.Reverse();
        return rows;
    }

    /// <summary>Everything below a folder, itself not included.</summary>
    public List<MediaRow> Descendants(Guid folder)
    {
        var all = new List<MediaRow>();
        for (var layer = new List<Guid> { folder }; layer.Count > 0;)
        {
            var rows = WriteSession.Texts(layer).SelectMany(ids => session.Query<MediaRow>($"{MediaRow.Select} WHERE ParentId IN @ids AND TrashedAt IS NULL", new { ids })).ToList();
            all.AddRange(rows);
            layer = rows.Where(r => r.IsFolder).Select(r => r.Id).ToList();
        }

        return all;
    }

    /// <summary>The folder in which the people of a document (a park) keep their files; null when there is none yet.</summary>
    public MediaRow? Owned(Guid document) => session.Query<MediaRow>($"{MediaRow.Select} WHERE OwnerId = @document AND TrashedAt IS NULL", new { document }).FirstOrDefault();

    /// <summary>The same, made when it is missing: below the folder of its content files, named as the document.</summary>
    public MediaRow? OwnFolder(Guid document)
    {
        if (Owned(document) is { } there)
            return there;
        if (session.Find(document) is not { IsTrashed: false } row)
            return null;
        var above = row.Path?.Trim('/') is { } path && path.LastIndexOf('/') is var at and > 0 ? FolderOf(path[..at]) : null;
        var folder = AddFolder(above, session.NameOf(row), null, row.Id);
        // What lies beside the document among the content files is theirs too.
        if (row.Path?.Trim('/') is { Length: > 0 } stem)
            session.Execute("UPDATE media SET parent_id = @folder WHERE parent_id IS @above AND path >= @stem || '.' AND path < @stem || '/'", new { folder, above, stem });
        return Find(folder);
    }

    /// <summary>The folder that stands for one of the content files, made with those above it when it is missing.</summary>
    public Guid? FolderOf(string path)
    {
        if (path.Length == 0)
            return null;
        if (session.Query<Guid>("SELECT id FROM media_folder WHERE path = @path", new { path }) is [var id, ..])
            return id;
        var at = path.LastIndexOf('/');
        return AddFolder(at < 0 ? null : FolderOf(path[..at]), path[(at + 1)..], path, null);
    }

    /// <summary>Folders of content files take the names of the pages whose pictures they hold, by which editors know them.</summary>
    public void NameFolders()
    {
        foreach (var (id, path) in session.Query<(string Id, string Path)>("SELECT id, path FROM media_folder WHERE path = name OR path LIKE '%/' || name"))
            if (session.Query<Guid>("SELECT id FROM document WHERE path = '/' || @path AND trashed_at IS NULL", new { path }) is [var page, ..] && session.Find(page) is { } row)
                session.Execute("UPDATE media_folder SET name = @name WHERE id = @id", new { id, name = session.NameOf(row) });
    }

    public Guid AddFolder(Guid? parent, string name, string? path, Guid? owner, Guid? id = null)
    {
        var made = id ?? (path is null ? Guid.NewGuid() : ContentId.OfMedia(path + "/"));
        session.Execute("INSERT INTO media_folder (id, parent_id, sort, path, owner_id, name, created_at, updated_at) VALUES (@made, @parent, 0, @path, @owner, @name, @at, @at)",
            new { made, parent, path, owner, name, at = session.NowText });
        return made;
    }
}
