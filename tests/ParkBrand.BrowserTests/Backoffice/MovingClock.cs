namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Starts at one moment for every run, and goes on from there: versions and sessions need time that passes.</summary>
internal sealed class MovingClock(DateTimeOffset start) : TimeProvider
{
    private readonly long began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(began);
}
