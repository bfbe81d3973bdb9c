namespace ParkBrand.Content.Publishing;

/// <summary>The unversioned part of a document, as stored.</summary>
internal sealed record DocumentRow
{
    public Guid Id { get; init; }
    public string Type { get; init; } = "";
    public Guid? ParentId { get; init; }
    public int Sort { get; init; }
    public string Slug { get; init; } = "";
    public string? Path { get; init; }
    public string? PublishedPath { get; init; }
    public int Version { get; init; }
    public string? TrashedAt { get; init; }
    public Guid? TrashRoot { get; init; }
    public string UpdatedAt { get; init; } = "";

    public bool IsTrashed => TrashedAt is not null;
}

/// <summary>One culture of one version; the invariant part has the culture ''.</summary>
internal sealed record CultureRow(string Culture, string Name, string Value)
{
    private CultureRow() : this("", "", "") { }
}

/// <summary>What the public sees of one culture.</summary>
internal sealed record PublicationRow(string Culture, int Version, string PublishedAt, string FirstPublishedAt)
{
    private PublicationRow() : this("", 0, "", "") { }
}
