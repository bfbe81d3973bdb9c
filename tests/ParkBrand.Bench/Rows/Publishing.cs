using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P4: from the call of the publishing use case to the page over HTTP that shows it. There is no search, API or assistant to wait for yet.</summary>
internal static class Publishing
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        var visible = (await Times(options, city, City.Park)).Visible;
        var figure = new Figure($"publish → visible on the park page, p95 of {visible.Samples.Count}, {city.Name}", "ms", [visible.Percentile(95)], new Bar(300, "≤ 300 ms"));
        return [figure, visible];
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
