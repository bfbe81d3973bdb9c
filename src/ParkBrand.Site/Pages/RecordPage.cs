using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Values;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

/// <summary>A space, job or shared resource of a park.</summary>
public sealed class RecordPage : DocumentPage
{
    public override string View => char.ToUpperInvariant(Document.Type.Alias[0]) + Document.Type.Alias[1..];
    public required PublishedDocument Park { get; init; }

    /// <summary>Other live records of the same kind in the park.</summary>
    public required IReadOnlyList<PublishedDocument> Siblings { get; init; }

    /// <summary>Live records like this one in other parks.</summary>
    public required IReadOnlyList<PublishedDocument> Similar { get; init; }

    internal static RecordPage? Build(PageContext context, PublishedDocument record, PublishedVariant variant)
    {
        if (context.Snapshot.Find(record.ParentId) is not { } park || context.Variant(park) is null)
            return null;
        return new RecordPage
        {
            Context = context,
            Document = record,
            Variant = variant,
            Title = $"{variant.Name} – {context.Name(park)}",
            Description = MarkdownText.Short(variant.Values.Text("text"), 140),
            Section = record.Type.Folder,
            Sample = variant.Values.Flag("sample"),
            Park = park,
            Siblings = context.Children(park, record.Type.Alias).Where(d => d.Id != record.Id).ToList(),
            Similar = Like(context, record, variant).ToList(),
        };
    }

    private static IEnumerable<PublishedDocument> Like(PageContext context, PublishedDocument record, PublishedVariant variant)
    {
        var same = record.Type.Alias == "job" ? "field" : "kind";
        var wanted = variant.Values.Text(same);
        var size = variant.Values.Holder.Find("areaMax") is null ? 0 : variant.Values.Number("areaMax") ?? 0;
        var alike = context.Snapshot.Derive($"alike {record.Type.Alias} {context.Culture}", [record.Type.Alias], context.Today,
            () => context.OfType(record.Type.Alias).ToLookup(d => context.Variant(d)!.Values.Text(same)));
        return alike[wanted]
            .Where(d => d.ParentId != record.ParentId)
            .OrderBy(d => size == 0 ? 0 : Math.Abs((context.Variant(d)!.Values.Number("areaMax") ?? 0) - size))
            .ThenBy(d => d.Id)
            .Take(4);
    }
}
