using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P10: the same page in a small and in a large city, in turns; and how fast the large one is imported.</summary>
internal static class Growth
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City small, City large)
    {
        var figures = new List<Figure>();
        // A feature and the home page show the same amount in both; a park page lists all the park's records and so grows with them.
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
        await Wrk.Run(one.Url + path, options.Load);
        await Wrk.Run(other.Url + path, options.Load);
        var ratios = new List<double>();
        for (var i = 0; i < BenchOptions.Rounds; i++)
            ratios.Add((await Wrk.Run(one.Url + path, options.Load)).PerSecond / (await Wrk.Run(other.Url + path, options.Load)).PerSecond);
        return new Figure($"{what}, {small.Name} → {large.Name}", "× time", ratios, bar);
    }

    private static async Task<Figure> Publishes(BenchOptions options, City small, City large)
    {
        var ratios = new List<double>();
        for (var i = 0; i < BenchOptions.Rounds; i++)
            ratios.Add((await Publishing.Times(options, large, City.Feature)).Returned.Median / (await Publishing.Times(options, small, City.Feature)).Returned.Median);
        return new Figure($"publish, {small.Name} → {large.Name}", "× time", ratios, new Bar(2, "≤ 2 ×"));
    }
}
