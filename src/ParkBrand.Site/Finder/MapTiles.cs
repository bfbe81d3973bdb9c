using System.Globalization;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Site.Finder;

/// <summary>A service of map pictures that whoever runs the site may add. None is built in: without one, no visitor's browser asks a third party.</summary>
public sealed class MapTiles
{
    public const int Size = 256;

    public static readonly MapTiles None = new(null, shifted: false);

    private readonly string? template;
    private readonly bool shifted;

    private MapTiles(string? template, bool shifted) => (this.template, this.shifted) = (template, shifted);

    public bool IsOn => template is not null;

    /// <summary>Scheme and host that browsers must be allowed to load pictures from; null when there is no service.</summary>
    public string? Origin => template is null ? null : new Uri(Fill(template, 0, 0, 0)).GetLeftPart(UriPartial.Authority);

    /// <param name="template">Address with <c>{x}</c>, <c>{y}</c> and <c>{z}</c> of the usual Web-Mercator tiles.</param>
    /// <param name="datum"><c>wgs84</c> (the default) or <c>gcj02</c>, as the service draws its map.</param>
    /// <returns>One sentence about what cannot be used, or null.</returns>
    public static string? Problem(string? template, string? datum)
    {
        if (datum is not (null or "wgs84" or "gcj02"))
            return $"The map datum {datum} is not known. Known are: wgs84, gcj02.";
        if (template is null)
            return datum is null ? null : "The option --map-datum says nothing without --map-tiles.";
        var complete = template.Contains("{x}", StringComparison.Ordinal) && template.Contains("{y}", StringComparison.Ordinal) && template.Contains("{z}", StringComparison.Ordinal);
        return complete && Uri.TryCreate(Fill(template, 0, 0, 0), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Authority.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':')
            ? null
            : $"The map tiles {template} cannot be used: it is an address with {{x}}, {{y}} and {{z}}, like https://tiles.example.gov.cn/{{z}}/{{x}}/{{y}}.png";
    }

    public static MapTiles Of(string? template, string? datum) => template is null ? None : new MapTiles(template, datum == "gcj02");

    public string Url(int x, int y, int zoom) => Fill(template!, x, y, zoom);

    /// <summary>Where a position lies on the whole map at a zoom, in pixels from its upper left corner.</summary>
    public (double X, double Y) Place(GeoPosition position, int zoom)
    {
        var (latitude, longitude) = ((double)position.Latitude, (double)position.Longitude);
        if (shifted)
            (latitude, longitude) = Gcj02.Of(latitude, longitude);
        var world = Size * Math.Pow(2, zoom);
        var radians = latitude * Math.PI / 180;
        return ((longitude + 180) / 360 * world, (1 - (Math.Asinh(Math.Tan(radians)) / Math.PI)) / 2 * world);
    }

    private static string Fill(string template, int x, int y, int zoom) => template
        .Replace("{x}", x.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{y}", y.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{z}", zoom.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
