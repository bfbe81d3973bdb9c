using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>The Content Delivery API: kept and new answers over the wire, and any filter with any order in a large city.</summary>
internal static class Delivering
{
    private const string Api = "/umbraco/delivery/api/v2/content";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly (string Name, string Path)[] Answers =
        [("document", Api + "/item/parks/robotics-park"), ("list of ten", Api + "?filter=contentType:space&filter=areaMax>3000&sort=rent:asc&take=10")];

    /// <summary>Kept answers beside bare Kestrel that writes the same bytes, as P1; new ones as P2.</summary>
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        var figures = new List<Figure>();
        using (var site = await Server.Behind(options, city))
            foreach (var (name, path) in Answers)
            {
                var body = Path.GetTempFileName();
                try
                {
                    await File.WriteAllBytesAsync(body, await Page.Compressed(site.Url + path));
                    using var bare = await Server.Own("bare", body);
                    await Wrk.Run(site.Url + path, options.WarmUp, visitors: true);
                    await Wrk.Run(bare.Url, options.WarmUp, visitors: true);
                    var (ours, theirs) = (new List<Load>(), new List<Load>());
                    for (var i = 0; i < BenchOptions.Rounds; i++)
                    {
                        theirs.Add(await Wrk.Run(bare.Url, options.Load, visitors: true));
                        ours.Add(await Wrk.Run(site.Url + path, options.Load, visitors: true));
                    }

                    figures.Add(new($"Delivery API, cached {name}", "/s", ours.ConvertAll(o => o.PerSecond), null, $"bare {theirs.Select(t => t.PerSecond).Order().ElementAt(theirs.Count / 2):#,0} /s; {ours.Zip(theirs, (o, t) => o.PerSecond / t.PerSecond).Order().ElementAt(ours.Count / 2):0.00} ×"));
                }
                finally
                {
                    File.Delete(body);
                }
            }

        using var uncached = await Server.Behind(options, city, UncachedPages.CacheOff);
        foreach (var (name, path) in Answers)
        {
            await Wrk.Run(uncached.Url + path, options.WarmUp, visitors: true);
            var loads = new List<Load>();
            for (var i = 0; i < BenchOptions.Rounds; i++)
                loads.Add(await Wrk.Run(uncached.Url + path, options.Load, visitors: true));
            figures.Add(new Figure($"Delivery API, uncached {name}", "/s", loads.ConvertAll(l => l.PerSecond), null, "wrk takes its part of the cores"));
        }

        return figures;
    }

    public static async Task<IReadOnlyList<Figure>> Lists(BenchOptions options, City city)
    {
        var text = await Child.Run(Environment.ProcessPath!, ["deliver", Path.Combine(options.Root, "umbraco.json"), city.Data, City.Park, options.Quick ? "2" : "6"], options.Root, Patience);
        var times = text.Split('\n').Select(l => l.Split('\t')).Where(l => l.Length == 4).ToLookup(l => l[0], l => (Elapsed: double.Parse(l[1], CultureInfo.InvariantCulture), Processor: double.Parse(l[2], CultureInfo.InvariantCulture)));
        return
        [
            P95("any filter and order, p95", city, times["list"].Select(t => t.Elapsed), new Bar(25, "≤ 25 ms")),
            P95("any filter and order, processor time, p95", city, times["list"].Select(t => t.Processor), null),
            P95("filter and order when first asked for, p95", city, times["first"].Select(t => t.Elapsed), null),
            P95("counts of three fields, p95", city, times["facets"].Select(t => t.Elapsed), null),
            P95("ordered list right after a publication of its type, p95", city, times["after a publication"].Select(t => t.Elapsed), null),
        ];
    }

    private static Figure P95(string what, City city, IEnumerable<double> times, Bar? bar)
    {
        var all = new Figure("", "", times.ToList());
        return new Figure($"Delivery API, {what} of {all.Samples.Count}, {city.Name}", "ms", [all.Percentile(95)], bar, string.Create(CultureInfo.InvariantCulture, $"median {all.Median:0.##} ms"));
    }
}
