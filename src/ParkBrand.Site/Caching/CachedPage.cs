using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ParkBrand.Site.Serving;

namespace ParkBrand.Site.Caching;

/// <summary>A page in every form in which it can be sent. Compressed forms are made when first asked for.</summary>
internal sealed class CachedPage
{
    public static readonly StringValues Revalidate = "no-cache";
    private static readonly StringValues Vary = "Accept-Encoding, Cookie", Br = "br", Gzip = "gzip";
    private readonly CompressedForm brotli, gzip;

    public CachedPage(byte[] html, int status, long stamp, DateOnly day)
    {
        Html = html;
        Status = status;
        Stamp = stamp;
        Day = day;
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 9))}\"";
        brotli = new(html, (s, level) => new BrotliStream(s, level));
        gzip = new(html, (s, level) => new GZipStream(s, level));
    }

    public byte[] Html { get; }
    public int Status { get; }
    public long Stamp { get; }
    public DateOnly Day { get; }
    public StringValues ETag { get; }
    public byte[] Brotli => brotli.Bytes;
    public byte[] GZip => gzip.Bytes;

    /// <summary>Sends the page, or only that it is still as the visitor has it.</summary>
    public async Task Send(HttpContext http, StringValues contentType)
    {
        var response = http.Response;
        var headers = response.Headers;
        headers.ETag = ETag;
        headers.Vary = Vary;
        headers.CacheControl = Revalidate;
        if (Status == StatusCodes.Status200OK && Negotiation.Knows(http.Request.Headers.IfNoneMatch, ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        headers.ContentType = contentType;
        var (body, encoding) = Encoded(http.Request.Headers.AcceptEncoding);
        if (encoding.Count > 0)
            headers.ContentEncoding = encoding;
        headers.ContentLength = body.Length;
        if (HttpMethods.IsGet(http.Request.Method))
            // Without RequestAborted, which Kestrel allocates when it is asked for: a write to a connection that is gone ends by itself.
            await response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }

    private (byte[] Body, StringValues Encoding) Encoded(StringValues accepted) =>
        Negotiation.Takes(accepted, "br") ? (Brotli, Br)
            : Negotiation.Takes(accepted, "gzip") ? (GZip, Gzip)
            : (Html, StringValues.Empty);
}
