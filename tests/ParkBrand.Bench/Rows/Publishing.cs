using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P4: from the call of the publishing use case to the answer over HTTP that shows it: page, search, Delivery API, assistant; and to the webhook that a receiver has.</summary>
internal static class Publishing
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        var visible = (await Times(options, city, City.Park)).Visible;
        var figure = new Figure($"publish → visible on the park page, p95 of {visible.Samples.Count}, {city.Name}", "ms", [visible.Percentile(95)], new Bar(300, "≤ 300 ms"));
        return [figure, visible, .. await Everywhere(options, city)];
    }

    /// <summary>All at once, since an editor's publication has them all; the last of them is what the bar is about.</summary>
    private static async Task<IEnumerable<Figure>> Everywhere(BenchOptions options, City city)
    {
        var times = options.Quick ? 20 : BenchOptions.Publishes;
        var text = await Child.Run(Environment.ProcessPath!,
            ["everywhere", Path.Combine(options.Root, "umbraco.json"), city.Data, City.Park, times.ToString(CultureInfo.InvariantCulture)], options.Root, TimeSpan.FromMinutes(6));
        var kinds = text.Split('\n').Select(l => l.Split('\t')).Where(l => l.Length == 2).GroupBy(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture)).ToList();
        var last = new Figure("", "", Enumerable.Range(0, times).Select(i => kinds.Max(k => k.ElementAt(i))).ToList());
        return kinds.Select(kind => P95($"publish → {kind.Key}", new Figure("", "", [.. kind]), null)).Prepend(P95("publish → visible everywhere", last, new Bar(300, "≤ 300 ms")));

        Figure P95(string what, Figure all, Bar? bar) =>
            new($"{what}, p95 of {all.Samples.Count}, {city.Name}", "ms", [all.Percentile(95)], bar, string.Create(CultureInfo.InvariantCulture, $"median {all.Median:0.#} ms"));
    }

    /// <summary>How long the use case took, and how long until the page showed it, for each publication.</summary>
    public static async Task<(Figure Returned, Figure Visible)> Times(BenchOptions options, City city, string path)
    {
        var text = await Child.Run(Environment.ProcessPath!,
            ["publish", Path.Combine(options.Root, "umbraco.json"), city.Data, path, BenchOptions.Publishes.ToString(CultureInfo.InvariantCulture)], options.Root, TimeSpan.FromMinutes(4));
        var times = text.Trim().Split('\n').Select(l => l.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
        return (new Figure($"publish, {city.Name}", "ms", times.ConvertAll(t => t[0])), new Figure($"publish → visible, {city.Name}", "ms", times.ConvertAll(t => t[1])));
    }
}
