using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Searching;

/// <summary>The counts of a search as tabs and filters of a page: those that say something, in an order that people expect.</summary>
internal sealed class SearchFacets(PageContext context, SearchQuestion question, SearchResults results)
{
    private const int FewToChoose = 2;

    public List<SearchTab> Tabs()
    {
        var counts = results.Facets.FirstOrDefault(f => f.Field == "type")?.Values.ToDictionary(v => v.Value, v => v.Count) ?? [];
        var tabs = question.Tabs.Select(t => new SearchTab(t.Name, t.Types.Sum(type => counts.GetValueOrDefault(type)), t.Name == question.Tab)).ToList();
        return [new SearchTab(null, tabs.Sum(t => t.Count), question.Tab is null), .. tabs.Where(t => t.Count > 0 || t.Selected)];
    }

    /// <summary>What the chosen tab's documents differ by, and whatever is chosen already, so that it can be taken back.</summary>
    public List<Facet> Narrowing()
    {
        string[] useful = question.Tab switch
        {
            null => ["sector", "district"],
            "space" => ["kind", "area", "sector", "district"],
            "job" => ["degree", "pay", "sector", "district"],
            SearchQuestion.More => [],
            _ => ["kind", "sector", "district"],
        };
        return SearchQuestion.Fields.Select(f => results.Facets.FirstOrDefault(r => r.Field == f)).OfType<SearchFacet>()
            .Where(f => f.Values.Any(v => v.Selected) || (useful.Contains(f.Field) && f.Values.Count >= FewToChoose))
            .OrderBy(f => Array.IndexOf(useful, f.Field) is var i && i < 0 ? useful.Length : i)
            .Select(f => new Facet(f.Field, context.Texts[$"facet.{f.Field}"], Values(f))).ToList();
    }

    public HashSet<Guid> Parks()
    {
        var parks = results.Facets.FirstOrDefault(f => f.Field == "park")?.Values ?? [];
        var chosen = parks.Any(v => v.Selected);
        return parks.Where(v => v.Count > 0 && (v.Selected || !chosen)).Select(v => context.Snapshot.Resolve("/parks/" + v.Value).Document?.Id).OfType<Guid>().ToHashSet();
    }

    private List<FacetValue> Values(SearchFacet facet)
    {
        var order = Order(facet.Field);
        // There are as many parks as a page has lines: one is chosen by a link, not here.
        var values = facet.Values.Where(v => facet.Field != "park" || v.Selected);
        return values.OrderBy(v => order.IndexOf(v.Value) is var i && i < 0 ? order.Count : i).Select(v => new FacetValue(v.Value, Label(facet.Field, v, order), v.Count, v.Selected)).ToList();
    }

    /// <summary>The order of the schema or of the steps; none where the most frequent come first.</summary>
    private List<string> Order(string field) => field == "degree"
        ? [.. context.Snapshot.Schema.DocumentTypes["job"].Find("degree")!.DataType.Items.Select(i => i.Value)]
        : [.. ListDefinitions.Steps(field)];

    private string Label(string field, SearchFacetValue value, List<string> order) => field switch
    {
        "area" or "pay" when order.Contains(value.Value) => context.Texts[$"bucket.{field}.{value.Value}"],
        // Several types have kinds; the same value can have another name there.
        "kind" when question.Tab is { } tab && context.Snapshot.Schema.DocumentTypes.TryGetValue(tab, out var type) =>
            type.Find("kind")?.DataType.Item(value.Value)?.Name.In(context.Culture) ?? value.Label,
        _ => value.Label,
    };
}

/// <param name="Name">Value of <c>type</c>, and end of the theme's text <c>tab.</c>; null for all types.</param>
public sealed record SearchTab(string? Name, int Count, bool Selected);
