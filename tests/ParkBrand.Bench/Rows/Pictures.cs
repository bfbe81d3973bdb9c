using System.Diagnostics;
using System.Security.Cryptography;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P11: the first request for a photo in the size of a page, and what the worker needs for it.</summary>
internal static class Pictures
{
    private const int Count = 7, Together = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, Cities cities, WorkFolder work)
    {
        var content = Copy(Path.Combine(options.Root, "content"), work.In("content-photos"));
        // The covers of the first stories become photos; nothing that is not published would be served.
        var stories = Directory.EnumerateFiles(Path.Combine(content, "features"), "*.svg").Order(StringComparer.Ordinal).Take(Count).ToList();
        var photos = stories.Select(s => Path.ChangeExtension(s, ".jpg")).ToList();
        await Child.Run(Environment.ProcessPath!, ["photos", content, options.Program, .. photos], options.Root, Patience, Library(options));
        foreach (var story in stories)
        {
            var text = Path.ChangeExtension(story, ".md");
            await File.WriteAllTextAsync(text, (await File.ReadAllTextAsync(text)).Replace(Path.GetFileName(story), Path.GetFileName(Path.ChangeExtension(story, ".jpg")), StringComparison.Ordinal));
            File.Delete(story);
        }

        var city = await cities.Import("city with photos", content, rounds: 1);
        using var site = await Server.Site(options, city, Library(options));
        using var http = new HttpClient { BaseAddress = new Uri(site.Url) };
        http.DefaultRequestHeaders.Add("Accept", "image/webp,image/*;q=0.8");
        var times = new List<double>();
        foreach (var photo in photos.SkipLast(1))
            times.Add(await First(http, photo));
        var crowd = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => First(http, photos[^1])));
        var kept = Directory.EnumerateFiles(Path.Combine(city.Data, "derivatives"), "*", SearchOption.AllDirectories).Count();
        return
        [
            new Figure("4000 × 3000 → 800 WebP, first request", "ms", times[1..], new Bar(250, "≤ 250 ms")),
            new Figure("the same, with the worker's start", "ms", times[..1]),
            new Figure($"{Together} at once for one picture, until the last has it", "ms", [crowd.Elapsed.TotalMilliseconds], Yardstick: $"{kept} files for {Count} pictures"),
            new Figure("picture workers, memory at their highest", "MB", site.ChildrensPeak(), new Bar(200, "≤ 200 MB")),
        ];
    }

    private static async Task<double> First(HttpClient http, string photo)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(photo)));
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri($"/media/thumb-800/{hash}/photo", UriKind.Relative));
        var size = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
        return answer.Content.Headers.ContentType?.MediaType == "image/webp"
            ? clock.Elapsed.TotalMilliseconds
            : throw new MeasurementException($"{size} bytes of {answer.Content.Headers.ContentType} came instead of WebP");
    }

    private static (string, string) Library(BenchOptions options) => ("PARKBRAND_LIBVIPS", Path.Combine(options.Root, "artifacts", "libvips"));

    private static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
