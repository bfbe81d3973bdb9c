using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>How children come; folders stand first in each.</summary>
public enum MediaOrder
{
    Place,
    Name,
    NameBackwards,
    NewestFirst,
    OldestFirst,
}

/// <param name="Total">Of all pages.</param>
public sealed record MediaPage(IReadOnlyList<MediaItem> Items, int Total);

/// <summary>Reads the media library. What the actor may not know of is the same as what is not there.</summary>
public sealed class ReadMedia
{
    public const int MaxPage = 500, MaxAlt = MediaText.MaxAlt;
    private readonly Database database;
    private readonly ContentSchema schema;

    internal ReadMedia(Database database, ContentSchema schema) => (this.database, this.schema) = (database, schema);

    public Outcome<MediaItem> Read(Actor actor, Guid id) => With(actor, id, (session, _, row) => Item(session, row));

    /// <summary>Those of the ids that are there for the actor, in the order asked for.</summary>
    public IReadOnlyList<MediaItem> Read(Actor actor, IReadOnlyList<Guid> ids) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        return ids.Distinct().Take(MaxPage).Select(tree.Find).OfType<MediaRow>().Where(tree.Sees).Select(r => Item(session, r)).ToList();
    });

    /// <summary>From the top down, without the item itself; only what the actor sees.</summary>
    public Outcome<IReadOnlyList<MediaItem>> Ancestors(Actor actor, Guid id) => With<IReadOnlyList<MediaItem>>(actor, id, (session, tree, row) =>
        tree.Ancestors(row).Where(tree.Sees).Select(r => Item(session, r)).ToList());

    /// <param name="parent">Null is the top: for somebody with an own folder only, that folder.</param>
    public Outcome<MediaPage> Children(Actor actor, Guid? parent, int skip, int take, bool foldersOnly = false, string? filter = null, MediaOrder order = MediaOrder.Place) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        if (parent is { } id && (tree.Find(id, Permissions.Read) is not { IsOk: true, Value.IsFolder: true }))
            return Outcome.NotFound<MediaPage>();
        if (parent is null && !tree.MayAtRoot(Permissions.Read))
            return Outcome.Ok(Page(session, Tops(session, tree).Where(r => filter is null || r.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList(), skip, take));
        return Outcome.Ok(Page(session, $"ParentId IS @parent AND TrashedAt IS NULL{(foldersOnly ? " AND IsFolder" : "")}{(filter is null ? "" : " AND Name LIKE @like ESCAPE '\\'")}",
            OrderBy(order), new { parent, like = Like(filter) }, skip, take));
    });

    /// <summary>The children of the same folder.</summary>
    public Outcome<MediaPage> Siblings(Actor actor, Guid id, bool foldersOnly) =>
        With(actor, id, (_, _, row) => row.ParentId) is { IsOk: true } parent ? Children(actor, parent.Value, 0, MaxPage, foldersOnly) : Outcome.NotFound<MediaPage>();

    /// <summary>By a part of the name, newest first.</summary>
    /// <param name="types">Aliases of media types or <c>folder</c>; empty for all.</param>
    public MediaPage Search(Actor actor, string words, IReadOnlyCollection<string> types, Guid? below, int skip, int take) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        var rows = session.Query<MediaRow>($"{MediaRow.Select} WHERE TrashedAt IS NULL AND (Name LIKE @like ESCAPE '\\' OR Path LIKE @like ESCAPE '\\') ORDER BY UpdatedAt DESC, Id LIMIT 5000", new { like = Like(words) })
            .Where(r => types.Count == 0 || types.Contains(MediaItem.TypeOf(schema, r)))
            .Where(r => below is null || tree.Ancestors(r).Any(a => a.Id == below)).Where(tree.Sees).ToList();
        return Page(session, rows, skip, take);
    });

    /// <param name="parent">A folder in the bin; null is what was thrown away by itself.</param>
    public Outcome<MediaPage> Bin(Actor actor, Guid? parent, int skip, int take) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        if (parent is { } id && !tree.Find(id, Permissions.Read, trashed: true).IsOk)
            return Outcome.NotFound<MediaPage>();
        var rows = session.Query<MediaRow>($"{MediaRow.Select} WHERE TrashedAt IS NOT NULL AND {(parent is null ? "TrashRoot = Id" : "ParentId = @parent AND TrashRoot <> Id")} ORDER BY TrashedAt DESC, Id", new { parent });
        return Outcome.Ok(Page(session, rows.Where(tree.Sees).ToList(), skip, take));
    });

    public Outcome<MediaUse> UsedBy(Actor actor, Guid id) => With(actor, id, (session, _, row) => MediaUse.Of(session, row.Id));

    /// <summary>Newest first.</summary>
    public Outcome<IReadOnlyList<AuditEntry>> Audit(Actor actor, Guid id) => With<IReadOnlyList<AuditEntry>>(actor, id, (session, _, row) =>
        session.Query<(string At, string Actor, string? Account, string Action, string? Detail)>("SELECT at, actor, actor_id, action, detail FROM audit WHERE document_id = @Id ORDER BY seq DESC", new { row.Id })
            .ConvertAll(a => new AuditEntry(Instant.Read(a.At), a.Actor, ReadDrafts.AccountOf(a.Account), a.Action, null, a.Detail)));

    /// <summary>Whether the actor may put something into a folder; null is the top, or the own folder of somebody who has only that.</summary>
    public bool MayCreate(Actor actor, Guid? parent) => Session(actor, session => new MediaTree(session) is var tree && (parent is { } id
        ? tree.Find(id) is { IsTrashed: false } row && tree.Allowed(row, Permissions.Create).IsOk
        : tree.MayAtRoot(Permissions.Create) || (actor.StartNode is { } own && (tree.Owned(own) is { } home ? tree.Allowed(home, Permissions.Create).IsOk : actor.MayInLibrary(Permissions.Create, [own])))));

    /// <summary>What would stand against a new item, its file left aside.</summary>
    public Outcome<bool> CheckNew(Actor actor, Guid? parent, string name, IReadOnlyDictionary<string, string> alt, bool needsAlt)
    {
        if (!MayCreate(actor, parent))
            return Outcome.NotFound<bool>();
        List<PropertyProblem> problems = [.. MediaText.Alt(schema, alt, needsAlt)];
        if (MediaText.Name(name) is { } unnamed)
            problems.Add(unnamed);
        return problems.Count > 0 ? Outcome.Invalid<bool>(problems) : Outcome.Ok(true);
    }

    /// <summary>Items below a folder that documents show.</summary>
    public Outcome<IReadOnlyList<Guid>> UsedBelow(Actor actor, Guid id) => With<IReadOnlyList<Guid>>(actor, id, (session, tree, row) =>
        tree.Descendants(row.Id).Where(r => !r.IsFolder && MediaUse.Of(session, r.Id) is { Seen.Count: > 0 } or { Hidden: > 0 }).Select(r => r.Id).ToList());

    private static string OrderBy(MediaOrder order) => order switch
    {
        MediaOrder.Name => "ORDER BY IsFolder DESC, Name, Id",
        MediaOrder.NameBackwards => "ORDER BY IsFolder DESC, Name DESC, Id",
        MediaOrder.NewestFirst => "ORDER BY IsFolder DESC, UpdatedAt DESC, Id",
        MediaOrder.OldestFirst => "ORDER BY IsFolder DESC, UpdatedAt, Id",
        _ => MediaRow.Order,
    };

    /// <summary>Which of the permissions the actor holds on an item; null is the top.</summary>
    public bool May(Actor actor, string permission, Guid? id) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        return id is { } item ? tree.Find(item) is { } row && tree.Allowed(row, permission).IsOk : tree.MayAtRoot(permission);
    });

    /// <summary>The highest folders that somebody sees who does not see the top.</summary>
    private static List<MediaRow> Tops(WriteSession session, MediaTree tree) =>
        session.Query<MediaRow>($"{MediaRow.Select} WHERE OwnerId IS NOT NULL AND TrashedAt IS NULL {MediaRow.Order}")
            .Where(r => tree.Sees(r) && !tree.Ancestors(r).Any(tree.Sees)).ToList();

    private MediaPage Page(WriteSession session, List<MediaRow> rows, int skip, int take) =>
        new(rows.Skip(skip).Take(Math.Min(take, MaxPage)).Select(r => Item(session, r)).ToList(), rows.Count);

    private MediaPage Page(WriteSession session, string where, string order, object parameters, int skip, int take)
    {
        var all = new DynamicParameters(parameters);
        all.Add("skip", skip);
        all.Add("take", Math.Min(take, MaxPage));
        var rows = session.Query<MediaRow>($"{MediaRow.Select} WHERE {where} {order} LIMIT @take OFFSET @skip", all);
        return new MediaPage(rows.ConvertAll(r => Item(session, r)), session.Scalar<int>($"SELECT count(*) FROM ({MediaRow.Select} WHERE {where})", all));
    }

    private MediaItem Item(WriteSession session, MediaRow row) => MediaItem.Of(schema, row, row.IsFolder && session.Scalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM media WHERE parent_id = @Id AND (trashed_at IS NULL) = @live UNION ALL SELECT 1 FROM media_folder WHERE parent_id = @Id AND (trashed_at IS NULL) = @live)",
        new { row.Id, live = !row.IsTrashed }));

    private static string Like(string? words) => $"%{(words ?? "").Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private Outcome<T> With<T>(Actor actor, Guid id, Func<WriteSession, MediaTree, MediaRow, T> read) => Session(actor, session =>
    {
        var tree = new MediaTree(session);
        return tree.Find(id) is { } row && tree.Sees(row) ? Outcome.Ok(read(session, tree, row)) : Outcome.NotFound<T>();
    });

    private T Session<T>(Actor actor, Func<WriteSession, T> read) => database.Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new WriteSession(connection, transaction, schema, database.Clock.GetUtcNow(), actor));
    });
}
