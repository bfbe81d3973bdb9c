using ParkBrand.Site.Pages;

namespace ParkBrand.Site.Lists;

/// <summary>Results that a visitor narrows and orders by the address: the lists, and the search over all of them.</summary>
public abstract class FilteredPage : DocumentPage
{
    public required int Total { get; init; }
    public required int PageNumber { get; init; }
    public required int Pages { get; init; }
    public required IReadOnlyList<Facet> Facets { get; init; }
    public required IReadOnlyList<SortOption> Sorts { get; init; }

    /// <summary>What was typed; null where nothing was.</summary>
    public required string? Words { get; init; }

    /// <summary>False while words cannot be answered because the index is being made.</summary>
    public bool Ready { get; init; } = true;

    /// <summary>Whether the filters have a field for words.</summary>
    public virtual bool TakesWords => false;

    /// <summary>Parameters that the filters pass on as they are.</summary>
    public virtual IEnumerable<(string Name, string Value)> Carried => [];

    /// <summary>The address with all filters taken away.</summary>
    public string Cleared => Context.Url(Context.Path) + (Carried.Any() ? "?" + string.Join('&', Carried.Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value)}")) : "");

    public override bool AnswersWords => Words is not null;

    public IEnumerable<(Facet Facet, FacetValue Value)> Chosen => Facets.SelectMany(f => f.Values.Where(v => v.Selected).Select(v => (f, v)));
}
