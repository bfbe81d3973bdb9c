namespace ParkBrand.Search.Matching;

/// <summary>Who comes first among equals changes every day, so that each of n is first on one day in n.</summary>
internal static class Turns
{
    public static List<ParkMatch> Taken(IEnumerable<ParkMatch> ordered, DateOnly day)
    {
        var result = new List<ParkMatch>();
        foreach (var equals in ordered.GroupBy(m => m.Score).Select(g => g.ToList()))
        {
            var first = day.DayNumber % equals.Count;
            result.AddRange(equals.Skip(first));
            result.AddRange(equals.Take(first));
        }

        return result;
    }
}
