using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>Applies the filters of a request. Values of one facet widen each other, facets narrow each other.</summary>
internal sealed class Selection
{
    private readonly PageContext context;
    private readonly ListDefinition definition;
    private readonly ListIndex index;
    private readonly HashSet<string>[] chosen;
    private readonly WordOrder? words;
    private readonly int[][] counts;

    public Selection(PageContext context, ListDefinition definition)
    {
        this.context = context;
        this.definition = definition;
        index = ListIndex.Of(context, definition);
        chosen = [.. definition.Facets.Select(f => context.Query.All(f.Name))];
        words = WordOrder.Of(context, definition.Type);
        var open = words is null && chosen.All(c => c.Count == 0);
        counts = open ? [.. index.Columns.Select(c => c.Totals)] : [.. index.Columns.Select(c => new int[c.Values.Count])];
        var matching = open ? index.Documents : Filter();
        Parks = open ? index.Parks : ListIndex.ParksOf(matching);
        Matching = Sorted(matching);
    }

    /// <summary>How many there are without any filter.</summary>
    public int All => index.Documents.Length;

    public IReadOnlyList<PublishedDocument> Matching { get; }

    /// <summary>False while words cannot be answered.</summary>
    public bool Ready => words?.Ready ?? true;

    /// <summary>Parks that have a match or are one.</summary>
    public IReadOnlyCollection<Guid> Parks { get; }

    public List<Facet> Facets() => definition.Facets.Select(Facet).OfType<Facet>().ToList();

    public List<SortOption> Sorts() => definition.Sorts
        .Select((s, i) => new SortOption(s.Value, context.Texts[$"sort.{s.Value}"], context.Query["sort"] is { } sort ? s.Value == sort : i == 0))
        .ToList();

    /// <summary>One walk finds the matches and counts every facet: a document that only one facet keeps out still counts for that one.</summary>
    private PublishedDocument[] Filter()
    {
        var wanted = index.Columns.Select((c, i) => chosen[i].Select(c.Number).OfType<int>().ToArray()).ToArray();
        var matching = new List<PublishedDocument>();
        for (var d = 0; d < index.Documents.Length; d++)
        {
            if (words is not null && words.PlaceOf(index.Documents[d]) is null)
                continue;
            var (failed, last) = (0, -1);
            for (var f = 0; f < wanted.Length && failed < 2; f++)
                if (chosen[f].Count > 0 && !Overlap(index.Columns[f].Of(d), wanted[f]))
                    (failed, last) = (failed + 1, f);
            if (failed == 0)
                matching.Add(index.Documents[d]);
            for (var f = 0; f < wanted.Length && failed < 2; f++)
                if (failed == 0 || last == f)
                    foreach (var value in index.Columns[f].Of(d))
                        counts[f][value]++;
        }

        return [.. matching];
    }

    private static bool Overlap(int[] values, int[] wanted)
    {
        foreach (var value in values)
            if (Array.IndexOf(wanted, value) >= 0)
                return true;
        return false;
    }

    private IReadOnlyList<PublishedDocument> Sorted(PublishedDocument[] matching)
    {
        if (context.Query["sort"] is { } sort && definition.Sorts.FirstOrDefault(s => s.Value == sort)?.Key is { } key)
            return matching.OrderBy(d => key(context.Variant(d)!)).ToList();
        // Best word matches first; otherwise the public order stays.
        return words is null ? matching : matching.OrderBy(words.PlaceOf).ToList();
    }

    /// <returns>Null where there is nothing to choose between.</returns>
    private Facet? Facet(FacetDefinition facet, int number)
    {
        var column = index.Columns[number];
        var ordered = facet.Order?.Invoke(context).Select(column.Number).OfType<int>()
            ?? Enumerable.Range(0, column.Values.Count).OrderByDescending(v => counts[number][v]);
        var values = ordered.Where(v => !facet.OnlyWhenChosen || chosen[number].Contains(column.Values[v]))
            .Select(v => new FacetValue(column.Values[v], facet.LabelOf(context, column.Values[v]), counts[number][v], chosen[number].Contains(column.Values[v]))).ToList();
        return values.Count > 1 || values.Exists(v => v.Selected) ? new Facet(facet.Name, context.Texts[facet.Label], values) : null;
    }
}
