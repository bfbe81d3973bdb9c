using System.Diagnostics;
using System.Globalization;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Hosting;

/// <summary>Reads the home page again and again, each reader at its own moments of every ten milliseconds, and prints the 99th percentile, ms.</summary>
internal static class Readers
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10), WarmUp = TimeSpan.FromSeconds(1);

    /// <param name="args">Address of the server, how many readers, seconds.</param>
    public static async Task<int> Run(string[] args)
    {
        using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
        var (readers, time) = (int.Parse(args[1], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(args[2], CultureInfo.InvariantCulture)));
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            // People do not read in step: all at once, each would wait for the others.
            var (mine, next) = (new List<double>(), Pace * reader / readers);
            for (; next < WarmUp + time; next += Pace)
            {
                if (next - clock.Elapsed is { Ticks: > 0 } early)
                    await Task.Delay(early);
                var one = Stopwatch.StartNew();
                await http.GetByteArrayAsync("/");
                // The reader's own code is slow at first, which is none of the site's doing.
                if (next >= WarmUp)
                    mine.Add(one.Elapsed.TotalMilliseconds);
            }

            return mine;
        }));
        Console.WriteLine(new Figure("", "", [.. times.SelectMany(t => t)]).Percentile(99).ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
