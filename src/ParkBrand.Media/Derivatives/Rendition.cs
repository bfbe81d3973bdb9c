using System.Globalization;

namespace ParkBrand.Media.Derivatives;

/// <summary>Which derivative an address asks for: <c>card-640</c>, or <c>card-640-30-55</c> when the picture's focus stands at 30 % and 55 %.</summary>
internal sealed record Rendition(Preset Preset, int Width, string? Focus)
{
    /// <returns>Null for everything that no page of ours links to.</returns>
    public static Rendition? Read(string text)
    {
        var parts = text.Length > 40 ? [] : text.Split('-');
        if (parts.Length is not (2 or 4) || Preset.Find(parts[0]) is not { } preset)
            return null;
        var width = preset.Widths.FirstOrDefault(w => w.ToString(CultureInfo.InvariantCulture) == parts[1]);
        if (width == 0)
            return null;
        return new Rendition(preset, width, parts.Length == 4 ? $"{parts[2]}-{parts[3]}" : null);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Preset.Name}-{Width}{(Focus is null ? "" : "-")}{Focus}");
}
