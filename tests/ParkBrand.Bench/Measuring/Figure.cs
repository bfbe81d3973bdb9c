namespace ParkBrand.Bench.Measuring;

/// <param name="Words">As printed, e.g. <c>≤ 300 MB</c>.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Bar(double Limit, string Words, bool AtLeast = false)
{
    public bool Met(double value) => AtLeast ? value >= Limit : value <= Limit;
}

/// <summary>One line of the table: at least three samples of one thing, judged by their median.</summary>
/// <param name="Bar">Null for a figure that only explains another.</param>
/// <param name="Yardstick">What it was measured against, in the same run.</param>
internal sealed record Figure(string What, string Unit, IReadOnlyList<double> Samples, Bar? Bar = null, string? Yardstick = null)
{
    public double Median => Percentile(50);

    public bool? Met => Bar?.Met(Median);

    public double Percentile(int percent)
    {
        var sorted = Samples.Order().ToList();
        return percent == 50 && sorted.Count % 2 == 0
            ? (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2
            : sorted[Math.Clamp((int)Math.Ceiling(percent / 100.0 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static Figure Count(string what, string unit, double value, Bar? bar = null) => new(what, unit, [value], bar);
}
