using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Pages;

namespace ParkBrand.Themes.Kunshan.Finder;

/// <summary>The staircase: a tile for each park that is still there, hollow where the need of this row takes it away.</summary>
internal sealed class LadderTiles
{
    private const int Tile = 10, Pitch = 12, MostTiles = 120;
    private readonly (string Key, int FallsAt)[] parks;

    public LadderTiles(FinderPage page)
    {
        var all = page.Result.Eliminated.Select(e => (Parks.SectorKey(page.Context, e.Park), e.FirstMissed))
            .Concat(page.Result.Matches.Select(m => (Parks.SectorKey(page.Context, m.Park), int.MaxValue)));
        parks = all.OrderByDescending(p => p.Item2).ThenBy(p => p.Item1, StringComparer.Ordinal).ToArray();
    }

    /// <param name="rung">Index of the need; -1 is the row of all parks.</param>
    public IHtmlContent Row(int rung)
    {
        // A bar of a thousand tiles would say no more than the number beside it.
        if (parks.Length is 0 or > MostTiles)
            return HtmlString.Empty;
        var svg = new StringBuilder(4 * 1024).Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {parks.Length * Pitch} {Tile}\" aria-hidden=\"true\">");
        for (var i = 0; i < parks.Length && parks[i].FallsAt >= rung; i++)
            if (parks[i].FallsAt > rung)
                svg.Append(CultureInfo.InvariantCulture, $"<use class=\"s-{parks[i].Key}\" href=\"#t-{parks[i].Key}\" x=\"{i * Pitch}\" width=\"{Tile}\" height=\"{Tile}\"/>");
            else
                svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#t-out\" x=\"{i * Pitch}\" width=\"{Tile}\" height=\"{Tile}\"/>");
        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
