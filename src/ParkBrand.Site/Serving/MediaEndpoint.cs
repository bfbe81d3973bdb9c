using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Serving;

/// <summary>Serves media that the published city knows, under the type that the import gave them.</summary>
internal sealed class MediaEndpoint(SnapshotSource snapshots, BlobStore blobs)
{
    private const string Svg = "image/svg+xml";

    // Drawings shrink to a third; at some 4 KB each, a thousand of them take what one page view of photos would.
    private const int MaxDrawings = 1000, MaxDrawingBytes = 256 * 1024;
    private readonly ConcurrentDictionary<string, byte[]> drawings = new(StringComparer.Ordinal);

    public async Task<IResult> Serve(string hash, HttpContext http)
    {
        if (snapshots.Current.MediaByHash(hash) is not { } media)
            return Results.NotFound();
        try
        {
            return await blobs.Fetch(hash, http.RequestAborted) is { } file ? Found(media, file, http) : Results.NotFound();
        }
        catch (StorageException)
        {
            http.Response.Headers.RetryAfter = "10";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IResult Found(PublishedMedia media, string file, HttpContext http)
    {
        var hash = media.Hash;
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable"; // the address holds the hash of the bytes
        // A picture opened on its own runs and loads nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        // PDF and office files are saved, not opened in the site's name.
        if (!Shown(media.ContentType))
            return Results.File(file, media.ContentType, media.Name, enableRangeProcessing: true, entityTag: Tag(hash));
        if (media.ContentType != Svg)
            return Results.File(file, media.ContentType, enableRangeProcessing: true, entityTag: Tag(hash));
        headers.Vary = "Accept-Encoding";
        if (!Negotiation.Takes(http.Request.Headers.AcceptEncoding, "gzip") || Compressed(hash, file) is not { } gzip)
            return Results.File(file, Svg);
        headers.ContentEncoding = "gzip";
        return Results.Bytes(gzip, Svg);
    }

    private static bool Shown(string contentType) =>
        contentType.StartsWith("image/", StringComparison.Ordinal) || contentType.StartsWith("video/", StringComparison.Ordinal) || contentType == "text/vtt";

    private static EntityTagHeaderValue Tag(string hash) => new($"\"{hash[..32]}\"");

    private byte[]? Compressed(string hash, string file)
    {
        if (drawings.TryGetValue(hash, out var known))
            return known;
        if (new FileInfo(file).Length > MaxDrawingBytes)
            return null;
        var gzip = ThemeAssets.Compress(File.ReadAllBytes(file), s => new GZipStream(s, CompressionLevel.Optimal));
        if (drawings.Count < MaxDrawings)
            drawings[hash] = gzip;
        return gzip;
    }
}
