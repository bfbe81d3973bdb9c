namespace ParkBrand.Site.Finder;

/// <summary>
/// The shift that public maps of mainland China are drawn with, from WGS-84 to GCJ-02. Published nowhere officially;
/// this is the approximation in common use, right to about a metre.
/// </summary>
internal static class Gcj02
{
    // Axis and eccentricity of the Krasovsky ellipsoid, on which the shift is computed.
    private const double Axis = 6378245.0, Eccentricity = 0.00669342162296594323;

    public static (double Latitude, double Longitude) Of(double latitude, double longitude)
    {
        // Outside the rectangle around China nothing is shifted.
        if (longitude is < 72.004 or > 137.8347 || latitude is < 0.8293 or > 55.8271)
            return (latitude, longitude);
        var (north, east) = Metres(longitude - 105, latitude - 35);
        var radians = latitude * Math.PI / 180;
        var curve = 1 - (Eccentricity * Math.Sin(radians) * Math.Sin(radians));
        return (latitude + (north * 180 / (Axis * (1 - Eccentricity) / (curve * Math.Sqrt(curve)) * Math.PI)),
            longitude + (east * 180 / (Axis / Math.Sqrt(curve) * Math.Cos(radians) * Math.PI)));
    }

    private static (double North, double East) Metres(double x, double y)
    {
        var root = Math.Sqrt(Math.Abs(x));
        var common = Waves((20, 6 * x), (20, 2 * x));
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * root) + common + Waves((20, y), (40, y / 3)) + Waves((160, y / 12), (320, y / 30));
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * root) + common + Waves((20, x), (40, x / 3)) + Waves((150, x / 12), (300, x / 30));
        return (north, east);
    }

    private static double Waves(params ReadOnlySpan<(double Height, double Turns)> waves)
    {
        var sum = 0.0;
        foreach (var (height, turns) in waves)
            sum += height * Math.Sin(turns * Math.PI);
        return sum * 2 / 3;
    }
}
