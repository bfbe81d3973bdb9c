using System.Text.Json;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P9: Lighthouse's mobile scores and layout shift.</summary>
internal static class Lighthouse
{
    private static readonly (string Key, string Name)[] Categories =
        [("performance", "performance"), ("accessibility", "accessibility"), ("best-practices", "best practices"), ("seo", "SEO")];

    // Beyond headless: nothing that would reach out of the machine.
    private const string Flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city, WorkFolder work)
    {
        var folder = Path.Combine(options.Root, "tests", "ParkBrand.Bench");
        var program = Path.Combine(folder, "node_modules", ".bin", "lighthouse");
        if (!File.Exists(program))
            throw new MeasurementException("Lighthouse is not installed (npm ci in tests/ParkBrand.Bench)");
        using var site = await Server.Site(options, city);
        var figures = new List<Figure>();
        foreach (var (name, path) in City.Doors)
        {
            var runs = new List<JsonElement>();
            for (var i = 0; i < BenchOptions.Rounds; i++)
                runs.Add(await Run(program, folder, site.Url + path, work.In("lighthouse.json")));
            foreach (var (key, category) in Categories)
                figures.Add(new Figure($"{name}: Lighthouse mobile, {category}", "", runs.ConvertAll(r => r.GetProperty("categories").GetProperty(key).GetProperty("score").GetDouble() * 100), new Bar(100, "100", AtLeast: true)));
            figures.Add(new Figure($"{name}: layout shift", "", runs.ConvertAll(r => r.GetProperty("audits").GetProperty("cumulative-layout-shift").GetProperty("numericValue").GetDouble()), new Bar(0, "0")));
        }

        return figures;
    }

    /// <summary>One run. On a busy machine Chromium now and then records nothing; it is asked once more.</summary>
    private static async Task<JsonElement> Run(string program, string folder, string url, string output)
    {
        try
        {
            return await Once(program, folder, url, output);
        }
        catch (MeasurementException)
        {
            return await Once(program, folder, url, output);
        }
    }

    private static async Task<JsonElement> Once(string program, string folder, string url, string output)
    {
        await Child.Run(program,
            [url, "--quiet", "--no-enable-error-reporting", "--output=json", $"--output-path={output}", $"--only-categories={string.Join(',', Categories.Select(c => c.Key))}", $"--chrome-flags={Flags}"],
            folder, TimeSpan.FromMinutes(2), ("CHROME_PATH", "/usr/bin/chromium"));
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(output));
        return json.RootElement.Clone();
    }
}
