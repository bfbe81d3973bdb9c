namespace ParkBrand.Media.Derivatives;

/// <summary>The sizes that pages and the backoffice show pictures in. Nothing else is computed, whatever an address asks for.</summary>
/// <param name="Ratio">Width to height that the picture is cut to around its focus; null shows the whole picture.</param>
/// <param name="Widths">px.</param>
internal sealed record Preset(string Name, double? Ratio, int[] Widths)
{
    // The theme's helper writes these names and widths into its srcset; a test holds the two together.
    public static readonly IReadOnlyList<Preset> All =
    [
        new("hero", 2, [640, 960, 1280, 1920]),
        new("card", 2, [320, 480, 640, 960]),
        new("inline", null, [480, 720, 1080, 1440]),
        new("thumb", null, [200, 400, 800]),
    ];

    public static Preset? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
