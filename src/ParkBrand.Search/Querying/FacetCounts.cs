using System.Runtime.InteropServices;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>Filters and counts in one walk: a document that only one facet keeps out still counts for that facet.</summary>
internal sealed class FacetCounts
{
    private readonly SearchRequest request;
    private readonly Snapshot snapshot;
    private readonly IReadOnlyCollection<string>?[] chosen;
    private readonly Dictionary<string, int>[] counts;

    public FacetCounts(SearchRequest request, Snapshot snapshot)
    {
        (this.request, this.snapshot) = (request, snapshot);
        chosen = [.. Facets.All.Select(f => request.Filters.GetValueOrDefault(f) is { Count: > 0 } values ? values : null)];
        counts = [.. Facets.All.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    }

    public bool Pass(Card card)
    {
        var (failed, last) = (0, -1);
        for (var f = 0; f < chosen.Length && failed < 2; f++)
            if (chosen[f] is { } wanted && (card.Facets[f] is not { } value || !wanted.Contains(value)))
                (failed, last) = (failed + 1, f);
        for (var f = 0; f < chosen.Length && failed < 2; f++)
            if ((failed == 0 || last == f) && card.Facets[f] is { } value)
                CollectionsMarshal.GetValueRefOrAddDefault(counts[f], value, out _)++;
        return failed == 0;
    }

    public List<SearchFacet> Values() => Facets.All.Select((name, f) => new SearchFacet(name, counts[f]
            .Concat((chosen[f] ?? []).Where(c => !counts[f].ContainsKey(c)).Select(c => KeyValuePair.Create(c, 0)))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new SearchFacetValue(c.Key, Facets.Label(name, c.Key, request.Culture, snapshot), c.Value, chosen[f]?.Contains(c.Key) ?? false)).ToList()))
        .Where(f => f.Values.Count > 0).ToList();
}
