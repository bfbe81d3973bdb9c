using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Which part of the tree is asked for.</summary>
internal abstract record Selection
{
    public sealed record Everything : Selection;

    /// <summary>Nothing, as what was named is not there.</summary>
    public sealed record None : Selection;

    public sealed record Children(Guid Of) : Selection;

    public sealed record Descendants(Guid Of) : Selection;

    public sealed record Those(IReadOnlyList<Row> Rows) : Selection;

    /// <returns>Null when there is no such option.</returns>
    public static Selection? Parse(string? fetch, Inquiry inquiry)
    {
        if (string.IsNullOrEmpty(fetch))
            return inquiry.Start is { } start ? new Descendants(start.Id) : new Everything();
        var colon = fetch.IndexOf(':');
        var part = colon < 0 || colon == fetch.Length - 1 ? "" : fetch[..colon].ToLowerInvariant();
        if (part is not ("children" or "descendants" or "ancestors"))
            return null;
        if (Addresses.Find(fetch[(colon + 1)..], inquiry) is not { } row)
            return new None();
        return part switch
        {
            "children" => new Children(row.Document.Id),
            "descendants" => new Descendants(row.Document.Id),
            _ => new Those(Ancestors(row.Document, inquiry.View)),
        };
    }

    private static List<Row> Ancestors(PublishedDocument document, PublicView view)
    {
        var rows = new List<Row>();
        for (var parent = view.Snapshot.Find(document.ParentId); parent is not null; parent = view.Snapshot.Find(parent.ParentId))
            if (view.See(parent) is { } row)
                rows.Insert(0, row);
        return rows;
    }

    public bool Takes(Row row, Guid[] ancestors) => this switch
    {
        Children c => row.Document.ParentId == c.Of,
        Descendants d => Array.IndexOf(ancestors, d.Of) >= 0,
        _ => true,
    };
}
