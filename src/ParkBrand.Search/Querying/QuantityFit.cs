using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>How well a document's own numbers answer the numbers of a query.</summary>
internal static class QuantityFit
{
    /// <summary>What is nearly enough is shown too, further down.</summary>
    private const double Near = 0.8, NearlyFits = 0.4, Larger = 0.85, ByItsSpace = 0.5;

    /// <returns>0 to 1, the mean over all quantities; null where the document has none of these numbers.</returns>
    public static double? Of(IReadOnlyList<Quantity> quantities, PublishedDocument document, Snapshot snapshot)
    {
        var fits = quantities.Select(q => Of(q, document, snapshot)).ToList();
        return fits.All(f => f is null) ? null : fits.Average(f => f ?? 0.3);
    }

    private static double? Of(Quantity quantity, PublishedDocument document, Snapshot snapshot)
    {
        if (document.Type.Alias == "park" && IsOfSpace(quantity.Measure))
        {
            var best = snapshot.ChildrenOf(document.Id).Where(c => c.Type.Alias == "space").Max(c => Of(quantity, c, snapshot));
            return best * ByItsSpace;
        }

        var holder = quantity.Measure is Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes or Measure.WasteWater && document.Type.Alias != "park" ? snapshot.Find(document.ParentId) : document;
        if (holder is not { Type: var type })
            return null;
        var values = Card.Values(holder, snapshot);
        decimal? Number(string alias) => type.Find(alias) is { } property ? values[property] as decimal? : null;
        return quantity.Measure switch
        {
            Measure.Area => InRange(Number("areaMin"), Number("areaMax"), quantity),
            Measure.FloorLoad => Enough(Number("floorLoad"), quantity),
            Measure.Height => Enough(Number("clearHeight"), quantity),
            Measure.Power => Enough(Number("power"), quantity),
            Measure.Crane => Enough(Number("crane"), quantity),
            Measure.Rent => AtMost(Number("rent"), quantity.Value),
            Measure.Pay => Pay(Number("payMin"), Number("payMax"), quantity),
            Measure.MotorwayMinutes => AtMost(Number("motorwayMinutes"), quantity.Value),
            Measure.PortMinutes => AtMost(Number("portMinutes"), quantity.Value),
            Measure.WasteWater => Enough(Number("wasteWaterCapacity"), quantity),
            Measure.RailMinutes => AtMost(Number("railMinutes"), quantity.Value),
            _ => AtMost(Number("airportMinutes"), quantity.Value),
        };
    }

    private static bool IsOfSpace(Measure? measure) => measure is Measure.Area or Measure.FloorLoad or Measure.Height or Measure.Power or Measure.Crane or Measure.Rent;

    /// <summary>A space can be cut down to what is wanted, as far as its smallest part allows.</summary>
    private static double? InRange(decimal? low, decimal? high, Quantity wanted)
    {
        if (high is not { } most)
            return null;
        var least = low ?? most;
        if (wanted.AtMost)
            return AtMost(least, wanted.Value);
        if (least <= wanted.Value && wanted.Value <= most)
            return 1;
        if (wanted.Value < least)
            return Larger * (double)(wanted.Value / least);
        return most >= wanted.Value * (decimal)Near ? NearlyFits + (0.3 * (double)(most / wanted.Value)) : NearlyFits * (double)(most / wanted.Value);
    }

    private static double? Enough(decimal? has, Quantity wanted)
    {
        if (has is not { } number)
            return null;
        if (wanted.AtMost)
            return AtMost(number, wanted.Value);
        // Exactly what is wanted is best; much more is paid for without need.
        return number >= wanted.Value ? Larger + ((1 - Larger) * (double)(wanted.Value / number)) : number >= wanted.Value * (decimal)Near ? NearlyFits * 0.5 : 0;
    }

    /// <summary>A range of pay answers a wish by the part of it that lies beyond.</summary>
    private static double? Pay(decimal? low, decimal? high, Quantity wanted)
    {
        if (low is not { } least || high is not { } most)
            return null;
        if (wanted.AtMost)
            return AtMost(least, wanted.Value);
        if (least >= wanted.Value)
            return 1;
        return most > wanted.Value ? NearlyFits + ((1 - NearlyFits) * (double)((most - wanted.Value) / (most - least))) : most == wanted.Value ? NearlyFits * 0.5 : 0;
    }

    private static double? AtMost(decimal? has, decimal limit) =>
        has is not { } number ? null : number <= limit ? 1 - (0.15 * (double)((limit - number) / Math.Max(limit, 1))) : number <= limit * 1.1m ? NearlyFits * 0.5 : 0;
}
