using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>What the search finds of one type for the words of a request, best first.</summary>
internal sealed class WordOrder
{
    private readonly Dictionary<Guid, int> places = [];

    private WordOrder(SearchResults found)
    {
        Ready = found.Ready;
        foreach (var hit in found.Items)
            places.TryAdd(hit.Document.Id, places.Count);
    }

    /// <summary>False while the index is being made.</summary>
    public bool Ready { get; }

    public static WordOrder? Of(PageContext context, string type) => context.Query["q"] is not { } words ? null : new WordOrder(context.Search.Search(
        new SearchRequest(words, context.Culture, context.Today)
        {
            Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["type"] = [type] },
            Take = int.MaxValue,
            Marked = false,
        },
        context.Snapshot));

    /// <returns>Null where the document was not found.</returns>
    public int? PlaceOf(PublishedDocument document) => places.TryGetValue(document.Id, out var place) ? place : null;
}
