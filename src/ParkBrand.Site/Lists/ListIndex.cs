using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>
/// One document type as a reader of one language sees it, with the facet values of each document worked out: filtering is
/// then a walk over numbers. Kept until one of the documents that it is made from changes.
/// </summary>
internal sealed class ListIndex
{
    private static readonly string[] Named = ["park", "industry", "district", "topic"];

    private ListIndex(PageContext context, ListDefinition definition)
    {
        Documents = [.. context.OfType(definition.Type)];
        Columns = definition.Facets.Select(f => new FacetColumn(context, f, Documents)).ToList();
        Parks = ParksOf(Documents);
    }

    public PublishedDocument[] Documents { get; }

    /// <summary>In the order of the definition's facets.</summary>
    public IReadOnlyList<FacetColumn> Columns { get; }

    /// <summary>Parks that have one of the documents or are one.</summary>
    public IReadOnlyCollection<Guid> Parks { get; }

    public static ListIndex Of(PageContext context, ListDefinition definition) => context.Snapshot.Derive(
        $"list {definition.Type} {context.Culture}", [definition.Type, .. Named.Where(n => n != definition.Type)], context.Today, () => new ListIndex(context, definition));

    public static HashSet<Guid> ParksOf(IEnumerable<PublishedDocument> documents)
    {
        var parks = new HashSet<Guid>();
        foreach (var document in documents)
            if (document.Type.Alias == "park")
                parks.Add(document.Id);
            else if (document.ParentId is { } parent)
                parks.Add(parent);
        return parks;
    }
}

/// <summary>The values of one facet over all documents of a list, as numbers.</summary>
internal sealed class FacetColumn
{
    private readonly int[][] ofDocument;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public FacetColumn(PageContext context, FacetDefinition facet, PublishedDocument[] documents)
    {
        var values = new List<string>();
        var singles = new List<int[]>(); // documents share these: most have one value or none
        ofDocument = Array.ConvertAll(documents, d =>
        {
            var found = facet.ValuesOf(context, d).Select(Number).ToArray();
            return found.Length == 1 ? singles[found[0]] : found;
        });
        Values = values;
        Totals = new int[values.Count];
        foreach (var number in ofDocument.SelectMany(n => n))
            Totals[number]++;

        int Number(string value)
        {
            if (numbers.TryGetValue(value, out var number))
                return number;
            values.Add(value);
            singles.Add([values.Count - 1]);
            return numbers[value] = values.Count - 1;
        }
    }

    /// <summary>Every value that a document has, by number.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How many documents have each value.</summary>
    public int[] Totals { get; }

    public int[] Of(int document) => ofDocument[document];

    public int? Number(string value) => numbers.TryGetValue(value, out var number) ? number : null;
}
