using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P1: cached pages against bare Kestrel writing the same bytes, in turns, so that both see the same machine.</summary>
internal static class CachedPages
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        using var site = await Server.Site(options, city);
        var figures = new List<Figure>();
        foreach (var (name, path) in options.Quick ? City.Pages.Take(1) : City.Pages.Take(2))
        {
            var body = Path.GetTempFileName();
            try
            {
                await File.WriteAllBytesAsync(body, await Page.Compressed(site.Url + path));
                using var bare = await Server.Own("bare", body);
                figures.AddRange(await Compare(options, name, site.Url + path, bare.Url));
            }
            finally
            {
                File.Delete(body);
            }
        }

        figures.Add(Figure.Count("database queries in 500 cached pages", "", await Queries.Count(options, city, cache: true), new Bar(0, "0")));
        return figures;
    }

    private static async Task<IEnumerable<Figure>> Compare(BenchOptions options, string name, string page, string bare)
    {
        await Wrk.Run(page, options.WarmUp);
        await Wrk.Run(bare, options.WarmUp);
        var (ours, theirs) = (new List<Load>(), new List<Load>());
        for (var i = 0; i < BenchOptions.Rounds; i++)
        {
            theirs.Add(await Wrk.Run(bare, options.Load));
            ours.Add(await Wrk.Run(page, options.Load));
        }

        return
        [
            new($"cached {name} page", "× bare", ours.Zip(theirs, (o, t) => o.PerSecond / t.PerSecond).ToList(), new Bar(0.8, "≥ 0.8 ×", AtLeast: true), "bare Kestrel, same bytes"),
            new($"cached {name} page", "/s", ours.ConvertAll(o => o.PerSecond), null, $"bare {theirs.Select(t => t.PerSecond).Order().ElementAt(theirs.Count / 2):#,0} /s"),
            new($"cached {name} page, p99 at 32 connections", "ms", ours.ConvertAll(o => o.P99), new Bar(10, "≤ 10 ms"), $"bare {theirs.Select(t => t.P99).Order().ElementAt(theirs.Count / 2):0.##} ms"),
        ];
    }
}

/// <summary>P2: every page rendered anew, from the snapshot.</summary>
internal static class UncachedPages
{
    public static readonly (string Name, string Value) CacheOff = ("PARKBRAND_PAGE_CACHE", "off");

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        using var site = await Server.Site(options, city, CacheOff);
        var figures = new List<Figure>();
        foreach (var (name, path) in City.Pages)
        {
            await Wrk.Run(site.Url + path, options.WarmUp);
            var (loads, processor) = (new List<Load>(), new List<double>());
            for (var i = 0; i < BenchOptions.Rounds; i++)
            {
                var before = site.ProcessorTime();
                loads.Add(await Wrk.Run(site.Url + path, options.Load));
                processor.Add((site.ProcessorTime() - before) * 1000 / Math.Max(1, loads[i].Requests));
            }

            figures.Add(new Figure($"uncached {name} page", "/s", loads.ConvertAll(l => l.PerSecond), new Bar(2500, "≥ 2,500 /s on 4 cores", AtLeast: true), "wrk takes its part of the cores"));
            // 4 cores give 2,500 pages a second when one takes 1.6 ms.
            figures.Add(new Figure($"uncached {name} page, processor time", "ms", processor, new Bar(1.6, "≤ 1.6 ms")));
        }

        figures.Add(Figure.Count("database queries in 500 uncached pages", "", await Queries.Count(options, city, cache: false), new Bar(0, "0")));
        return figures;
    }
}

internal static class Queries
{
    public static async Task<double> Count(BenchOptions options, City city, bool cache)
    {
        (string, string)[] environment = cache ? [] : [UncachedPages.CacheOff];
        var text = await Child.Run(Environment.ProcessPath!, ["count", Path.Combine(options.Root, "umbraco.json"), city.Data, .. City.Pages.Select(p => p.Path)], options.Root, TimeSpan.FromMinutes(2), environment);
        return double.Parse(text.Trim().Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
