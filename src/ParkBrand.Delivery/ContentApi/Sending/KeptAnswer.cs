using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ParkBrand.Delivery.ContentApi.Sending;

/// <summary>An answer in the forms in which it is sent; compressed ones are made when first asked for.</summary>
internal sealed class KeptAnswer(Reply reply, long stamp, DateOnly day)
{
    private const int WorthCompressing = 800;
    private byte[]? brotli, gzip;

    public Reply Reply => reply;
    public long Stamp => stamp;
    public DateOnly Day => day;

    /// <summary>Weak: the same answer, in one of several codings.</summary>
    public string Tag { get; } = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body).AsSpan(0, 9))}\"";

    public (byte[] Body, string? Encoding) For(StringValues acceptEncoding)
    {
        if (reply.Body.Length < WorthCompressing || acceptEncoding.Count == 0)
            return (reply.Body, null);
        return Takes(acceptEncoding, "br") ? (brotli ??= Compress(s => new BrotliStream(s, CompressionLevel.Fastest)), "br")
            : Takes(acceptEncoding, "gzip") ? (gzip ??= Compress(s => new GZipStream(s, CompressionLevel.Fastest)), "gzip")
            : (reply.Body, null);
    }

    public bool IsKnown(StringValues ifNoneMatch) => ifNoneMatch.Count > 0 && EntityTagHeaderValue.TryParseList([.. ifNoneMatch!], out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag.AsSpan().SequenceEqual(Tag.AsSpan(2)));

    private static bool Takes(StringValues accepted, string coding)
    {
        // Most clients name codings without weights, and every request is asked.
        if (accepted is [{ } plain] && !plain.Contains(';', StringComparison.Ordinal))
        {
            foreach (var range in plain.AsSpan().Split(','))
                if (plain.AsSpan()[range].Trim().Equals(coding, StringComparison.OrdinalIgnoreCase))
                    return true;
            return false;
        }

        return StringWithQualityHeaderValue.TryParseList([.. accepted!], out var list) && list.Any(c => c.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && c.Quality is null or > 0);
    }

    private byte[] Compress(Func<Stream, Stream> wrap)
    {
        using var buffer = new MemoryStream();
        using (var stream = wrap(buffer))
            stream.Write(reply.Body);
        return buffer.ToArray();
    }
}
