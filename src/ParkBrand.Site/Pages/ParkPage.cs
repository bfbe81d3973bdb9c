using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

public sealed class ParkPage : DocumentPage
{
    public override string View => "Park";
    public override IReadOnlyList<string> Styles => ["park.css"];
    public required PublishedDocument? District { get; init; }
    public required PublishedDocument? Sector { get; init; }
    public required ParkRecords Records { get; init; }
    public required IReadOnlyList<PublishedDocument> Policies { get; init; }
    public required IReadOnlyList<PublishedDocument> Features { get; init; }
    public required IReadOnlyList<PublishedDocument> Awards { get; init; }

    /// <summary>Parks of the same sector, in the public order.</summary>
    public required IReadOnlyList<PublishedDocument> Line { get; init; }

    internal static ParkPage Build(PageContext context, PublishedDocument park, PublishedVariant variant)
    {
        var sector = context.Snapshot.Find(variant.Values.Reference("sector"));
        return new ParkPage
        {
            Context = context,
            Document = park,
            Variant = variant,
            Title = variant.Name,
            Description = variant.Values.Text("summary") ?? "",
            Section = "parks",
            Sample = variant.Values.Flag("sample"),
            District = context.Snapshot.Find(variant.Values.Reference("district")),
            Sector = sector,
            Records = ParkRecords.Of(context, park),
            Policies = variant.Values.References("policies").Select(id => context.Snapshot.Find(id)).OfType<PublishedDocument>().ToList(),
            Features = context.Snapshot.ReferrersOf(park.Id).Where(d => d.Type.Alias == "feature" && context.Variant(d) is not null)
                .OrderByDescending(d => context.Variant(d)!.Values.Date("publishedOn")).ToList(),
            Awards = context.Snapshot.ReferrersOf(park.Id).Where(d => d.Type.Alias == "award" && context.Variant(d) is not null)
                .OrderByDescending(d => context.Variant(d)!.Values.Number("year")).ToList(),
            Line = sector is null ? [park] : Parks.InSector(context, sector).ToList(),
        };
    }
}

public static class Parks
{
    public static IEnumerable<PublishedDocument> InSector(PageContext context, PublishedDocument sector) => By(context, "sector")[sector.Id];

    public static IEnumerable<PublishedDocument> InDistrict(PageContext context, PublishedDocument district) => By(context, "district")[district.Id];

    private static ILookup<Guid?, PublishedDocument> By(PageContext context, string reference) => context.Snapshot.Derive($"parks by {reference} {context.Culture}", ["park"], context.Today,
        () => context.OfType("park").ToLookup(p => context.Variant(p)!.Values.Reference(reference)));

    /// <summary>The two letters that choose a sector's colour and pattern.</summary>
    public static string SectorKey(PageContext context, PublishedDocument? park)
    {
        var sector = park is null ? null : context.Snapshot.Find(context.Variant(park)?.Values.Reference("sector"));
        return context.Variant(sector)?.Values.Text("key") ?? "eq";
    }
}
