using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

/// <summary>What a park has on offer, and what that adds up to. Kept until a record of the park changes.</summary>
public sealed class ParkRecords
{
    /// <summary>How many of each kind the park's own page lists; the rest is one link away.</summary>
    public const int Shown = 12;

    public required IReadOnlyList<PublishedDocument> Spaces { get; init; }
    public required IReadOnlyList<PublishedDocument> Jobs { get; init; }
    public required IReadOnlyList<PublishedDocument> Resources { get; init; }

    /// <summary>m² of vacant space that is not land, summed over the live records, so that it always agrees with the list.</summary>
    public required decimal Available { get; init; }

    /// <summary>Lowest and highest rent of each kind of space that is for rent.</summary>
    public required IReadOnlyList<RentRange> Rents { get; init; }

    /// <summary>The day on which a space was confirmed last.</summary>
    public required DateOnly? Confirmed { get; init; }

    /// <summary>How many of the park and its records were confirmed in the last 90 days.</summary>
    public required Freshness Freshness { get; init; }

    internal static ParkRecords Of(PageContext context, PublishedDocument park) =>
        context.Snapshot.Derive($"park {park.Id} {context.Culture}", [], context.Today, () => Work(context, park), below: park.Id);

    private static ParkRecords Work(PageContext context, PublishedDocument park)
    {
        PublishedDocument[] spaces = [.. context.Children(park, "space")], jobs = [.. context.Children(park, "job")], resources = [.. context.Children(park, "resource")];
        var units = Array.ConvertAll(spaces, s => context.Variant(s)!.Values);
        return new ParkRecords
        {
            Spaces = spaces,
            Jobs = jobs,
            Resources = resources,
            Available = units.Where(u => u.Text("kind") != "land").Sum(u => u.Number("areaMax") ?? 0),
            Rents = units.Where(u => u.Number("rent") > 0).GroupBy(u => u.Text("kind")!)
                .Select(k => new RentRange(k.Key, k.First(), k.Min(u => u.Number("rent")!.Value), k.Max(u => u.Number("rent")!.Value))).ToList(),
            Confirmed = units.Max(u => u.Date("confirmedOn")),
            Freshness = Freshness.Of(context, [park, .. spaces, .. jobs, .. resources]),
        };
    }
}

/// <param name="Example">One space of the kind, for labels and units.</param>
/// <param name="Lowest">In the unit of the schema.</param>
public sealed record RentRange(string Kind, PublishedValues Example, decimal Lowest, decimal Highest);

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
