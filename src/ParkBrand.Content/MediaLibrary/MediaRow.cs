namespace ParkBrand.Content.MediaLibrary;

/// <summary>A file or a folder of the library, as stored.</summary>
internal sealed record MediaRow
{
    /// <summary>Both tables in one shape; SQLite takes the conditions on it into each of them.</summary>
    public const string Select = """
        SELECT * FROM (
            SELECT id AS Id, 1 AS IsFolder, parent_id AS ParentId, sort AS Sort, name AS Name, path AS Path, owner_id AS OwnerId, '' AS ContentType, '' AS Hash, 0 AS Bytes,
                   NULL AS Width, NULL AS Height, '{}' AS Alt, NULL AS FocusX, NULL AS FocusY, NULL AS Crops, version AS Version, trashed_at AS TrashedAt, trash_root AS TrashRoot,
                   created_at AS CreatedAt, updated_at AS UpdatedAt FROM media_folder
            UNION ALL
            SELECT id, 0, parent_id, sort, name, path, NULL, content_type, hash, bytes,
                   width, height, alt, focus_x, focus_y, crops, version, trashed_at, trash_root, created_at, updated_at FROM media)
        """;

    public const string Order = "ORDER BY IsFolder DESC, Sort, Name, Id";

    public Guid Id { get; init; }
    public bool IsFolder { get; init; }
    public Guid? ParentId { get; init; }
    public int Sort { get; init; }
    public string Name { get; init; } = "";
    public string? Path { get; init; }
    public Guid? OwnerId { get; init; }
    public string ContentType { get; init; } = "";
    public string Hash { get; init; } = "";
    public long Bytes { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public string Alt { get; init; } = "{}";
    public int? FocusX { get; init; }
    public int? FocusY { get; init; }
    public string? Crops { get; init; }
    public int Version { get; init; }
    public string? TrashedAt { get; init; }
    public Guid? TrashRoot { get; init; }
    public string CreatedAt { get; init; } = "";
    public string UpdatedAt { get; init; } = "";

    public bool IsTrashed => TrashedAt is not null;
    public string Table => IsFolder ? "media_folder" : "media";
}
