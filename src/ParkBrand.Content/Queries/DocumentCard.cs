namespace ParkBrand.Content.Queries;

/// <summary>How a language of a document stands.</summary>
public enum VariantState
{
    Draft,
    Published,

    /// <summary>Public, but the draft says something else.</summary>
    PublishedWithChanges,
}

public sealed record VariantCard(string Culture, string Name, VariantState State);

/// <summary>A document as a line in a tree or list.</summary>
/// <param name="Parent">Null at the root, and where the actor's own part of the tree begins.</param>
/// <param name="Ancestors">From where the actor's tree begins down to the parent.</param>
/// <param name="Variants">In the order of the site's languages.</param>
public sealed record DocumentCard(
    Guid Id, string Type, Guid? Parent, IReadOnlyList<Guid> Ancestors, bool Trashed, bool HasChildren, int Sort,
    DateTimeOffset CreatedAt, DateTimeOffset SavedAt, IReadOnlyList<VariantCard> Variants);

/// <param name="Total">Of all, not of this page.</param>
/// <param name="Before">How many stand before this page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Before)
{
    public int After => Math.Max(0, Total - Before - Items.Count);
}
