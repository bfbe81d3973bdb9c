using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>What the map shows of a park.</summary>
/// <param name="Available">m² of live space that is not land.</param>
/// <param name="Output">万元/亩.</param>
/// <param name="Jobs">Live jobs.</param>
/// <param name="Talents">Masters and PhDs.</param>
/// <param name="SiteArea">亩, the weight of the output.</param>
public sealed record ParkFigures(decimal Available, decimal Output, int Jobs, int Talents, decimal SiteArea)
{
    public static ParkFigures Of(PageContext context, PublishedDocument park)
    {
        var values = context.Variant(park)!.Values;
        var (available, jobs) = (0m, 0);
        foreach (var child in context.Snapshot.ChildrenOf(park.Id))
            if (child.Type.Alias == "job" && context.Variant(child) is not null)
                jobs++;
            else if (child.Type.Alias == "space" && context.Variant(child)?.Values is { } space && space.Text("kind") != "land")
                available += space.Number("areaMax") ?? 0;
        return new ParkFigures(available, values.Number("outputPerMu") ?? 0, jobs, (int)(values.Number("mastersPhds") ?? 0), values.Number("siteArea") ?? 0);
    }

    public decimal Of(string measure) => measure switch { "available" => Available, "jobs" => Jobs, "output" => Output, _ => Talents };
}
