using System.Text.RegularExpressions;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P9: what the first view of a page takes. Bytes are counted, so one look is enough.</summary>
internal static partial class PageWeight
{
    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        using var site = await Server.Site(options, city);
        var figures = new List<Figure>();
        foreach (var (name, path) in City.Doors)
        {
            var html = await Page.Text(site.Url + path);
            var links = Links().Matches(html).Select(m => m.Groups[1].Value).Distinct().ToList();
            var foreign = links.Count(l => !l.StartsWith('/') || l.StartsWith("//", StringComparison.Ordinal));
            var weighty = links.Where(l => Path.GetExtension(l) is ".css" or ".js" or ".woff2").ToList();
            var sizes = new Dictionary<string, double>();
            foreach (var link in weighty)
                sizes[link] = (await Page.Compressed(site.Url + link)).Length / 1024.0;
            var page = (await Page.Compressed(site.Url + path)).Length / 1024.0;
            figures.Add(Figure.Count($"{name}: HTML, CSS, JavaScript, fonts, compressed", "KB", page + sizes.Values.Sum(), new Bar(90, "≤ 90 KB")));
            figures.Add(Figure.Count($"{name}: JavaScript", "KB", sizes.Where(s => s.Key.EndsWith(".js", StringComparison.Ordinal)).Sum(s => s.Value), new Bar(20, "≤ 20 KB")));
            figures.Add(Figure.Count($"{name}: requests, the page included", "", links.Count + 1));
            figures.Add(Figure.Count($"{name}: requests to others", "", foreign, new Bar(0, "0")));
        }

        return figures;
    }

    // What a browser fetches on its own: link and script in the head, pictures in the text; not what a reader may click.
    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|preload|icon)\"[^>]*? href|script[^>]*? src|img[^>]*? src|video[^>]*? src)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
