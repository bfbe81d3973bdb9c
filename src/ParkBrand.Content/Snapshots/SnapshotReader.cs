using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Snapshots;

/// <summary>Reads published state from the database: all of it at start, single documents after a change.</summary>
internal sealed class SnapshotReader(ContentSchema schema)
{
    // One row for each published culture and one ('') for the invariant part, those of a document next to each other and '' first.
    // CROSS JOIN keeps SQLite to this order of tables: left to itself it scans all versions and sorts their text before the first row.
    private const string Select = """
        SELECT d.id, p.culture, c.name, c.value, p.published_at, p.first_published_at, p.version, d.type, d.parent_id, d.sort, d.published_path
        FROM document d
        CROSS JOIN publication p ON p.document_id = d.id
        CROSS JOIN version_culture c ON c.document_id = d.id AND c.number = p.version AND c.culture = p.culture
        """;

    // The same of the newest version, published or not.
    private const string SelectDrafts = """
        SELECT d.id, c.culture, c.name, c.value, d.updated_at, coalesce(p.first_published_at, d.updated_at), d.version, d.type, d.parent_id, d.sort, d.path
        FROM document d
        CROSS JOIN version_culture c ON c.document_id = d.id AND c.number = d.version
        LEFT JOIN publication p ON p.document_id = d.id AND p.culture = c.culture
        """;

    private const int Batch = 64;

    /// <param name="Value">The canonical JSON of the invariant values, UTF-8.</param>
    private sealed record Row(Guid Id, string Type, Guid? Parent, int Sort, string? Path, int Version, byte[] Value, List<Part> Parts);

    private sealed record Part(string Culture, string Name, byte[] Value, string PublishedAt, string FirstPublishedAt);

    public List<PublishedDocument> ReadAll(SqliteConnection connection)
    {
        var documents = new ConcurrentBag<PublishedDocument>();
        // The database is read on one thread, JSON is parsed on the others; in batches, so that they do not queue for each document.
        Parallel.ForEach(
            Partitioner.Create(Rows(connection, $"{Select} ORDER BY d.rowid, p.culture", []).Chunk(Batch), EnumerablePartitionerOptions.NoBuffering),
            batch =>
            {
                foreach (var row in batch)
                    if (Build(row) is { } document)
                        documents.Add(document);
            });
        return [.. documents];
    }

    /// <summary>Drafts in the shape of what is published, without an end: who looks at a draft wants to see it.</summary>
    public List<PublishedDocument> ReadDrafts(SqliteConnection connection, IReadOnlyCollection<Guid> ids) => Read(connection, SelectDrafts, "AND d.trashed_at IS NULL", ids, ends: false);

    public List<PublishedDocument> Read(SqliteConnection connection, IReadOnlyCollection<Guid> ids) => Read(connection, Select, "", ids, ends: true);

    private List<PublishedDocument> Read(SqliteConnection connection, string select, string condition, IReadOnlyCollection<Guid> ids, bool ends)
    {
        var documents = new List<PublishedDocument>();
        foreach (var chunk in ids.Chunk(400))
        {
            var names = chunk.Select((_, i) => $"@p{i}").ToArray();
            foreach (var row in Rows(connection, $"{select} WHERE d.id IN ({string.Join(',', names)}) {condition} ORDER BY d.rowid, c.culture", chunk))
                if (Build(row, ends) is { } document)
                    documents.Add(document);
        }

        return documents;
    }

    public List<PublishedMedia> ReadMedia(SqliteConnection connection, Guid? id = null) =>
        connection.Query<MediaRow>($"{MediaRow.Select} WHERE IsFolder = 0 AND TrashedAt IS NULL {(id is null ? "" : "AND Id = @id")}", new { id })
            .Select(m => new PublishedMedia(
                m.Id, Path.GetFileName(m.Path!), m.ContentType, m.Hash, m.Width, m.Height, Alt(m.Alt), m is { FocusX: { } x, FocusY: { } y } ? $"{x}-{y}" : null)
            {
                LibraryPath = m.Path!,
                Bytes = (int)Math.Min(m.Bytes, int.MaxValue),
                Crops = m.Crops,
                CreatedAt = Instant.Read(m.CreatedAt),
                UpdatedAt = Instant.Read(m.UpdatedAt),
            })
            .ToList();

    private string?[] Alt(string json)
    {
        using var alt = JsonDocument.Parse(json);
        return schema.Languages.Select(l => alt.RootElement.TryGetProperty(l.IsoCode, out var text) ? text.GetString() : null).ToArray();
    }

    private static IEnumerable<Row> Rows(SqliteConnection connection, string sql, Guid[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; the ids are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters.AddWithValue($"@p{i}", parameters[i].ToString());
        using var reader = command.ExecuteReader();
        Row? row = null;
        while (reader.Read())
        {
            var culture = reader.GetString(1);
            if (culture.Length > 0)
            {
                if (row is not null && row.Id == Guid.Parse(reader.GetString(0)))
                    row.Parts.Add(new Part(culture, reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4), reader.GetString(5)));
                continue;
            }

            if (row is not null)
                yield return row;
            row = new Row(
                Guid.Parse(reader.GetString(0)), reader.GetString(7), reader.IsDBNull(8) ? null : Guid.Parse(reader.GetString(8)), reader.GetInt32(9),
                reader.IsDBNull(10) ? null : reader.GetString(10), reader.GetInt32(6), reader.GetFieldValue<byte[]>(3), new List<Part>(2));
        }

        if (row is not null)
            yield return row;
    }

    private PublishedDocument? Build(Row row, bool ends = true)
    {
        if (row.Parts.Count == 0 || !schema.DocumentTypes.TryGetValue(row.Type, out var type))
            return null;
        var shared = new object?[type.Properties.Count];
        PublishedValues.Fill(schema, type, row.Value, shared);
        var variants = new PublishedVariant?[schema.Languages.Count];
        foreach (var part in row.Parts)
        {
            var culture = schema.CultureIndex(part.Culture);
            if (culture < 0)
                continue;
            var values = (object?[])shared.Clone();
            PublishedValues.Fill(schema, type, part.Value, values);
            variants[culture] = new PublishedVariant(culture, part.Name, new PublishedValues(type, values), Instant.Read(part.PublishedAt), Instant.Read(part.FirstPublishedAt));
        }

        return new PublishedDocument
        {
            Id = row.Id,
            Type = type,
            ParentId = row.Parent,
            Sort = row.Sort,
            Path = row.Path,
            Version = row.Version,
            Variants = variants,
            ExpiresAt = ends && type.Expires is { } expires && shared[expires.Index] is DateOnly last ? EndOf(last) : null,
            Rank = type.OrderBy is { } orderBy ? -((shared[orderBy.Index] as DateOnly?)?.DayNumber ?? 0) : row.Sort,
            Refers = References(variants),
        };
    }

    /// <summary>A date stands for the whole day in China; the document is invalid from the next midnight on.</summary>
    /// <returns>Null for the last day there is, which people write for “never”.</returns>
    internal static DateTimeOffset? EndOf(DateOnly day) => day == DateOnly.MaxValue ? null : ChinaTime.Begin(day.AddDays(1));

    private static Guid[] References(PublishedVariant?[] variants)
    {
        var ids = new HashSet<Guid>();
        foreach (var variant in variants)
            if (variant is not null)
                Collect(variant.Values, ids);
        return [.. ids];
    }

    private static void Collect(PublishedValues values, HashSet<Guid> ids)
    {
        foreach (var property in values.Holder.Properties)
            switch (values[property])
            {
                case Guid id:
                    ids.Add(id);
                    break;
                case Guid[] many:
                    ids.UnionWith(many);
                    break;
                case PublishedValues[] blocks:
                    foreach (var block in blocks)
                        Collect(block, ids);
                    break;
            }
    }
}
