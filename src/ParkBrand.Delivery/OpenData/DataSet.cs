using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

/// <summary>A table that the city gives away.</summary>
/// <param name="Name">Begins the addresses of its files.</param>
/// <param name="Type">Document type of its rows.</param>
public sealed record DataSet(string Name, string Type, LocalizedName Title, LocalizedName Description, IReadOnlyList<DataField> Fields, IReadOnlyList<DataFormat> Formats)
{
    /// <summary>Types whose documents the rows are made of: a change of any other leaves the files as they are.</summary>
    internal IReadOnlyList<string> MadeOf => Type == "park" ? ["park", "district", "industry"] : [Type, "park", "district", "industry"];

    /// <summary>Live documents that are published in the language itself, without stand-ins in another.</summary>
    internal IEnumerable<DataRow> Rows(Snapshot snapshot, int culture, string address)
    {
        foreach (var document in snapshot.OfType(Type, culture).Where(d => d.IsIn(culture)))
            if ((Type == "park" ? document : snapshot.Find(document.ParentId)) is { } park && park.In(culture, snapshot.Schema) is not null)
                yield return new DataRow(snapshot, document, park, culture, address);
    }
}

/// <param name="Ending">Of the address, without a dot.</param>
public sealed record DataFormat(string Ending, string Name, string ContentType)
{
    public static readonly DataFormat Csv = new("csv", "CSV", "text/csv");
    public static readonly DataFormat JsonLines = new("jsonl", "JSON Lines", "application/jsonl");
    public static readonly DataFormat GeoJson = new("geojson", "GeoJSON", "application/geo+json");
}
