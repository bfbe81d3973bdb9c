using System.Globalization;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Themes.Kunshan;

/// <summary>In which sizes a place on a page shows photos. Drawings stay as they are: they fit every size.</summary>
/// <param name="Preset">As the media module names it; only its widths have an address.</param>
/// <param name="Widths">px.</param>
/// <param name="Sizes">How wide the place is, for the browser's choice.</param>
/// <param name="Ratio">Width to height that photos are cut to around their focus; null shows them whole.</param>
public sealed record PictureShape(string Preset, int[] Widths, string Sizes, int? Ratio)
{
    private static readonly string[] Rasters = ["image/jpeg", "image/png", "image/webp", "image/avif"];

    /// <summary>Across the head of a page.</summary>
    public static readonly PictureShape Hero = new("hero", [640, 960, 1280, 1920], "(min-width: 64rem) 60rem, 100vw", 2);

    /// <summary>In a list.</summary>
    public static readonly PictureShape Card = new("card", [320, 480, 640, 960], "(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw", 2);

    /// <summary>Inside a text.</summary>
    public static readonly PictureShape Inline = new("inline", [480, 720, 1080, 1440], "(min-width: 48rem) 44rem, 100vw", null);

    internal (string Src, string Attributes) Of(PublishedMedia media)
    {
        if (!Rasters.Contains(media.ContentType))
            return (media.Url, "");
        // A width beyond the picture's own shows no more; the first one that holds all of it is the last.
        var widths = Widths.TakeWhile((_, i) => i == 0 || media.Width is not { } own || Widths[i - 1] < own).ToList();
        var set = string.Join(", ", widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"{Address(media, w)} {w}w")));
        return (Address(media, widths[Math.Min(1, widths.Count - 1)]), $" srcset=\"{set}\" sizes=\"{Sizes}\"");
    }

    /// <summary>One picture for everybody, for who asks without telling a size.</summary>
    /// <returns>Null for drawings.</returns>
    internal (string Src, int Width, int Height)? Shared(PublishedMedia media) =>
        Rasters.Contains(media.ContentType) && Ratio is { } ratio ? (Address(media, Widths[2]), Widths[2], Widths[2] / ratio) : null;

    /// <summary>Width and height, so that nothing moves when the picture arrives.</summary>
    internal string Box(PublishedMedia media)
    {
        var (width, height) = Ratio is { } ratio && Rasters.Contains(media.ContentType) ? (Widths[1], Widths[1] / ratio) : (media.Width, media.Height);
        return string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
    }

    private string Address(PublishedMedia media, int width) =>
        string.Create(CultureInfo.InvariantCulture, $"/media/{Preset}-{width}{(media.Focus is null ? "" : "-")}{media.Focus}/{media.Hash}/{Uri.EscapeDataString(media.Name)}");
}
