using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>The map in numbers: what the parks of one district that meet the needs have together.</summary>
/// <param name="Parks">All parks of the district.</param>
/// <param name="Inside">Those that meet the needs.</param>
/// <param name="Output">万元/亩, weighted by site area; null without parks inside.</param>
public sealed record DistrictFigures(PublishedDocument District, int Parks, int Inside, decimal Available, decimal? Output, int Jobs, int Talents)
{
    /// <param name="figures">Of the parks inside.</param>
    public static IReadOnlyList<DistrictFigures> All(PageContext context, IReadOnlyDictionary<Guid, ParkFigures> figures)
    {
        var parks = context.OfType("park").ToLookup(p => context.Variant(p)!.Values.Reference("district"), p => p.Id);
        return context.OfType("district").Select(d => Of(d, parks[d.Id].Count(), parks[d.Id].Where(figures.ContainsKey).Select(p => figures[p]).ToList())).ToList();
    }

    private static DistrictFigures Of(PublishedDocument district, int parks, List<ParkFigures> inside)
    {
        var site = inside.Sum(p => p.SiteArea);
        return new DistrictFigures(district, parks, inside.Count, inside.Sum(p => p.Available),
            site == 0 ? null : Math.Round(inside.Sum(p => p.Output * p.SiteArea) / site), inside.Sum(p => p.Jobs), inside.Sum(p => p.Talents));
    }
}
