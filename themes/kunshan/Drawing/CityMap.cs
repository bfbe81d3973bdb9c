using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan.Drawing;

/// <summary>The schematic map: a plate for each district at its cell, a tile for each park. It shows no borders and no distances.</summary>
public static class CityMap
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
    private const int Pitch = 24, Tile = 21, Cell = 77, Gap = 5, Label = 17;

    /// <param name="Css"><c>whole</c>, <c>result</c> or <c>one</c>.</param>
    /// <param name="Inside">Parks drawn filled; null fills all. The others are hollow.</param>
    /// <param name="Here">The park that gets a ring.</param>
    /// <param name="Near">Parks outside by one need only: outlined with a corner.</param>
    /// <param name="Heat">Colours the tiles inside by a figure instead of their industry.</param>
    public sealed record Options(string Css, string Label, IReadOnlyCollection<Guid>? Inside = null, Guid? Here = null, IReadOnlyCollection<Guid>? Near = null, Shades? Heat = null);

    /// <param name="ClassOf">0 to 4; null outside.</param>
    /// <param name="Told">The figure in words, for those who hear the map.</param>
    public sealed record Shades(Func<PublishedDocument, int?> ClassOf, Func<PublishedDocument, string> Told);

    private sealed record Plate(PublishedDocument District, int Column, int Row, List<PublishedDocument> Parks);

    public static IHtmlContent Draw(PageContext context, Options options)
    {
        var plates = Plates(context);
        if (plates.Count == 0)
            return HtmlString.Empty;
        var rows = plates.Max(p => p.Row) + 1;
        // A map row is as tall as its fullest district needs.
        var tall = Enumerable.Range(0, rows).Select(r => Label + (Math.Max(1, plates.Where(p => p.Row == r).Select(p => (p.Parks.Count + 2) / 3).DefaultIfEmpty(1).Max()) * Pitch) + 1).ToArray();
        var top = Enumerable.Range(0, rows).Select(r => tall[..r].Sum() + (r * Gap)).ToArray();
        var (width, height) = (((plates.Max(p => p.Column) + 1) * Cell) - 4, top[^1] + tall[^1]);
        var svg = new StringBuilder(16 * 1024);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"city {options.Css}\" viewBox=\"-1 -1 {width + 2} {height + 2}\" role=\"group\" aria-label=\"{Text(options.Label)}\">");
        if (plates.Count == 12 && rows == 5)
        {
            svg.Append(Lake.Draw(context.Texts["map.lakeChenghu"], [(0, 3), (0, 4)], top, tall, Cell, Gap));
            svg.Append(Lake.Draw(context.Texts["map.lakeDianshan"], [(2, 3), (2, 4), (3, 4)], top, tall, Cell, Gap));
        }

        foreach (var plate in plates)
            DrawPlate(svg, context, options, plate, plate.Column * Cell, top[plate.Row], tall[plate.Row]);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static List<Plate> Plates(PageContext context)
    {
        var sectors = context.OfType("industry").Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var parks = context.OfType("park").ToLookup(p => context.Variant(p)!.Values.Reference("district"));
        return context.OfType("district").Select(d => (District: d, context.Variant(d)!.Values)).Select(d => new Plate(
            d.District, (int)(d.Values.Number("mapColumn") ?? 0), (int)(d.Values.Number("mapRow") ?? 0),
            parks[d.District.Id].OrderBy(p => sectors.GetValueOrDefault(context.Variant(p)!.Values.Reference("sector") ?? default)).ToList())).ToList();
    }

    private static void DrawPlate(StringBuilder svg, PageContext context, Options options, Plate plate, int x, int y, int height)
    {
        var values = context.Variant(plate.District)!.Values;
        var inside = plate.Parks.Count(p => options.Inside?.Contains(p.Id) ?? true);
        var count = options.Inside is null || options.Here is not null ? $"{plate.Parks.Count}" : $"{inside}/{plate.Parks.Count}";
        svg.Append(CultureInfo.InvariantCulture, $"<g role=\"list\" aria-label=\"{Text(context.Texts.Format("map.district", context.Name(plate.District), plate.Parks.Count))}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"plate\" x=\"{x}\" y=\"{y}\" width=\"{Cell - 4}\" height=\"{height}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"district\" x=\"{x + 3.5}\" y=\"{y + 12.5}\" aria-hidden=\"true\">{Text(values.Text("shortName") ?? "")}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"count\" x=\"{x + Cell - 7.5}\" y=\"{y + 12.5}\" text-anchor=\"end\" aria-hidden=\"true\">{count}</text>");
        for (var i = 0; i < plate.Parks.Count; i++)
            DrawTile(svg, context, options, plate.Parks[i], x + 2 + (i % 3 * Pitch), y + Label + (i / 3 * Pitch));
        svg.Append("</g>");
    }

    private static void DrawTile(StringBuilder svg, PageContext context, Options options, PublishedDocument park, int x, int y)
    {
        var key = Parks.SectorKey(context, park);
        var filled = options.Inside?.Contains(park.Id) ?? true;
        var sector = context.Name(context.Snapshot.Find(context.Variant(park)!.Values.Reference("sector")));
        var near = !filled && options.Near?.Contains(park.Id) == true;
        var shade = options.Heat?.ClassOf(park);
        var words = shade is not null ? context.Texts.Format("map.park", context.Name(park), options.Heat!.Told(park))
            : context.Texts.Format(filled || options.Here is not null ? "map.park" : near ? "map.parkNear" : "map.parkOut", context.Name(park), sector);
        svg.Append(CultureInfo.InvariantCulture, $"<g role=\"listitem\"><a class=\"tile s-{key}\" href=\"{context.Url(park)}\" aria-label=\"{Text(words)}\"><title>{Text(context.Name(park))}</title>");
        if (shade is { } heat)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"heat h{heat}\" x=\"{x + 0.5}\" y=\"{y + 0.5}\" width=\"{Tile - 1}\" height=\"{Tile - 1}\"/>");
        else
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#t-{(filled ? key : near ? "near" : "out")}\" x=\"{x}\" y=\"{y}\" width=\"{Tile}\" height=\"{Tile}\"/>");
        if (park.Id == options.Here)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"here\" x=\"{x - 1}\" y=\"{y - 1}\" width=\"{Tile + 2}\" height=\"{Tile + 2}\"/>");
        svg.Append("</a></g>");
    }

    private static string Text(string text) => Encoder.Encode(text);
}
