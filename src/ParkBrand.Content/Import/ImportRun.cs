using System.Text.Json;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.Import;

/// <summary>
/// The part of an import that needs the store: media, drafts, then publication, parents before children. It goes on after
/// a mistake, to find the others; whoever started it takes everything back then.
/// </summary>
/// <param name="leftOut">Names of files that are not to be imported.</param>
internal sealed class ImportRun(WriteSession session, ContentFolder batch, IReadOnlySet<string> leftOut, IProgress<(int Done, int Total)>? progress)
{
    private readonly HashSet<string> stopped = []; // keys of what failed, and of what hangs on it
    private int created, changed, unchanged, mediaChanged;

    public List<FileProblem> Problems { get; } = [];

    public ImportContent.Report Execute()
    {
        session.Referable.UnionWith(batch.Files.Values.Select(f => f.Id));
        foreach (var (path, media) in batch.Media)
            SaveMedia(path, media);
        var files = batch.ParentsFirst.Where(f => !leftOut.Contains(f.File)).ToList();
        var fresh = new HashSet<string>();
        for (var i = 0; i < files.Count; i++)
        {
            // What hangs on a mistake is not a second one.
            if (files[i].ParentKey is { } parent && stopped.Contains(parent))
                stopped.Add(files[i].Key);
            else
                Save(files[i], fresh);
            progress?.Report((i + 1, files.Count));
        }

        foreach (var file in files.Where(f => !stopped.Contains(f.Key)))
            if (file.References.Any(r => stopped.Contains(r.Target)) || (file.ParentKey is { } parent && stopped.Contains(parent)))
                stopped.Add(file.Key);
            else
                Publish(file, fresh);
        foreach (var file in files.Where(f => !stopped.Contains(f.Key) && HasPeople(f)))
            new MediaTree(session).OwnFolder(file.Id);
        new MediaTree(session).NameFolders();
        return new ImportContent.Report(created, changed, unchanged, mediaChanged, []);
    }

    /// <summary>Whether people may be given this document as the only one they reach: the highest of the types that such groups change.</summary>
    private bool HasPeople(ContentFile file) => session.Schema.UserGroups.Values.Any(g => g.OwnStartNode && g.Types.Contains(file.Type.Alias)
        && !(file.ParentKey is { } parent && batch.Files.TryGetValue(parent, out var above) && g.Types.Contains(above.Type.Alias)));

    private void SaveMedia(string path, MediaFile media)
    {
        var id = ContentId.OfMedia(path);
        var alt = JsonSerializer.Serialize(media.Alt.OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary(), JsonOptions);
        // A file that was uploaded under this name keeps its id and gives up the name.
        session.Execute("UPDATE media SET path = substr(id, 1, 8) || '-' || path WHERE path = @path AND id <> @id", new { id, path });
        var parent = new MediaTree(session).FolderOf(path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "");
        var rows = session.Execute("""
            INSERT INTO media (id, parent_id, path, name, content_type, hash, bytes, width, height, alt, created_at, updated_at)
            VALUES (@id, @parent, @path, @Name, @ContentType, @Hash, @Bytes, @Width, @Height, @alt, @at, @at)
            ON CONFLICT (id) DO UPDATE SET path = excluded.path, content_type = excluded.content_type, hash = excluded.hash, bytes = excluded.bytes,
                width = excluded.width, height = excluded.height, alt = excluded.alt, version = version + 1, updated_at = excluded.updated_at
            WHERE hash <> excluded.hash OR alt <> excluded.alt
            """, new { id, parent, path, media.Name, media.ContentType, media.Hash, media.Bytes, media.Width, media.Height, alt, at = session.NowText });
        if (rows == 0)
            return;
        session.Change(id, "media");
        mediaChanged++;
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Save(ContentFile file, HashSet<string> fresh)
    {
        Guid? parent = null;
        if (file.ParentKey is { } key)
        {
            parent = batch.Files[key].Id;
            if (leftOut.Contains(batch.Files[key].File))
            {
                Fail(file, "", "was left out with its parent");
                return;
            }
        }

        if (!ResolveReferences(file))
            return;
        if (session.Find(file.Id) is { } row)
        {
            if (row.Type != file.Type.Alias)
                Fail(file, "type", $"the document is a {row.Type} already and cannot become a {file.Type.Alias}");
            else if (row.IsTrashed)
                Fail(file, "", "the document is in the recycle bin; restore or delete it first");
            else
                Update(file, row, parent, fresh);
            return;
        }

        var made = CreateDocument.Apply(session, new CreateDocument.Command(file.Type.Alias, parent, file.Content, file.Id, file.Slug, file.Sort ?? 0, "import"));
        if (!Accept(file, made))
            return;
        created++;
        fresh.Add(file.Key);
    }

    private void Update(ContentFile file, DocumentRow row, Guid? parent, HashSet<string> fresh)
    {
        var moved = row.ParentId != parent;
        if (moved && !Accept(file, MoveDocument.Apply(session, new MoveDocument.Command(file.Id, parent))))
            return;
        if (file.Sort is { } sort && sort != row.Sort)
        {
            moved = true;
            session.Execute("UPDATE document SET sort = @sort WHERE id = @Id", new { sort, row.Id });
            session.Change(row.Id, "sorted");
        }

        var saved = SaveDocument.Apply(session, new SaveDocument.Command(file.Id, file.Content, Slug: file.Slug, Note: "import"));
        if (!Accept(file, saved))
            return;
        if (saved.Value!.Changed)
            fresh.Add(file.Key);
        if (saved.Value.Changed || moved)
            changed++;
        else
            unchanged++;
    }

    private bool ResolveReferences(ContentFile file)
    {
        var good = true;
        foreach (var reference in file.References)
        {
            var target = batch.Files.GetValueOrDefault(reference.Target);
            if (target is not null && !leftOut.Contains(target.File))
                reference.Resolve(target.Id);
            else if (session.Find(target?.Id ?? ContentId.OfDocument(reference.Target)) is { IsTrashed: false } existing)
                reference.Resolve(existing.Id);
            else
            {
                Fail(file, reference.Culture, reference.Path, target is null ? $"there is no document {reference.Target}" : $"{reference.Target} was left out");
                good = false;
            }
        }

        return good;
    }

    private void Publish(ContentFile file, HashSet<string> fresh)
    {
        if (file.Publish.Count == 0)
            return;
        if (!fresh.Contains(file.Key))
        {
            // A culture that was withdrawn in the meantime stays withdrawn only if the file says so.
            var published = session.Publications(file.Id).Select(p => p.Culture).ToHashSet();
            if (file.Publish.All(published.Contains))
                return;
        }

        Accept(file, PublishDocument.Apply(session, new PublishDocument.Command(file.Id, file.Publish)));
    }

    private bool Accept<T>(ContentFile file, Outcome<T> outcome)
    {
        if (outcome.IsOk)
            return true;
        stopped.Add(file.Key);
        if (outcome.Problems.Count > 0)
            Problems.AddRange(outcome.Problems.Select(p => file.Problem(p.Culture, p.Path, p.Message)));
        else
            Problems.Add(new FileProblem(file.File, 1, outcome.Message ?? outcome.Status.ToString()));
        return false;
    }

    private void Fail(ContentFile file, string path, string message) => Fail(file, "", path, message);

    private void Fail(ContentFile file, string culture, string path, string message)
    {
        stopped.Add(file.Key);
        Problems.Add(path.Length == 0 ? new FileProblem(file.File, 0, message) : file.Problem(culture, path, message));
    }
}
