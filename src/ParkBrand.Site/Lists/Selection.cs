using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>Applies the filters of a request. Values of one facet widen each other, facets narrow each other.</summary>
internal sealed class Selection
{
    private readonly PageContext context;
    private readonly ListDefinition definition;
    private readonly Dictionary<string, HashSet<string>> chosen;
    private readonly WordFilter? words;

    public Selection(PageContext context, ListDefinition definition)
    {
        this.context = context;
        this.definition = definition;
        All = context.OfType(definition.Type).ToList();
        chosen = definition.Facets.ToDictionary(f => f.Name, f => context.Query.All(f.Name));
        words = WordFilter.From(context);
    }

    public List<PublishedDocument> All { get; }

    public List<PublishedDocument> Matching()
    {
        var matching = Passing(except: null);
        if (context.Query["sort"] is { } sort && definition.Sorts.FirstOrDefault(s => s.Value == sort)?.Key is { } key)
            return matching.OrderBy(d => key(context.Variant(d)!)).ToList();
        // Best word matches first; otherwise the public order stays.
        return words is null ? matching : matching.OrderByDescending(words.Score).ToList();
    }

    public List<Facet> Facets() => definition.Facets.Select(Facet).Where(f => f.Values.Count > 1 || f.Values.Any(v => v.Selected)).ToList();

    public List<SortOption> Sorts() => definition.Sorts
        .Select((s, i) => new SortOption(s.Value, context.Texts[$"sort.{s.Value}"], context.Query["sort"] is { } sort ? s.Value == sort : i == 0))
        .ToList();

    private Facet Facet(FacetDefinition facet)
    {
        var counts = new Dictionary<string, int>();
        foreach (var value in Passing(except: facet.Name).SelectMany(d => facet.ValuesOf(context, d)))
            counts[value] = counts.GetValueOrDefault(value) + 1;
        var present = All.SelectMany(d => facet.ValuesOf(context, d)).ToHashSet();
        var ordered = facet.Order?.Invoke(context).Where(present.Contains) ?? present.OrderByDescending(v => counts.GetValueOrDefault(v));
        var values = ordered.Select(v => new FacetValue(v, facet.LabelOf(context, v), counts.GetValueOrDefault(v), chosen[facet.Name].Contains(v)));
        return new Facet(facet.Name, context.Texts[facet.Label], values.ToList());
    }

    private List<PublishedDocument> Passing(string? except) =>
        All.Where(d => (words is null || words.Score(d) > 0) && definition.Facets.All(f => f.Name == except || Passes(f, d))).ToList();

    private bool Passes(FacetDefinition facet, PublishedDocument document)
    {
        var wanted = chosen[facet.Name];
        return wanted.Count == 0 || facet.ValuesOf(context, document).Any(wanted.Contains);
    }
}
