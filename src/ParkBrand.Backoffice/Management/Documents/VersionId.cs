using System.Globalization;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>The client names a version by one id; ours is the document's with the version's number behind it.</summary>
internal static class VersionId
{
    public static string Of(Guid document, int number) => string.Create(CultureInfo.InvariantCulture, $"{document:N}-{number}");

    public static (Guid Document, int Number)? Read(string id) =>
        id.Length is > 33 and < 44 && id[32] == '-' && Guid.TryParseExact(id.AsSpan(0, 32), "N", out var document)
        && int.TryParse(id.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (document, number)
            : null;
}
