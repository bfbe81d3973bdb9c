using System.Globalization;

namespace ParkBrand.Content.Storage;

/// <summary>Instants as stored: UTC, ISO 8601, milliseconds, so that text order is time order.</summary>
internal static class Instant
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
