using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Snapshots;

/// <summary>Reads published state from the database: all of it at start, single documents after a change.</summary>
internal sealed class SnapshotReader(ContentSchema schema)
{
    // One row for each published culture and one ('') for the invariant part, those of a document next to each other.
    private const string Select = """
        SELECT d.id, d.type, d.parent_id, d.sort, d.published_path, p.culture, p.version, p.published_at, p.first_published_at, c.name, c.value
        FROM document d
        JOIN publication p ON p.document_id = d.id
        JOIN version_culture c ON c.document_id = d.id AND c.number = p.version AND c.culture = p.culture
        """;

    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private sealed record Row(
        Guid Id, string Type, Guid? Parent, int Sort, string? Path, string Culture, int Version, string PublishedAt, string FirstPublishedAt, string Name, byte[] Value);

    public List<PublishedDocument> ReadAll(SqliteConnection connection)
    {
        var documents = new ConcurrentBag<PublishedDocument>();
        // The database is read on one thread, JSON is parsed on the others.
        Parallel.ForEach(
            Partitioner.Create(Group(connection, $"{Select} ORDER BY d.id", []), EnumerablePartitionerOptions.NoBuffering),
            rows =>
            {
                if (Build(rows) is { } document)
                    documents.Add(document);
            });
        return [.. documents];
    }

    public List<PublishedDocument> Read(SqliteConnection connection, IReadOnlyCollection<Guid> ids)
    {
        var documents = new List<PublishedDocument>();
        foreach (var chunk in ids.Chunk(400))
        {
            var names = chunk.Select((_, i) => $"@p{i}").ToArray();
            foreach (var rows in Group(connection, $"{Select} WHERE d.id IN ({string.Join(',', names)}) ORDER BY d.id", chunk))
                if (Build(rows) is { } document)
                    documents.Add(document);
        }

        return documents;
    }

    public List<PublishedMedia> ReadMedia(SqliteConnection connection, Guid? id = null) =>
        connection.Query<(string Id, string Name, string ContentType, string Hash, long? Width, long? Height, string Alt)>(
            $"SELECT id, name, content_type, hash, width, height, alt FROM media {(id is null ? "" : "WHERE id = @id")}", new { id })
            .Select(m => new PublishedMedia(Guid.Parse(m.Id), m.Name, m.ContentType, m.Hash, (int?)m.Width, (int?)m.Height, Alt(m.Alt)))
            .ToList();

    private string?[] Alt(string json)
    {
        using var alt = JsonDocument.Parse(json);
        return schema.Languages.Select(l => alt.RootElement.TryGetProperty(l.IsoCode, out var text) ? text.GetString() : null).ToArray();
    }

    private static IEnumerable<List<Row>> Group(SqliteConnection connection, string sql, Guid[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; the ids are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters.AddWithValue($"@p{i}", parameters[i].ToString());
        using var reader = command.ExecuteReader();
        var group = new List<Row>();
        while (reader.Read())
        {
            var id = Guid.Parse(reader.GetString(0));
            if (group.Count > 0 && group[0].Id != id)
            {
                yield return group;
                group = [];
            }

            group.Add(new Row(
                id, reader.GetString(1), reader.IsDBNull(2) ? null : Guid.Parse(reader.GetString(2)), reader.GetInt32(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetString(5), reader.GetInt32(6), reader.GetString(7), reader.GetString(8),
                reader.GetString(9), reader.GetFieldValue<byte[]>(10)));
        }

        if (group.Count > 0)
            yield return group;
    }

    private PublishedDocument? Build(List<Row> rows)
    {
        var invariant = rows.Find(r => r.Culture.Length == 0);
        if (invariant is null || rows.Count < 2 || !schema.DocumentTypes.TryGetValue(invariant.Type, out var type))
            return null;
        var shared = new object?[type.Properties.Count];
        PublishedValues.Fill(schema, type, invariant.Value, shared);
        var variants = new PublishedVariant?[schema.Languages.Count];
        foreach (var row in rows.Where(r => r.Culture.Length > 0 && schema.CultureIndex(r.Culture) >= 0))
        {
            var values = (object?[])shared.Clone();
            PublishedValues.Fill(schema, type, row.Value, values);
            var culture = schema.CultureIndex(row.Culture);
            variants[culture] = new PublishedVariant(culture, row.Name, new PublishedValues(type, values), Instant.Read(row.PublishedAt), Instant.Read(row.FirstPublishedAt));
        }

        return new PublishedDocument
        {
            Id = invariant.Id,
            Type = type,
            ParentId = invariant.Parent,
            Sort = invariant.Sort,
            Path = invariant.Path,
            Version = invariant.Version,
            Variants = variants,
            ExpiresAt = type.Expires is { } expires && shared[expires.Index] is DateOnly last ? EndOf(last) : null,
            Rank = type.OrderBy is { } orderBy ? -((shared[orderBy.Index] as DateOnly?)?.DayNumber ?? 0) : invariant.Sort,
            Refers = References(variants),
        };
    }

    /// <summary>A date stands for the whole day in China; the document is invalid from the next midnight on.</summary>
    /// <returns>Null for the last day there is, which people write for “never”.</returns>
    internal static DateTimeOffset? EndOf(DateOnly day)
    {
        if (day == DateOnly.MaxValue)
            return null;
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, China.GetUtcOffset(midnight));
    }

    private static HashSet<Guid> References(PublishedVariant?[] variants)
    {
        var ids = new HashSet<Guid>();
        foreach (var variant in variants)
            if (variant is not null)
                Collect(variant.Values, ids);
        return ids;
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
