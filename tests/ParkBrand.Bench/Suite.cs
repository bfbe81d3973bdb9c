using ParkBrand.Bench.Measuring;
using ParkBrand.Bench.Rows;

namespace ParkBrand.Bench;

/// <summary>All rows in the order of the table. A row that fails says so in the table and does not stop the others.</summary>
internal static class Suite
{
    public static async Task<int> Run(BenchOptions options)
    {
        using var work = new WorkFolder();
        var report = new Report(options);
        var cities = new Cities(options, work);
        var sample = await cities.Sample();

        await report.Add("P1", () => CachedPages.Measure(options, sample));
        await report.Add("P2", () => UncachedPages.Measure(options, sample));
        await report.Add("P3", () => Searching.Measure(options, sample, 5));
        await report.Add("P4", () => Publishing.Measure(options, sample));
        await report.Add("P5", () => StartUp.Measure(options, sample, new Bar(1.5, "≤ 1.5 s")));
        await report.Add("P6", () => Memory.Measure(options, sample, new Bar(300, "≤ 300 MB")));
        await report.Add("P7", () => BuiltInAnswers.Measure(options, sample));
        await report.Add("P8", () => ModelAnswers.Measure(options, sample));
        await report.Add("P9", () => PageWeight.Measure(options, sample));
        await report.Add("D1", () => Delivering.Measure(options, sample));
        await report.Add("P11", () => Pictures.Measure(options, cities, work));
        if (!options.Quick)
        {
            await report.Add("P9", () => Lighthouse.Measure(options, sample, work));
            // Made by the first row that wants it: a row alone need not wait for cities that it does not look at.
            Lazy<Task<City>> small = new(() => cities.MadeUp(1000)), large = new(() => cities.MadeUp(options.Documents));
            await report.Add("P3", async () => await Searching.Measure(options, options.Documents == 10_000 ? await large.Value : await cities.MadeUp(10_000, rounds: 1), 12));
            await report.Add("P3", async () => await Searching.Measure(options, await large.Value, 60));
            await report.Add("P5", async () => await StartUp.Measure(options, await large.Value, new Bar(6, "≤ 6 s")));
            await report.Add("P6", async () => await Memory.Measure(options, await large.Value, new Bar(1200, "≤ 1,200 MB")));
            await report.Add("D2", async () => await Delivering.Lists(options, await large.Value));
            await report.Add("P10", async () => await Growth.Measure(options, await small.Value, await large.Value));
        }

        return report.Finish();
    }
}
