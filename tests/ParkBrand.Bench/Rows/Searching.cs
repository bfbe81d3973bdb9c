using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P3: searches with marks and facets, suggestions, and both beside a writer; the same words on PostgreSQL where that is installed.</summary>
internal static class Searching
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city, double bar)
    {
        var rounds = options.Quick ? 3 : 10;
        var text = await Child.Run(Environment.ProcessPath!,
            ["search", Path.Combine(options.Root, "umbraco.json"), city.Data, City.Feature, options.Quick ? "20" : "60", $"{rounds}"], options.Root, Patience);
        var times = text.Split('\n').Select(l => l.Split('\t')).Where(l => l.Length == 2).ToLookup(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture));
        var postgres = await PostgresText.Median(options, city, Patience);
        return
        [
            P95("search with marks and facets, p95", city, times["search"], new Bar(bar, $"≤ {bar:0} ms"), postgres),
            P95("the first searches after a start, p95", city, times["first"], null, null),
            P95("search beside a writer and three more readers, p95", city, times["beside a writer"], null, null),
            P95("suggestions, p95", city, times["suggest"], new Bar(2, "≤ 2 ms"), null),
            P95("publish → found, p95", city, times["found"], new Bar(300, "≤ 300 ms"), null),
            new Figure($"hostile query, longest of {times["hostile"].Count()}, {city.Name}", "ms", [times["hostile"].Max()], new Bar(250, "≤ 250 ms")),
            new Figure($"start → everything indexed, {city.Name}", "s", [times["indexed"].Single() / 1000]),
        ];
    }

    private static Figure P95(string what, City city, IEnumerable<double> times, Bar? bar, string? yardstick)
    {
        var all = new Figure("", "", times.ToList());
        return new Figure($"{what} of {all.Samples.Count}, {city.Name}", "ms", [all.Percentile(95)], bar, string.Join("; ", new[] { string.Create(CultureInfo.InvariantCulture, $"median {all.Median:0.##} ms"), yardstick }.OfType<string>()));
    }
}
