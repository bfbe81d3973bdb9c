namespace ParkBrand.BrowserTests.Site;

/// <summary>The sample city's records are confirmed and expire by date: one day for every run makes every run the same.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Sunday = new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
