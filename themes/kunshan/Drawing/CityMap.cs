using System.Globalization;
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
    private const int Pitch = 24, Side = 21, Cell = 77, Gap = 5, Label = 17;

    /// <param name="Css"><c>whole</c>, <c>result</c> or <c>one</c>.</param>
    /// <param name="Inside">Parks drawn filled; null fills all. The others are hollow.</param>
    /// <param name="Here">The park that gets a ring.</param>
    /// <param name="Near">Parks outside by one need only: outlined with a corner.</param>
    /// <param name="Heat">Colours the tiles inside by a figure instead of their industry.</param>
    public sealed record Options(string Css, string Label, IReadOnlyCollection<Guid>? Inside = null, Guid? Here = null, IReadOnlyCollection<Guid>? Near = null, Shades? Heat = null);

    /// <param name="ClassOf">0 to 4; null outside.</param>
    /// <param name="Told">The figure in words, for those who hear the map.</param>
    public sealed record Shades(Func<PublishedDocument, int?> ClassOf, Func<PublishedDocument, string> Told);

    private sealed record Plate(PublishedDocument District, int X, int Y, int Height, List<PublishedDocument> Parks);

    /// <summary>Where everything stands, and what every map draws alike.</summary>
    private sealed record Ground(string Box, string Water, List<Plate> Plates);

    /// <summary>The whole map in the pieces between which one park can be marked.</summary>
    /// <param name="At">Where a park's tile is among the pieces, and on the map.</param>
    private sealed record Pieces(List<string> Texts, Dictionary<Guid, (int Piece, int X, int Y)> At);

    private static readonly string[] Sources = ["industry", "park", "district"];

    public static IHtmlContent Draw(PageContext context, Options options)
    {
        var ground = Kept(context, "ground", () => Lay(context));
        if (ground.Plates.Count == 0)
            return HtmlString.Empty;
        var svg = new HtmlContentBuilder(80).AppendHtml($"<svg class=\"city {options.Css}\" viewBox=\"{ground.Box}\" role=\"group\" aria-label=\"{Text(options.Label)}\">");
        if (options is { Inside: null, Here: null, Heat: null })
            svg.AppendHtml(Kept(context, "whole", () => string.Concat(Draw(context, options, ground).Texts)));
        else if (options is { Inside.Count: 1, Here: { } here, Near: null, Heat: null } && options.Inside.Contains(here))
            Mark(svg, context, options, Kept(context, "hollow", () => Draw(context, new Options("one", "", [], Guid.Empty), ground)), context.Snapshot.Find(here));
        else
            foreach (var piece in options is { Inside: not null, Here: null, Heat: null } ? Chosen(context, options, ground) : Draw(context, options, ground).Texts)
                svg.AppendHtml(piece);
        return svg.AppendHtml("</svg>");
    }

    /// <summary>What only changes with districts, industries and parks.</summary>
    private static T Kept<T>(PageContext context, string what, Func<T> make) where T : class =>
        context.Snapshot.Derive($"city map, {what} {context.Culture}", Sources, context.Today, make);

    /// <summary>A page about one park differs from that about another by one tile.</summary>
    private static void Mark(IHtmlContentBuilder svg, PageContext context, Options options, Pieces hollow, PublishedDocument? park)
    {
        var at = park is not null && hollow.At.TryGetValue(park.Id, out var found) ? found : (Piece: -1, X: 0, Y: 0);
        for (var i = 0; i < hollow.Texts.Count; i++)
            svg.AppendHtml(i == at.Piece ? Tile(context, options, park!, at.X, at.Y) : hollow.Texts[i]);
    }

    /// <summary>Results differ in which tiles are filled; how a tile looks is the same in all of them.</summary>
    private static IEnumerable<string> Chosen(PageContext context, Options options, Ground ground)
    {
        var filled = Kept(context, "filled", () => Draw(context, new Options("", ""), ground));
        var hollow = Kept(context, "out", () => Draw(context, new Options("", "", []), ground));
        var near = options.Near is null ? hollow : Kept(context, "near", () => Draw(context, new Options("", "", [], Near: [.. hollow.At.Keys]), ground));
        yield return ground.Water;
        foreach (var plate in ground.Plates)
        {
            yield return PlateOf(context, options, plate);
            foreach (var park in plate.Parks)
            {
                var tiles = options.Inside!.Contains(park.Id) ? filled : options.Near?.Contains(park.Id) == true ? near : hollow;
                yield return tiles.Texts[tiles.At[park.Id].Piece];
            }

            yield return "</g>";
        }
    }

    private static Ground Lay(PageContext context)
    {
        var districts = context.OfType("district").Select(d => (District: d, context.Variant(d)!.Values)).Select(d =>
            (d.District, Column: (int)(d.Values.Number("mapColumn") ?? 0), Row: (int)(d.Values.Number("mapRow") ?? 0), Parks: ParksIn(context, d.District))).ToList();
        if (districts.Count == 0)
            return new Ground("", "", []);
        var rows = districts.Max(p => p.Row) + 1;
        // A map row is as tall as its fullest district needs.
        var tall = Enumerable.Range(0, rows).Select(r => Label + (Math.Max(1, districts.Where(p => p.Row == r).Select(p => (p.Parks.Count + 2) / 3).DefaultIfEmpty(1).Max()) * Pitch) + 1).ToArray();
        var top = Enumerable.Range(0, rows).Select(r => tall[..r].Sum() + (r * Gap)).ToArray();
        var (width, height) = (((districts.Max(p => p.Column) + 1) * Cell) - 4, top[^1] + tall[^1]);
        var water = districts.Count == 12 && rows == 5
            ? Lake.Draw(context.Texts["map.lakeChenghu"], [(0, 3), (0, 4)], top, tall, Cell, Gap) + Lake.Draw(context.Texts["map.lakeDianshan"], [(2, 3), (2, 4), (3, 4)], top, tall, Cell, Gap)
            : "";
        return new Ground(string.Create(CultureInfo.InvariantCulture, $"-1 -1 {width + 2} {height + 2}"), water,
            districts.ConvertAll(d => new Plate(d.District, d.Column * Cell, top[d.Row], tall[d.Row], d.Parks)));
    }

    /// <summary>Parks of one industry stand beside each other.</summary>
    private static List<PublishedDocument> ParksIn(PageContext context, PublishedDocument district)
    {
        var sectors = context.OfType("industry").Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        return [.. Parks.InDistrict(context, district).OrderBy(p => sectors.GetValueOrDefault(context.Variant(p)!.Values.Reference("sector") ?? default))];
    }

    private static Pieces Draw(PageContext context, Options options, Ground ground)
    {
        var pieces = new Pieces([ground.Water], []);
        foreach (var plate in ground.Plates)
        {
            pieces.Texts.Add(PlateOf(context, options, plate));
            for (var i = 0; i < plate.Parks.Count; i++)
            {
                var (x, y) = (plate.X + 2 + (i % 3 * Pitch), plate.Y + Label + (i / 3 * Pitch));
                pieces.At[plate.Parks[i].Id] = (pieces.Texts.Count, x, y);
                pieces.Texts.Add(Tile(context, options, plate.Parks[i], x, y));
            }

            pieces.Texts.Add("</g>");
        }

        return pieces;
    }

    private static string PlateOf(PageContext context, Options options, Plate plate)
    {
        var inside = plate.Parks.Count(p => options.Inside?.Contains(p.Id) ?? true);
        var count = options.Inside is null || options.Here is not null ? $"{plate.Parks.Count}" : $"{inside}/{plate.Parks.Count}";
        var (x, y) = (plate.X, plate.Y);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <g role="list" aria-label="{Text(context.Texts.Format("map.district", context.Name(plate.District), plate.Parks.Count))}"><rect class="plate" x="{x}" y="{y}" width="{Cell - 4}" height="{plate.Height}"/><text class="district" x="{x + 3.5}" y="{y + 12.5}" aria-hidden="true">{Text(context.Variant(plate.District)!.Values.Text("shortName") ?? "")}</text><text class="count" x="{x + Cell - 7.5}" y="{y + 12.5}" text-anchor="end" aria-hidden="true">{count}</text>
            """);
    }

    private static string Tile(PageContext context, Options options, PublishedDocument park, int x, int y)
    {
        var key = Parks.SectorKey(context, park);
        var filled = options.Inside?.Contains(park.Id) ?? true;
        var sector = context.Name(context.Snapshot.Find(context.Variant(park)!.Values.Reference("sector")));
        var near = !filled && options.Near?.Contains(park.Id) == true;
        var shade = options.Heat?.ClassOf(park);
        var words = shade is not null ? context.Texts.Format("map.park", context.Name(park), options.Heat!.Told(park))
            : context.Texts.Format(filled || options.Here is not null ? "map.park" : near ? "map.parkNear" : "map.parkOut", context.Name(park), sector);
        var drawn = shade is { } heat
            ? string.Create(CultureInfo.InvariantCulture, $"<rect class=\"heat h{heat}\" x=\"{x + 0.5}\" y=\"{y + 0.5}\" width=\"{Side - 1}\" height=\"{Side - 1}\"/>")
            : string.Create(CultureInfo.InvariantCulture, $"<use href=\"#t-{(filled ? key : near ? "near" : "out")}\" x=\"{x}\" y=\"{y}\" width=\"{Side}\" height=\"{Side}\"/>");
        var ring = park.Id == options.Here ? string.Create(CultureInfo.InvariantCulture, $"<rect class=\"here\" x=\"{x - 1}\" y=\"{y - 1}\" width=\"{Side + 2}\" height=\"{Side + 2}\"/>") : "";
        return $"<g role=\"listitem\"><a class=\"tile s-{key}\" href=\"{context.Url(park)}\" aria-label=\"{Text(words)}\"><title>{Text(context.Name(park))}</title>{drawn}{ring}</a></g>";
    }

    private static string Text(string text) => Encoder.Encode(text);
}
