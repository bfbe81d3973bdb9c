using System.Globalization;
using System.Text;

namespace ParkBrand.Themes.Kunshan.Drawing;

/// <summary>Open water: hairlines like those of an engraved map; the first cell carries the name.</summary>
internal static class Lake
{
    private const int Step = 7;

    public static string Draw(string name, (int Column, int Row)[] cells, int[] top, int[] tall, int cell, int gap)
    {
        // A repeatable number source: the same water on every page.
        var seed = 20231u + (uint)cells[0].Column;
        var lines = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var (column, row) = cells[i];
            var (x, y) = ((column * cell) + 3, top[row]);
            var height = row + 1 < tall.Length ? tall[row] + gap : tall[row];
            for (var j = i == 0 ? 2 : 0; j * Step < height; j++)
                lines.Append(CultureInfo.InvariantCulture, $"M{x + Next(ref seed)} {y + (j * Step) + 3}H{x + cell - 10 - Next(ref seed)}");
        }

        var (first, firstRow) = cells[0];
        return string.Create(CultureInfo.InvariantCulture,
            $"<g class=\"water\" aria-hidden=\"true\"><path d=\"{lines}\"/><text class=\"water-name\" x=\"{(first * cell) + 3.5}\" y=\"{top[firstRow] + 12.5}\">{name}</text></g>");
    }

    private static int Next(ref uint seed)
    {
        seed = (seed * 1664525) + 1013904223;
        return (int)(seed >> 16) % 22;
    }
}
