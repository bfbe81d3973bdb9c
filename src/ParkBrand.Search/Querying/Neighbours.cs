using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>
/// What belongs to the best of a short list: the park behind a record, then its stories, its records and its industry. So
/// that a rare word leads on instead of ending with two lines.
/// </summary>
internal static class Neighbours
{
    /// <summary>Only what was found nearly as well as the best leads anywhere.</summary>
    private const double GoodEnough = 0.4;

    public static IEnumerable<Card> Of(IReadOnlyList<(Card Card, double Score)> found, int count, Catalog catalog, Snapshot snapshot)
    {
        var seen = found.Select(f => f.Card.Id).ToHashSet();
        return found.Count == 0 ? [] : found.Where(f => f.Score >= found[0].Score * GoodEnough).SelectMany(f => Near(f.Card.Document, snapshot)).Where(d => seen.Add(d.Id))
            .Select(d => catalog.NumberOf(d.Id) is { } number ? catalog[number] : null).OfType<Card>().Take(count);
    }

    private static IEnumerable<PublishedDocument> Near(PublishedDocument document, Snapshot snapshot)
    {
        var parks = document.Type.Alias switch
        {
            "park" => [document],
            "feature" or "award" => Card.Values(document, snapshot).References("parks").Select(id => snapshot.Find(id)).OfType<PublishedDocument>().Where(_ => document.Type.Alias == "feature"),
            _ => snapshot.Find(document.ParentId) is { Type.Alias: "park" } park ? [park] : Array.Empty<PublishedDocument>(),
        };
        foreach (var park in parks)
        {
            yield return park;
            foreach (var story in snapshot.ReferrersOf(park.Id).Where(d => d.Type.Alias == "feature"))
                yield return story;
            foreach (var child in snapshot.ChildrenOf(park.Id).OrderBy(c => c.Type.Alias == document.Type.Alias ? 0 : 1))
                yield return child;
        }
    }
}
