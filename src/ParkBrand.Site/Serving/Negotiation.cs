using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace ParkBrand.Site.Serving;

/// <summary>What a request's headers say it can take and has already.</summary>
internal static class Negotiation
{
    /// <summary>Whether <c>Accept-Encoding</c> names a coding and does not refuse it with <c>q=0</c> (RFC 9110, 12.5.3).</summary>
    public static bool Takes(StringValues acceptEncoding, string coding)
    {
        foreach (var header in acceptEncoding)
            foreach (var range in header.AsSpan().Split(','))
            {
                var part = header.AsSpan()[range];
                var end = part.IndexOf(';');
                if ((end < 0 ? part : part[..end]).Trim().Equals(coding, StringComparison.OrdinalIgnoreCase))
                    return end < 0 || !IsZero(part[(end + 1)..].Trim());
            }

        return false;
    }

    private static bool IsZero(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && decimal.TryParse(weight[2..], CultureInfo.InvariantCulture, out var q) && q == 0;

    /// <summary>Whether <c>If-None-Match</c> names a tag. Weak or not is the same for GET (RFC 9110, 13.1.2).</summary>
    public static bool Knows(StringValues ifNoneMatch, string etag)
    {
        var ours = Opaque(etag);
        foreach (var header in ifNoneMatch)
            foreach (var range in header.AsSpan().Split(','))
            {
                var tag = header.AsSpan()[range].Trim();
                if (tag is "*" || Opaque(tag).SequenceEqual(ours))
                    return true;
            }

        return false;
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}
