using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P10: the same page in a small and in a large city, in turns; and how fast the large one is imported.</summary>
internal static class Growth
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City small, City large)
    {
        var figures = new List<Figure>();
        // Home, list and feature show the same amount in both cities; a park page lists all the park's records and so grows with them.
        foreach (var (name, path) in City.Pages)
        {
            figures.Add(await Compare(options, small, large, $"cached {name} page", path, new Bar(1.1, "≤ 1.1 ×"), []));
            figures.Add(await Compare(options, small, large, $"uncached {name} page", path, new Bar(1.5, "≤ 1.5 ×"), [UncachedPages.CacheOff]));
        }

        figures.Add(await Publishes(options, small, large));
        figures.Add(new Figure($"import, {large.Name}", "documents/s", large.Imports.Select(s => large.Documents / s).ToList(), new Bar(1000, "≥ 1,000 /s", AtLeast: true)));
        return figures;
    }

    private static async Task<Figure> Compare(BenchOptions options, City small, City large, string what, string path, Bar bar, (string, string)[] environment)
    {
        using var one = await Server.Site(options, small, environment);
        using var other = await Server.Site(options, large, environment);
        await Page.Seconds(one.Url + path, options.WarmUp);
        await Page.Seconds(other.Url + path, options.WarmUp);
        var (before, after) = (new List<double>(), new List<double>());
        for (var i = 0; i < BenchOptions.Rounds; i++)
        {
            before.Add(await Page.Seconds(one.Url + path, options.Load));
            after.Add(await Page.Seconds(other.Url + path, options.Load));
        }

        var times = string.Create(CultureInfo.InvariantCulture, $"{before.Order().ElementAt(before.Count / 2) * 1000:0.##} → {after.Order().ElementAt(after.Count / 2) * 1000:0.##} ms");
        return new Figure($"{what}, {small.Name} → {large.Name}", "× time", after.Zip(before, (a, b) => a / b).ToList(), bar, times);
    }

    private static async Task<Figure> Publishes(BenchOptions options, City small, City large)
    {
        var ratios = new List<double>();
        for (var i = 0; i < BenchOptions.Rounds; i++)
            ratios.Add((await Publishing.Times(options, large, City.Feature)).Returned.Median / (await Publishing.Times(options, small, City.Feature)).Returned.Median);
        return new Figure($"publish, {small.Name} → {large.Name}", "× time", ratios, new Bar(2, "≤ 2 ×"));
    }
}
