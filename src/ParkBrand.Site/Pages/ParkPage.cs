using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

public sealed class ParkPage : DocumentPage
{
    public override string View => "Park";
    public required PublishedDocument? District { get; init; }
    public required PublishedDocument? Sector { get; init; }
    public required IReadOnlyList<PublishedDocument> Spaces { get; init; }
    public required IReadOnlyList<PublishedDocument> Jobs { get; init; }
    public required IReadOnlyList<PublishedDocument> Resources { get; init; }
    public required IReadOnlyList<PublishedDocument> Policies { get; init; }
    public required IReadOnlyList<PublishedDocument> Features { get; init; }
    public required IReadOnlyList<PublishedDocument> Awards { get; init; }

    /// <summary>Parks of the same sector, in the public order.</summary>
    public required IReadOnlyList<PublishedDocument> Line { get; init; }

    /// <summary>How many of the park's records were confirmed in the last 90 days.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>m² of vacant space that is not land, summed over the live records, so that it always agrees with the list.</summary>
    public decimal Available => Spaces.Select(s => Context.Variant(s)!.Values).Where(v => v.Text("kind") != "land").Sum(v => v.Number("areaMax") ?? 0);

    internal static ParkPage Build(PageContext context, PublishedDocument park, PublishedVariant variant)
    {
        var (spaces, jobs, resources) = (context.Children(park, "space").ToList(), context.Children(park, "job").ToList(), context.Children(park, "resource").ToList());
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
            Spaces = spaces,
            Jobs = jobs,
            Resources = resources,
            Policies = variant.Values.References("policies").Select(id => context.Snapshot.Find(id)).OfType<PublishedDocument>().ToList(),
            Features = context.Snapshot.ReferrersOf(park.Id).Where(d => d.Type.Alias == "feature" && context.Variant(d) is not null)
                .OrderByDescending(d => context.Variant(d)!.Values.Date("publishedOn")).ToList(),
            Awards = context.Snapshot.ReferrersOf(park.Id).Where(d => d.Type.Alias == "award" && context.Variant(d) is not null)
                .OrderByDescending(d => context.Variant(d)!.Values.Number("year")).ToList(),
            Line = sector is null ? [park] : Parks.InSector(context, sector).ToList(),
            Freshness = Freshness.Of(context, [park, .. spaces, .. jobs, .. resources]),
        };
    }
}

/// <param name="Confirmed">Records confirmed within <see cref="Days"/> days.</param>
public sealed record Freshness(int Confirmed, int Total)
{
    public const int Days = 90;

    /// <summary>0 to 100.</summary>
    public int Score => Total == 0 ? 0 : (int)Math.Round(100.0 * Confirmed / Total, MidpointRounding.AwayFromZero);

    internal static Freshness Of(PageContext context, IReadOnlyCollection<PublishedDocument> records) => new(
        records.Count(r => (context.Variant(r)?.Values is { } v ? v.Holder.Find("confirmedOn") is null ? v.Date("verifiedOn") : v.Date("confirmedOn") : null) > context.Today.AddDays(-Days)),
        records.Count);
}

public static class Parks
{
    public static IEnumerable<PublishedDocument> InSector(PageContext context, PublishedDocument sector) =>
        context.OfType("park").Where(p => context.Variant(p)!.Values.Reference("sector") == sector.Id);

    public static IEnumerable<PublishedDocument> InDistrict(PageContext context, PublishedDocument district) =>
        context.OfType("park").Where(p => context.Variant(p)!.Values.Reference("district") == district.Id);

    /// <summary>The two letters that choose a sector's colour and pattern.</summary>
    public static string SectorKey(PageContext context, PublishedDocument? park)
    {
        var sector = park is null ? null : context.Snapshot.Find(context.Variant(park)?.Values.Reference("sector"));
        return context.Variant(sector)?.Values.Text("key") ?? "eq";
    }
}
