using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Import;

/// <summary>
/// Writes every document that is not in the recycle bin, as it stands in its current version, in the form that the
/// importer reads. A culture whose current version is not public is marked <c>publish: false</c>.
/// </summary>
public sealed class ExportContent
{
    private readonly Database database;
    private readonly ContentSchema schema;
    private readonly BlobStore blobs;

    internal ExportContent(Database database, ContentSchema schema, BlobStore blobs) => (this.database, this.schema, this.blobs) = (database, schema, blobs);

    private sealed record Item(Guid Id, string Type, Guid? Parent, int Sort, string Slug, int Version, List<CultureRow> Parts, HashSet<string> Public);

    /// <returns>How many documents were written.</returns>
    /// <exception cref="StorageException">The folder exists and is not empty, or cannot be written.</exception>
    public int Execute(string folder)
    {
        var (items, media) = database.Read(connection =>
        {
            using var oneMoment = connection.BeginTransaction(deferred: true); // editors go on saving meanwhile
            return (ReadItems(connection), ReadMedia(connection));
        });
        foreach (var dropped in items.Values.Where(i => !schema.DocumentTypes.ContainsKey(i.Type)).ToList())
            items.Remove(dropped.Id); // of a type that the schema has dropped since: no importer would take it
        var keys = new Keys(schema, items.Values.Select(i => new Keys.Node(i.Id, i.Type, i.Parent, i.Slug)));
        var lost = new List<string>();
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new StorageException($"The folder {folder} is not empty. Name a new one, so that nothing old is left among the export.");
            Directory.CreateDirectory(folder);
            foreach (var item in items.Values)
                Write(folder, item, keys, media);
            foreach (var (path, _, hash) in media.Values)
                if (blobs.Fetch(hash, CancellationToken.None).GetAwaiter().GetResult() is { } blob) // a verb of the command line: nobody else waits
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                    File.Copy(blob, Path.Combine(folder, path));
                }
                else
                    lost.Add(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The export into {folder} stopped: {StorageException.Reason(e)}.", e);
        }

        return lost.Count == 0 ? items.Count : throw new StorageException(
            $"{items.Count} documents were written to {folder}, but {lost.Count} media file(s) are missing from {database.Folder}, the first is {lost[0]}. Restore the media folder from a backup and export again.");
    }

    private static Dictionary<Guid, Item> ReadItems(System.Data.IDbConnection connection)
    {
        var items = connection.Query<(string Id, string Type, string? Parent, long Sort, string Slug, long Version)>(
                "SELECT id, type, parent_id, sort, slug, version FROM document WHERE trashed_at IS NULL ORDER BY id")
            .Select(d => new Item(Guid.Parse(d.Id), d.Type, d.Parent is null ? null : Guid.Parse(d.Parent), (int)d.Sort, d.Slug, (int)d.Version, [], []))
            .ToDictionary(i => i.Id);
        foreach (var (id, culture, name, value) in connection.Query<(string, string, string, string)>("""
            SELECT d.id, c.culture, c.name, c.value FROM document d
            JOIN version_culture c ON c.document_id = d.id AND c.number = d.version WHERE d.trashed_at IS NULL ORDER BY c.culture
            """))
            items[Guid.Parse(id)].Parts.Add(new CultureRow(culture, name, value));
        foreach (var (id, culture) in connection.Query<(string, string)>("""
            SELECT d.id, p.culture FROM document d JOIN publication p ON p.document_id = d.id AND p.version = d.version WHERE d.trashed_at IS NULL
            """))
            items[Guid.Parse(id)].Public.Add(culture);
        return items;
    }

    private static Dictionary<Guid, (string Path, string Alt, string Hash)> ReadMedia(System.Data.IDbConnection connection) =>
        connection.Query<(string Id, string Path, string Alt, string Hash)>("SELECT id, path, alt, hash FROM media")
            .ToDictionary(m => Guid.Parse(m.Id), m => (m.Path, m.Alt, m.Hash));

    private void Write(string folder, Item item, Keys keys, Dictionary<Guid, (string Path, string Alt, string Hash)> media)
    {
        var type = schema.DocumentTypes[item.Type];
        var key = keys.Of(item.Id);
        var outward = new OutwardValues(schema, keys, key, media);
        var yaml = new YamlText();
        yaml.Field(0, "type", item.Type);
        if (ContentId.OfDocument(key) != item.Id)
            yaml.Field(0, "id", item.Id.ToString());
        if (key[(key.LastIndexOf('/') + 1)..] != item.Slug)
            yaml.Field(0, "slug", item.Slug);
        if (item.Sort != 0)
            yaml.Field(0, "sort", item.Sort);
        foreach (var part in item.Parts)
        {
            var indent = part.Culture.Length == 0 ? 0 : 2;
            if (indent > 0)
            {
                yaml.Open(0, part.Culture);
                yaml.Field(2, "name", part.Name);
                if (!item.Public.Contains(part.Culture))
                    yaml.Field(2, "publish", false);
            }

            foreach (var (alias, value) in JsonNode.Parse(part.Value)!.AsObject())
                if (type.Find(alias) is { } property && outward.Of(property.DataType, value!) is { } stands)
                    yaml.Field(indent, alias, stands);
        }

        var file = Path.Combine(folder, key + ".yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, yaml.ToString(), new UTF8Encoding(false));
    }
}
