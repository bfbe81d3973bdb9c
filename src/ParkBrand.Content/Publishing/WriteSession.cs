using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Publishing;

/// <summary>One write transaction: what every use case needs of the store, and the two trails it must leave.</summary>
internal sealed class WriteSession(SqliteConnection connection, SqliteTransaction transaction, ContentSchema schema, DateTimeOffset now, Actor actor)
{
    private const string Columns = """
        SELECT id, type, parent_id AS ParentId, sort, slug, path, published_path AS PublishedPath, version,
               trashed_at AS TrashedAt, trash_root AS TrashRoot, updated_at AS UpdatedAt FROM document
        """;

    public ContentSchema Schema => schema;
    public Actor Actor => actor;
    public DateTimeOffset Now => now;
    public string NowText { get; } = Instant.Write(now);

    /// <summary>Documents that the actor may refer to although they are not there yet, or not to be seen: this transaction makes them, or copies what refers to them.</summary>
    public HashSet<Guid> Referable { get; } = [];

    public int Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters, transaction);
    public List<T> Query<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters, transaction).AsList();
    public T? Scalar<T>(string sql, object? parameters = null) => connection.ExecuteScalar<T>(sql, parameters, transaction);

    public DocumentRow? Find(Guid id) => connection.QuerySingleOrDefault<DocumentRow>($"{Columns} WHERE id = @id", new { id }, transaction);

    /// <summary>The document, if the actor may know of it and holds the permission.</summary>
    public Outcome<DocumentRow> Find(Guid id, string permission, bool trashed = false)
    {
        if (Find(id) is not { } row || row.IsTrashed != trashed || SelfAndAncestors(row) is not { } chain || !actor.Sees(chain))
            return Outcome.NotFound<DocumentRow>();
        if (!actor.May(permission, row.Type, chain))
            return Outcome.Forbidden<DocumentRow>(permission);
        // Left over from an older schema: such a document can be read about and thrown away, nothing else.
        return schema.DocumentTypes.ContainsKey(row.Type) || permission is Permissions.Delete or Permissions.Read
            ? Outcome.Ok(row)
            : Outcome.Invalid<DocumentRow>($"its type '{row.Type}' is no longer in the schema");
    }

    public string NameOf(DocumentRow row) => Scalar<string>("""
        SELECT name FROM version_culture WHERE document_id = @Id AND number = @Version AND culture <> '' ORDER BY culture = @culture DESC LIMIT 1
        """, new { row.Id, row.Version, culture = schema.DefaultLanguage.IsoCode }) ?? row.Id.ToString();

    public List<Guid> SelfAndAncestors(DocumentRow row)
    {
        var ids = new List<Guid> { row.Id };
        for (var parent = row.ParentId; parent is { } id; parent = Find(id)?.ParentId)
            ids.Add(id);
        return ids;
    }

    public List<DocumentRow> Children(Guid? parent) => Query<DocumentRow>($"{Columns} WHERE parent_id IS @parent AND trashed_at IS NULL ORDER BY sort, id", new { parent });

    public List<DocumentRow> ThrownAwayWith(Guid root) => Query<DocumentRow>($"{Columns} WHERE trash_root = @root", new { root });

    /// <summary>All documents below one, parents before children, itself not included.</summary>
    public List<DocumentRow> Descendants(Guid id)
    {
        var all = new List<DocumentRow>();
        for (var layer = new List<Guid> { id }; layer.Count > 0;)
        {
            var rows = Texts(layer).SelectMany(ids => Query<DocumentRow>($"{Columns} WHERE parent_id IN @ids AND trashed_at IS NULL", new { ids })).ToList();
            all.AddRange(rows);
            layer = rows.ConvertAll(r => r.Id);
        }

        return all;
    }

    /// <summary>Ids as list parameters, in bites that SQLite takes. Dapper does not ask type handlers about the items of a list.</summary>
    public static IEnumerable<string[]> Texts(IEnumerable<Guid> ids) => ids.Select(id => id.ToString()).Chunk(400);

    public List<CultureRow> Cultures(Guid id, int version) =>
        Query<CultureRow>("SELECT culture, name, value FROM version_culture WHERE document_id = @id AND number = @version", new { id, version });

    public List<PublicationRow> Publications(Guid id) =>
        Query<PublicationRow>("SELECT culture, version, published_at AS PublishedAt, first_published_at AS FirstPublishedAt FROM publication WHERE document_id = @id", new { id });

    /// <summary>Who did what to which document; kept for good.</summary>
    public void Audit(string action, Guid document, string? culture = null, string? detail = null) =>
        Execute("INSERT INTO audit (at, actor, actor_id, action, document_id, culture, detail) VALUES (@at, @Name, @Account, @action, @document, @culture, @detail)",
            new { at = NowText, actor.Name, actor.Account, action, document, culture, detail });

    /// <summary>Tells everything derived from content that the public state of a document may differ now.</summary>
    public void Change(Guid document, string kind) =>
        Execute("INSERT INTO change (at, document_id, kind) VALUES (@at, @document, @kind)", new { at = NowText, document, kind });

    public void ChangeDescendants(Guid document, string kind)
    {
        foreach (var row in Descendants(document))
            Change(row.Id, kind);
    }
}
