using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P5: from the start of the process to the first page with status 200.</summary>
internal static class StartUp
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city, Bar bar)
    {
        var seconds = new List<double>();
        for (var i = 0; i < BenchOptions.Rounds + 2; i++)
        {
            using var site = await Server.Site(options, city);
            seconds.Add(site.FirstPage.TotalSeconds);
        }

        return [new Figure($"start → first page, {city.Name}", "s", seconds, bar)];
    }
}
