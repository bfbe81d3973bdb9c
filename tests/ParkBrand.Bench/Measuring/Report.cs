using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParkBrand.Bench.Measuring;

/// <summary>Collects the figures, prints one table and writes <c>artifacts/bench.json</c>.</summary>
internal sealed class Report(BenchOptions options)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly double busy = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
    private readonly List<(string Row, Figure Figure)> figures = [];
    private readonly List<(string Row, string Reason)> failed = [];

    public async Task Add(string row, Func<Task<IReadOnlyList<Figure>>> measure)
    {
        if (options.Only.Count > 0 && !options.Only.Contains(row))
            return;
        try
        {
            foreach (var figure in await measure())
            {
                figures.Add((row, figure));
                Console.Error.WriteLine($"  {row} {figure.What}: {Text(figure.Median)} {figure.Unit}");
            }
        }
        catch (Exception e) when (e is MeasurementException or HttpRequestException or IOException)
        {
            failed.Add((row, e.Message));
            Console.Error.WriteLine($"  {row} could not be measured: {e.Message}");
        }
    }

    /// <returns>Exit code: 0 when everything was measured, whether or not it met its bar.</returns>
    public int Finish()
    {
        var rows = figures.Select(f => (string[])[
            f.Row, f.Figure.What, $"{Text(f.Figure.Median)} {f.Figure.Unit}".TrimEnd(),
            f.Figure.Samples.Count > 1 ? $"{Text(f.Figure.Samples.Min())}–{Text(f.Figure.Samples.Max())}" : "",
            string.Join("; ", new[] { f.Figure.Bar?.Words, f.Figure.Yardstick }.OfType<string>()),
            f.Figure.Met switch { true => "yes", false => "NO", null => "" }]).ToList();
        rows.AddRange(failed.Select(f => (string[])[f.Row, f.Reason, "not measured", "", "", "NO"]));
        Print([["row", "what", "median", "min–max", "bar; yardstick", "met"], .. rows.OrderBy(r => int.Parse(r[0].AsSpan(1), CultureInfo.InvariantCulture))]);
        var file = Path.Combine(options.Root, "artifacts", "bench.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            at = DateTimeOffset.UtcNow, cores = Environment.ProcessorCount, loadBefore = busy, system = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription,
            options.Quick, options.Documents,
            figures = figures.Select(f => new { row = f.Row, what = f.Figure.What, unit = f.Figure.Unit, median = f.Figure.Median, samples = f.Figure.Samples, bar = f.Figure.Bar?.Words, yardstick = f.Figure.Yardstick, met = f.Figure.Met }),
            notMeasured = failed.Select(f => new { row = f.Row, reason = f.Reason }),
        }, Json));
        Console.WriteLine($"{Environment.NewLine}Written to {Path.GetRelativePath(Environment.CurrentDirectory, file)}. {Environment.ProcessorCount} cores. A ratio counts; an absolute time is a hint about this machine.");
        if (busy > Environment.ProcessorCount / 4.0)
            Console.WriteLine($"The machine was busy before the first measurement (load {busy:0.#}): times and rates are worse than on a quiet one. Ratios and processor times still say something.");
        return failed.Count == 0 ? 0 : 1;
    }

    private static void Print(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, c) => c is 2 or 3 ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
    }

    private static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}

/// <summary>A row could not be measured; the message says why.</summary>
internal sealed class MeasurementException(string message) : Exception(message);
