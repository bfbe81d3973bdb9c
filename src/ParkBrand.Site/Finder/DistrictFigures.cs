using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>The map in numbers: what the parks of one district that meet the needs have together.</summary>
/// <param name="Parks">All parks of the district.</param>
/// <param name="Inside">Those that meet the needs.</param>
/// <param name="Output">万元/亩, weighted by site area; null without parks inside.</param>
public sealed record DistrictFigures(PublishedDocument District, int Parks, int Inside, decimal Available, decimal? Output, int Jobs, int Talents)
{
    public static IReadOnlyList<DistrictFigures> All(PageContext context, IReadOnlyCollection<Guid> inside)
    {
        var parks = context.OfType("park").ToLookup(p => context.Variant(p)!.Values.Reference("district"));
        return context.OfType("district").Select(d => Of(context, d, parks[d.Id].ToList(), inside)).ToList();
    }

    private static DistrictFigures Of(PageContext context, PublishedDocument district, List<PublishedDocument> parks, IReadOnlyCollection<Guid> inside)
    {
        var within = parks.Where(p => inside.Contains(p.Id)).ToList();
        var site = within.Sum(p => SiteArea(context, p));
        return new DistrictFigures(district, parks.Count, within.Count,
            within.Sum(p => HeatLayer.Figure(context, "available", p)),
            site == 0 ? null : Math.Round(within.Sum(p => HeatLayer.Figure(context, "output", p) * SiteArea(context, p)) / site),
            within.Sum(p => (int)HeatLayer.Figure(context, "jobs", p)),
            within.Sum(p => (int)HeatLayer.Figure(context, "talents", p)));
    }

    private static decimal SiteArea(PageContext context, PublishedDocument park) => context.Variant(park)!.Values.Number("siteArea") ?? 0;
}
