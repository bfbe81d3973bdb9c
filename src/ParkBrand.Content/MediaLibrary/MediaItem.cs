using System.Text.Json;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>A file or a folder as an editor sees it.</summary>
/// <param name="Type">Alias of the media type, or <c>folder</c>.</param>
/// <param name="FileName">Last part of the address; empty for a folder.</param>
public sealed record MediaItem(Guid Id, string Type, Guid? Parent, string Name, string FileName, string ContentType, string Hash, long Bytes, int? Width, int? Height)
{
    public const string FolderType = "folder";

    /// <summary>The media type of what is looked at, and so has a description.</summary>
    public const string PictureType = "image";

    /// <summary>Culture → description for those who do not see the picture.</summary>
    public required IReadOnlyDictionary<string, string> Alt { get; init; }

    /// <summary>Per cent from the left and from the top; null is the middle.</summary>
    public (int X, int Y)? Focus { get; init; }

    /// <summary>JSON array as the editor's cropper wrote it.</summary>
    public string? Crops { get; init; }

    /// <summary>Counts the changes; an edit names the one it started from.</summary>
    public required int Version { get; init; }
    public required bool Trashed { get; init; }
    public required bool HasChildren { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public bool IsFolder => Type == FolderType;

    /// <summary>Address of the bytes; null for a folder.</summary>
    public string? Url => IsFolder ? null : $"/media/{Hash}/{Uri.EscapeDataString(FileName)}";

    internal static MediaItem Of(ContentSchema schema, MediaRow row, bool hasChildren) => new(
        row.Id, TypeOf(schema, row), row.ParentId, row.Name, row.IsFolder ? "" : System.IO.Path.GetFileName(row.Path) ?? "", row.ContentType, row.Hash, row.Bytes, row.Width, row.Height)
    {
        Alt = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Alt)!,
        Focus = row is { FocusX: { } x, FocusY: { } y } ? (x, y) : null,
        Crops = row.Crops,
        Version = row.Version,
        Trashed = row.IsTrashed,
        HasChildren = hasChildren,
        CreatedAt = Instant.Read(row.CreatedAt),
        UpdatedAt = Instant.Read(row.UpdatedAt),
    };

    internal static string TypeOf(ContentSchema schema, MediaRow row) => row.IsFolder ? FolderType : schema.MediaTypeOf(row.Path ?? "")?.Alias ?? "file";
}
