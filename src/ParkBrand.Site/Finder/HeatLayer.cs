using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>One figure of every park that meets the needs, in classes of equal width for the map, with its numbers for the table.</summary>
public sealed class HeatLayer
{
    public static readonly string[] Measures = ["available", "output", "jobs", "talents"];

    /// <summary>Classes above nothing.</summary>
    public const int Classes = 4;

    private readonly Dictionary<Guid, decimal> values;

    private HeatLayer(string measure, Dictionary<Guid, decimal> values)
    {
        (Measure, this.values) = (measure, values);
        Width = Nice(values.Values.DefaultIfEmpty(0).Max() / Classes);
    }

    /// <summary>One of <see cref="Measures"/>: m² of live space that is not land, 万元/亩, live jobs, masters and PhDs.</summary>
    public string Measure { get; }

    /// <summary>How wide a class is; class n ends at n times this, the last has no end.</summary>
    public decimal Width { get; }

    public decimal? ValueOf(PublishedDocument park) => values.TryGetValue(park.Id, out var value) ? value : null;

    /// <summary>0 for nothing, up to <see cref="Classes"/>; null for a park outside the results.</summary>
    public int? ClassOf(PublishedDocument park) =>
        ValueOf(park) is not { } value ? null : value <= 0 ? 0 : (int)Math.Clamp(Math.Ceiling(value / Width), 1, Classes);

    /// <summary>Parks of the results, the highest figure first.</summary>
    public IReadOnlyList<(PublishedDocument Park, decimal Value)> Ranked(PageContext context) =>
        context.OfType("park").Where(p => values.ContainsKey(p.Id)).Select(p => (p, values[p.Id])).OrderByDescending(p => p.Item2).ToList();

    internal static HeatLayer Of(PageContext context, string measure, MatchResult result) =>
        new(measure, result.Matches.ToDictionary(m => m.Park.Id, m => Figure(context, measure, m.Park)));

    public static decimal Figure(PageContext context, string measure, PublishedDocument park) => measure switch
    {
        "available" => context.Children(park, "space").Select(s => context.Variant(s)!.Values).Where(v => v.Text("kind") != "land").Sum(v => v.Number("areaMax") ?? 0),
        "jobs" => context.Children(park, "job").Count(),
        "output" => context.Variant(park)!.Values.Number("outputPerMu") ?? 0,
        _ => context.Variant(park)!.Values.Number("mastersPhds") ?? 0,
    };

    /// <summary>1, 2, 2.5 or 5 times a power of ten, so that a legend can be read.</summary>
    internal static decimal Nice(decimal width)
    {
        if (width <= 1)
            return 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)width)));
        foreach (var step in new[] { 1m, 2m, 2.5m, 5m })
            if (width <= step * power && (step * power) % 1 == 0)
                return step * power;
        return 10 * power;
    }
}
