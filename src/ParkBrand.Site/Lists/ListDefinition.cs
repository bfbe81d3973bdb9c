using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>How one document type is listed: what it can be filtered and sorted by.</summary>
internal sealed record ListDefinition(string Type, IReadOnlyList<FacetDefinition> Facets, IReadOnlyList<SortDefinition> Sorts, int PageSize = 30);

/// <param name="Label">Key of the theme's text.</param>
/// <param name="ValuesOf">The values that a document has; empty leaves it out of the facet.</param>
/// <param name="LabelOf">What a value is called.</param>
/// <param name="Order">All values in the order of the list; null sorts by count.</param>
/// <param name="OnlyWhenChosen">Too many values to show; other pages link with one.</param>
internal sealed record FacetDefinition(
    string Name, string Label, Func<PageContext, PublishedDocument, IEnumerable<string>> ValuesOf,
    Func<PageContext, string, string> LabelOf, Func<PageContext, IEnumerable<string>>? Order = null, bool OnlyWhenChosen = false);

/// <param name="Key">Null keeps the public order.</param>
internal sealed record SortDefinition(string Value, Func<PublishedVariant, decimal>? Key = null);
