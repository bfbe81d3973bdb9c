using Microsoft.AspNetCore.Html;

namespace ParkBrand.Themes.Kunshan.Drawing;

/// <summary>Drawings that are the same wherever they stand: read once, since a partial view costs more than a table of the page.</summary>
internal static class Part
{
    public static readonly IHtmlContent Sprite = Read("sprite"), Mark = Read("mark"), Lens = Read("lens"), Down = Read("down");

    private static HtmlString Read(string name)
    {
        using var text = new StreamReader(typeof(Part).Assembly.GetManifestResourceStream($"parts/{name}.svg")!);
        return new HtmlString(text.ReadToEnd());
    }
}
