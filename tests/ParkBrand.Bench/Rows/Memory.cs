using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P6: resident memory after load on every kind of page.</summary>
internal static class Memory
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city, Bar bar)
    {
        var megabytes = new List<double>();
        for (var i = 0; i < BenchOptions.Rounds; i++)
        {
            using var site = await Server.Site(options, city);
            foreach (var (_, path) in City.Pages)
                await Wrk.Run(site.Url + path, options.Load / 2);
            megabytes.Add(site.ResidentMemory());
        }

        return [new Figure($"resident memory after load, {city.Name}", "MB", megabytes, bar)];
    }
}
