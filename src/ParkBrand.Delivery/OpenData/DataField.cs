using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

public enum DataKind
{
    Text, Texts, Integer, Number, Boolean, Date, Address,
}

/// <summary>A column of an open data file.</summary>
/// <param name="Name">In headers and as JSON member; never translated.</param>
/// <param name="Meaning">What the label cannot say; for a choice, its codes.</param>
/// <param name="Unit">Per culture; null where the value has none.</param>
/// <param name="Required">Never empty.</param>
public sealed record DataField(string Name, DataKind Kind, LocalizedName Label, LocalizedName? Meaning, LocalizedName? Unit, bool Required)
{
    internal Func<DataRow, object?> Value { get; init; } = _ => null;

    /// <summary>Codes with their labels, where the column has a closed list.</summary>
    public IReadOnlyList<ChoiceItem> Codes { get; init; } = [];
}

/// <summary>A document of a dataset as it is published in one language.</summary>
/// <param name="Park">The document itself, or the park that it belongs to.</param>
/// <param name="Base">Scheme and host of the public site.</param>
internal sealed record DataRow(Snapshot Snapshot, PublishedDocument Document, PublishedDocument Park, int Culture, string Base)
{
    public PublishedVariant Variant { get; } = Document.In(Culture, Snapshot.Schema)!;

    public PublishedValues Values => Variant.Values;

    public PublishedValues? ParkValues => Park.In(Culture, Snapshot.Schema)?.Values;

    public string? Name(Guid? id) => Snapshot.Find(id)?.In(Culture, Snapshot.Schema)?.Name;

    public string Url => Base + Snapshot.Schema.Languages[Culture].UrlPrefix + Document.Path;
}
