using System.Globalization;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>
/// The client knows no versions, but it sends each language's <c>updateDate</c> back as it got it. So the version stands in the
/// fraction of that time, behind the milliseconds, where it bothers nobody who reads it as a time.
/// </summary>
internal static class EditStamp
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fff";
    private const int Digits = 9;

    public static string Of(DateTimeOffset savedAt, int version) =>
        savedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) + version.ToString($"D{Digits}", CultureInfo.InvariantCulture) + "Z";

    /// <returns>The version; null for anything that was not written by <see cref="Of"/>.</returns>
    public static int? Version(string? stamp) =>
        stamp is { Length: 33 } && stamp[^1] == 'Z' && int.TryParse(stamp.AsSpan(23, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
