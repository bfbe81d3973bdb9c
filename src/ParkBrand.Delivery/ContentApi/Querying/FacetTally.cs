using System.Runtime.InteropServices;
using ParkBrand.Content.Schema;
using ParkBrand.Delivery.ContentApi.Rendering;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Counts the values of one field over everything that was found.</summary>
internal sealed class FacetTally(string field, PublicView view)
{
    public const int Most = 8;
    private const int MostValues = 200;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> references = [];
    private ChoiceItem?[] labels = [];
    private DocumentType? type;
    private Property? property;

    /// <returns>Null when no document type has such a field with values to count.</returns>
    public static FacetTally? Of(string field, PublicView view) =>
        field == "contentType" || view.Schema.DocumentTypes.Values.Any(t => t.Find(field) is { } p && IsCounted(p.DataType.Kind)) ? new FacetTally(field, view) : null;

    private static bool IsCounted(ValueKind kind) => kind is ValueKind.Choice or ValueKind.Choices or ValueKind.Boolean or ValueKind.Document or ValueKind.Documents or ValueKind.Texts;

    public void Add(Row row)
    {
        if (field == "contentType")
        {
            Count(row.Document.Type.Alias);
            return;
        }

        // Rows come type by type.
        if (row.Document.Type != type)
            (type, property) = (row.Document.Type, row.Document.Type.Find(field) is { } found && IsCounted(found.DataType.Kind) ? found : null);
        if (property is not null)
            Add(property, row.Variant.Values[property]);
    }

    private void Add(Property of, object? value)
    {
        if (labels.Length == 0 && of.DataType.Items.Count > 0)
            labels = [.. of.DataType.Items];
        switch (value)
        {
            case string one:
                Count(one);
                break;
            case string[] many:
                foreach (var text in many)
                    Count(text);
                break;
            case bool flag:
                Count(flag ? "true" : "false");
                break;
            case Guid id:
                CollectionsMarshal.GetValueRefOrAddDefault(references, id, out _)++;
                break;
            case Guid[] ids:
                foreach (var id in ids)
                    CollectionsMarshal.GetValueRefOrAddDefault(references, id, out _)++;
                break;
        }
    }

    private void Count(string value) => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;

    public FacetCounts Counts() => new(field, [.. counts.Select(c => new FacetCount(c.Key, Label(c.Key), c.Value)).Concat(Referred())
        .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(MostValues)]);

    /// <summary>What is not visible is not counted either.</summary>
    private IEnumerable<FacetCount> Referred() => references.Select(r => (Row: view.Find(r.Key), Count: r.Value)).Where(r => r.Row is not null)
        .Select(r => new FacetCount(r.Row!.Value.Document.Slug, r.Row.Value.Variant.Name, r.Count));

    private string Label(string value) => field == "contentType" ? view.Schema.DocumentTypes[value].Name : Array.Find(labels, l => l?.Value == value)?.Name.In(view.Culture) ?? value;
}
