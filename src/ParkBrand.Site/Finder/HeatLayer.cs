using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>One figure of every park that meets the needs, in classes for the map, with its numbers for the table.</summary>
public sealed class HeatLayer
{
    public static readonly string[] Measures = ["available", "output", "jobs", "talents"];

    /// <summary>Classes above nothing.</summary>
    public const int Classes = 4;

    private readonly Dictionary<Guid, decimal> values;

    private HeatLayer(string measure, Dictionary<Guid, decimal> values)
    {
        (Measure, this.values) = (measure, values);
        Bounds = BoundsOf(values.Values.Where(v => v > 0).Order().ToList());
    }

    /// <summary>One of <see cref="Measures"/>; see <see cref="ParkFigures"/>.</summary>
    public string Measure { get; }

    /// <summary>Where a class ends and the next begins, rising; the last class has no end.</summary>
    public IReadOnlyList<decimal> Bounds { get; }

    public decimal? ValueOf(PublishedDocument park) => values.TryGetValue(park.Id, out var value) ? value : null;

    /// <summary>0 for nothing, up to <see cref="Classes"/>; null for a park outside the results.</summary>
    public int? ClassOf(PublishedDocument park) =>
        ValueOf(park) is not { } value ? null : value <= 0 ? 0 : 1 + Bounds.Count(b => value > b);

    /// <summary>Parks of the results, the highest figure first.</summary>
    public IReadOnlyList<(PublishedDocument Park, decimal Value)> Ranked(PageContext context) =>
        context.OfType("park").Where(p => values.ContainsKey(p.Id)).Select(p => (p, values[p.Id])).OrderByDescending(p => p.Item2).ToList();

    internal static HeatLayer Of(string measure, IReadOnlyDictionary<Guid, ParkFigures> figures) =>
        new(measure, figures.ToDictionary(f => f.Key, f => f.Value.Of(measure)));

    /// <summary>A quarter of the parks in each class: one park that is far ahead must not make all others look alike.</summary>
    private static List<decimal> BoundsOf(List<decimal> ordered) =>
        ordered.Count == 0 ? [] : Enumerable.Range(1, Classes - 1).Select(q => Readable(ordered[(ordered.Count - 1) * q / Classes])).Distinct().Where(b => b < ordered[^1]).ToList();

    /// <summary>Two digits that count, so that a legend can be read.</summary>
    internal static decimal Readable(decimal value)
    {
        var unit = 1m;
        while (value / unit >= 100)
            unit *= 10;
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
