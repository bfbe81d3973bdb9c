using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan.Drawing;

/// <summary>Where parks really lie, on the pictures of a map service: one still map, as close as all of them allow.</summary>
internal static class TileMap
{
    private const int Width = 704, Height = 480, Margin = 40, Closest = 14, MostPins = 200;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static IHtmlContent Draw(PageContext context, MapTiles tiles, IEnumerable<PublishedDocument> parks, string label)
    {
        var pins = parks.Select(p => (Park: p, At: context.Variant(p)!.Values.Position("position"))).Where(p => p.At is not null).Select(p => (p.Park, At: p.At!)).Take(MostPins).ToList();
        if (pins.Count == 0)
            return HtmlString.Empty;
        var zoom = Zoom(tiles, pins.Select(p => p.At).ToList());
        var places = pins.Select(p => (p.Park, At: tiles.Place(p.At, zoom))).ToList();
        var left = Math.Round(((places.Min(p => p.At.X) + places.Max(p => p.At.X)) - Width) / 2);
        var top = Math.Round(((places.Min(p => p.At.Y) + places.Max(p => p.At.Y)) - Height) / 2);
        var svg = new StringBuilder(8 * 1024);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"tile-map\" viewBox=\"0 0 {Width} {Height}\" role=\"group\" aria-label=\"{Encoder.Encode(label)}\">");
        for (var y = (int)Math.Floor(top / MapTiles.Size); y * MapTiles.Size < top + Height; y++)
            for (var x = (int)Math.Floor(left / MapTiles.Size); x * MapTiles.Size < left + Width; x++)
                svg.Append(CultureInfo.InvariantCulture, $"<image href=\"{Encoder.Encode(tiles.Url(x, y, zoom))}\" x=\"{(x * MapTiles.Size) - left}\" y=\"{(y * MapTiles.Size) - top}\" width=\"{MapTiles.Size}\" height=\"{MapTiles.Size}\"/>");
        foreach (var (park, at) in places)
            svg.Append(CultureInfo.InvariantCulture, $"<a class=\"pin s-{Parks.SectorKey(context, park)}\" href=\"{context.Url(park)}\" aria-label=\"{Encoder.Encode(context.Name(park))}\"><title>{Encoder.Encode(context.Name(park))}</title><circle class=\"reach\" cx=\"{at.X - left:0}\" cy=\"{at.Y - top:0}\" r=\"22\"/><circle cx=\"{at.X - left:0}\" cy=\"{at.Y - top:0}\" r=\"8\"/></a>");
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static int Zoom(MapTiles tiles, List<GeoPosition> positions)
    {
        for (var zoom = Closest; zoom > 0; zoom--)
        {
            var places = positions.Select(p => tiles.Place(p, zoom)).ToList();
            if (places.Max(p => p.X) - places.Min(p => p.X) <= Width - (2 * Margin) && places.Max(p => p.Y) - places.Min(p => p.Y) <= Height - (2 * Margin))
                return zoom;
        }

        return 0;
    }
}
