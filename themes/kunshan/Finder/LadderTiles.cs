using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using ParkBrand.Search.Matching;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Pages;

namespace ParkBrand.Themes.Kunshan.Finder;

/// <summary>
/// The staircase: a tile for each park that is still there, hollow where the need of this row takes it away. The parks
/// that fall last stand first, so every row is a piece of the first one and need not be drawn again.
/// </summary>
internal sealed class LadderTiles(FinderPage page)
{
    private const int Tile = 10, Pitch = 12, MostTiles = 120;

    // A bar of a thousand tiles would say no more than the number beside it.
    private bool Drawn => page.Result.Parks is > 0 and <= MostTiles;

    public IHtmlContent All()
    {
        if (!Drawn)
            return HtmlString.Empty;
        var keys = page.Result.Eliminated.Select(e => (Parks.SectorKey(page.Context, e.Park), e.FirstMissed))
            .Concat(page.Result.Matches.Select(m => (Parks.SectorKey(page.Context, m.Park), int.MaxValue)))
            .OrderByDescending(p => p.Item2).ThenBy(p => p.Item1, StringComparer.Ordinal).Select(p => p.Item1).ToList();
        var svg = Begin().Append("<g id=\"l-in\">");
        for (var i = 0; i < keys.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<use class=\"lt s-{keys[i]}\" href=\"#t-{keys[i]}\" x=\"{i * Pitch}\" width=\"{Tile}\" height=\"{Tile}\"/>");
        return new HtmlString(svg.Append("</g></svg>").ToString());
    }

    public IHtmlContent Row(Rung rung)
    {
        if (!Drawn)
            return HtmlString.Empty;
        var svg = Begin().Append(CultureInfo.InvariantCulture, $"<svg width=\"{rung.Left * Pitch}\" height=\"{Tile}\"><use href=\"#l-in\"/></svg>");
        for (var i = 0; i < rung.Removed; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#t-out\" x=\"{(rung.Left + i) * Pitch}\" width=\"{Tile}\" height=\"{Tile}\"/>");
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private StringBuilder Begin() => new StringBuilder(4 * 1024).Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {page.Result.Parks * Pitch} {Tile}\" aria-hidden=\"true\">");
}
