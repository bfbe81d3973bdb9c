using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Snapshots;

/// <summary>A document as the public sees it. Immutable; a publication makes a new one.</summary>
public sealed class PublishedDocument
{
    private string? slug;

    public required Guid Id { get; init; }
    public required DocumentType Type { get; init; }
    public required Guid? ParentId { get; init; }
    public required int Sort { get; init; }

    /// <summary>Address without language prefix; null for documents without a page.</summary>
    public required string? Path { get; init; }

    /// <summary>Version whose invariant values are public.</summary>
    public required int Version { get; init; }

    /// <summary>Per culture of the schema; null where not published.</summary>
    internal PublishedVariant?[] Variants { get; init; } = [];

    /// <summary>The first instant at which the document is no longer valid, or null.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>Sorts lists: newest first where the type has a date to order by, otherwise the editors' order.</summary>
    internal long Rank { get; init; }

    /// <summary>Everything the document refers to.</summary>
    internal IReadOnlyCollection<Guid> Refers { get; init; } = [];

    public string Slug => slug ??= Path is { } path ? path[(path.LastIndexOf('/') + 1)..] : "";

    public bool IsIn(int culture) => Variants[culture] is not null;

    /// <summary>What a reader of <paramref name="culture"/> is shown: that culture, else its fallback, else null.</summary>
    public PublishedVariant? In(int culture, ContentSchema schema)
    {
        if (Variants[culture] is { } own)
            return own;
        return schema.Languages[culture].Fallback is { } fallback ? Variants[schema.CultureIndex(fallback)] : null;
    }

    public override string ToString() => $"{Type.Alias} {Path ?? Id.ToString()}";
}

/// <summary>One published culture: its own values joined with the invariant ones.</summary>
/// <param name="Culture">Index into <see cref="ContentSchema.Languages"/>.</param>
public sealed record PublishedVariant(int Culture, string Name, PublishedValues Values, DateTimeOffset PublishedAt, DateTimeOffset FirstPublishedAt);

/// <summary>A media item that published documents may show.</summary>
/// <param name="Hash">SHA-256 of the bytes; part of the address, so that a file may be cached for good.</param>
/// <param name="Width">px, null when unknown.</param>
/// <param name="Alt">Per culture of the schema.</param>
/// <param name="Focus">What stays in view when the picture is cut: <c>x-y</c> in whole per cent; null is the middle.</param>
public sealed record PublishedMedia(Guid Id, string Name, string ContentType, string Hash, int? Width, int? Height, IReadOnlyList<string?> Alt, string? Focus = null)
{
    public string Url => $"/media/{Hash}/{Uri.EscapeDataString(Name)}";

    /// <summary>Where the library keeps it, e.g. <c>parks/robotics-park.svg</c>.</summary>
    public string LibraryPath { get; init; } = Name;

    /// <summary>Size of the file.</summary>
    public int Bytes { get; init; }

    /// <summary>JSON array as the editor's cropper wrote it; null for none.</summary>
    public string? Crops { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}
