namespace ParkBrand.Content.Webhooks;

/// <summary>When a delivery is tried again, and when a receiver is left alone.</summary>
internal static class RetryPlan
{
    /// <summary>Tries of one delivery before it is given up: within a day.</summary>
    public const int Tries = 10;

    /// <summary>Tries in a row without success after which a receiver waits for somebody to look: about fifteen hours.</summary>
    public const int Suspended = 40;

    private const int PatientFor = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromHours(6), LongestHold = TimeSpan.FromMinutes(30), LongestAsked = TimeSpan.FromHours(24);

    /// <summary>10 s, 30 s, 90 s … at most 6 h, each up to a fifth more or less, so that what failed together does not come back together.</summary>
    public static TimeSpan After(int tries, TimeSpan? asked)
    {
        var plain = Math.Min(First.TotalSeconds * Math.Pow(3, tries - 1), Longest.TotalSeconds);
        return Later(TimeSpan.FromSeconds(plain * (0.8 + (0.4 * Random.Shared.NextDouble()))), asked);
    }

    /// <summary>After a few failures in a row the whole receiver is spared, else each of many documents would try for itself. What it asks for counts at once.</summary>
    public static TimeSpan? Hold(int failures, TimeSpan? asked)
    {
        if (failures < PatientFor)
            return asked is null ? null : Later(TimeSpan.Zero, asked);
        return Later(TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures - PatientFor, 20)), LongestHold.TotalSeconds)), asked);
    }

    private static TimeSpan Later(TimeSpan planned, TimeSpan? asked)
    {
        var bounded = asked is { } span && span > TimeSpan.Zero ? (span < LongestAsked ? span : LongestAsked) : TimeSpan.Zero;
        return bounded > planned ? bounded : planned;
    }
}
