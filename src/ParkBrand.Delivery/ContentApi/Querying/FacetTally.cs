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

    /// <returns>Null when no document type has such a field with values to count.</returns>
    public static FacetTally? Of(string field, PublicView view) =>
        field == "contentType" || view.Schema.DocumentTypes.Values.Any(t => t.Find(field) is { } p && IsCounted(p.DataType.Kind)) ? new FacetTally(field, view) : null;

    private static bool IsCounted(ValueKind kind) => kind is ValueKind.Choice or ValueKind.Choices or ValueKind.Boolean or ValueKind.Document or ValueKind.Documents or ValueKind.Texts;

    public void Add(Row row)
    {
        if (field == "contentType")
            Count(row.Document.Type.Alias, 1);
        else if (Counted(row.Document.Type) is { } property)
            Add(property, row.Variant.Values[property]);
    }

    /// <summary>The same for many of one type.</summary>
    public void Add(TypeRows type, bool[] fits, int count)
    {
        if (count == 0)
            return;
        if (field == "contentType")
            Count(type.Rows[0].Document.Type.Alias, count);
        else if (Counted(type.Rows[0].Document.Type) is { } property)
        {
            var values = type.Column(property);
            for (var i = 0; i < values.Length; i++)
                if (fits[i])
                    Add(property, values[i]);
        }
    }

    private Property? Counted(DocumentType type) => type.Find(field) is { } property && IsCounted(property.DataType.Kind) ? property : null;

    private void Add(Property of, object? value)
    {
        if (labels.Length == 0 && of.DataType.Items.Count > 0)
            labels = [.. of.DataType.Items];
        switch (value)
        {
            case string one:
                Count(one, 1);
                break;
            case string[] many:
                foreach (var text in many)
                    Count(text, 1);
                break;
            case bool flag:
                Count(flag ? "true" : "false", 1);
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

    private void Count(string value, int times) => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += times;

    public FacetCounts Counts() => new(field, [.. counts.Select(c => new FacetCount(c.Key, Label(c.Key), c.Value)).Concat(Referred())
        .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(MostValues)]);

    /// <summary>What is not visible is not counted either.</summary>
    private IEnumerable<FacetCount> Referred() => references.Select(r => (Row: view.Find(r.Key), Count: r.Value)).Where(r => r.Row is not null)
        .Select(r => new FacetCount(r.Row!.Value.Document.Slug, r.Row.Value.Variant.Name, r.Count));

    private string Label(string value) => field == "contentType" ? view.Schema.DocumentTypes[value].Name : Array.Find(labels, l => l?.Value == value)?.Name.In(view.Culture) ?? value;
}
