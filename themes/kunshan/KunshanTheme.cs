using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan;

/// <summary>Fifty-four tiles, one city: the theme of the Kunshan innovation parks.</summary>
public static class KunshanTheme
{
    public static Theme Load(IEnumerable<string> cultures) => new(typeof(KunshanTheme).Assembly, cultures);
}
