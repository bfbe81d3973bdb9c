namespace ParkBrand.Site.Lists;

/// <summary>A group of filters on a list, with what each value would leave.</summary>
/// <param name="Name">Query parameter.</param>
public sealed record Facet(string Name, string Label, IReadOnlyList<FacetValue> Values);

/// <param name="Count">Documents that would be listed with this value and the other filters as they are.</param>
public sealed record FacetValue(string Value, string Label, int Count, bool Selected);

/// <param name="Value">Query value; the first of a list is the default.</param>
public sealed record SortOption(string Value, string Label, bool Selected);
