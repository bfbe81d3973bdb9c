namespace ParkBrand.FaultTests.Kill;

/// <summary>Seeded moments spread evenly over an operation: each round has its own slice of it, in shuffled order.</summary>
internal static class KillPlan
{
    /// <summary>Two tests of 25 rounds fit into a test run; before a release more are asked for.</summary>
    public static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("PARKBRAND_KILL_ROUNDS"), out var rounds) ? rounds : 25;

    /// <returns>Parts of the whole, from 0 to 1.</returns>
    public static IEnumerable<double> Over(int rounds, int seed)
    {
        var random = new Random(seed);
        var slices = Enumerable.Range(0, rounds).ToArray();
        random.Shuffle(slices);
        return slices.Select(slice => (slice + random.NextDouble()) / rounds);
    }
}
