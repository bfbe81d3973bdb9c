using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Bench.Measuring;

/// <param name="P99">ms.</param>
internal sealed record Load(double PerSecond, double P99, long Requests);

/// <summary>wrk with 32 connections, for a bounded time.</summary>
internal static partial class Wrk
{
    // Each request comes from another of 60,000 addresses, as a proxy in front would say, so that no limit for one visitor is met.
    private const string Visitors = "request = function() wrk.headers['X-Forwarded-For'] = '10.0.' .. math.random(0, 239) .. '.' .. math.random(1, 250) return wrk.format() end";

    /// <param name="visitors">Whether the server counts visitors, and believes us who they are.</param>
    public static async Task<Load> Run(string url, TimeSpan time, int connections = 32, bool visitors = false)
    {
        var script = Path.Combine(Path.GetTempPath(), "parkbrand-visitors.lua");
        if (visitors)
            await File.WriteAllTextAsync(script, Visitors);
        var seconds = Math.Max(1, (int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var text = await Child.Run("wrk", ["-t", "1", "-c", $"{connections}", "-d", $"{seconds}s", "--latency", "--timeout", "10s", "-H", "Accept-Encoding: br", .. visitors ? ["-s", script] : Array.Empty<string>(), url],
            Path.GetTempPath(), time + TimeSpan.FromSeconds(30));
        if (text.Contains("Non-2xx", StringComparison.Ordinal) || text.Contains("Socket errors", StringComparison.Ordinal))
            throw new MeasurementException($"requests to {url} failed under load");
        var p99 = Percentile().Match(text);
        return new Load(
            double.Parse(PerSecond().Match(text).Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * p99.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 },
            long.Parse(Requests().Match(text).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("Requests/sec: +([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex("([0-9]+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex("99% +([0-9.]+)(us|ms|s)")]
    private static partial Regex Percentile();
}
