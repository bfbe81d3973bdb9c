using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ParkBrand.Media.Worker;

namespace ParkBrand.Media.Derivatives;

/// <summary>Serves pictures in the sizes of <see cref="Preset.All"/>. Reading never fails for want of a worker: the original is shown then, for a short time.</summary>
internal sealed class DerivativeEndpoint(IOriginals originals, Renderer renderer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const long ModestBytes = 3 * 1024 * 1024;
    private static readonly HashSet<string> Rasters = ["image/jpeg", "image/png", "image/webp", "image/avif"];

    public async Task<IResult> Serve(string text, string hash, HttpContext http)
    {
        if (Rendition.Read(text) is not { } rendition || originals.Find(hash) is not { } original
            || !Rasters.Contains(original.ContentType) || !original.Focuses.Contains(rendition.Focus))
            return Results.NotFound();
        var format = Best(http.Request.Headers.Accept);
        var headers = http.Response.Headers;
        headers.Vary = "Accept";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // The address holds the hash of the bytes, the size and the focus: the same for good.
        var etag = new EntityTagHeaderValue($"\"{hash[..16]}-{rendition}-{format}\"");
        if (http.Request.Headers.IfNoneMatch.Count > 0 && EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Compare(etag, useStrongComparison: false)))
        {
            headers.CacheControl = Immutable;
            headers.ETag = etag.ToString();
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await InTime(renderer.Get(rendition, hash, format, () => Bytes(hash)), http.RequestAborted) is not { } derivative)
            return await AsUploaded(original, http);
        headers.CacheControl = Immutable;
        var type = $"image/{format.ToString().ToLowerInvariant()}";
        return derivative.File is { } file
            ? Results.File(file, type, entityTag: etag, enableRangeProcessing: true)
            : Results.Bytes(derivative.Bytes!, type, entityTag: etag, enableRangeProcessing: true);
    }

    private const string Immutable = "public, max-age=31536000, immutable";

    private static async Task<Renderer.Derivative?> InTime(Task<Renderer.Derivative?> work, CancellationToken cancel)
    {
        try
        {
            return await work.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<IResult> AsUploaded(Original original, HttpContext http)
    {
        if (await File(original.Hash, http.RequestAborted) is not { } file)
            return Later(http);
        http.Response.Headers.CacheControl = "public, max-age=10";
        if (new FileInfo(file).Length <= ModestBytes)
            return Results.File(file, original.ContentType, enableRangeProcessing: true);
        return Later(http);
    }

    private static IResult Later(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = "10";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<string?> File(string hash, CancellationToken cancel)
    {
        try
        {
            return await originals.File(hash, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null; // the store does not answer; it has said so in its own place
        }
    }

    private async Task<byte[]?> Bytes(string hash) =>
        await originals.File(hash, CancellationToken.None) is { } file ? await System.IO.File.ReadAllBytesAsync(file) : null;

    /// <summary>Browsers name what they take; <c>image/*</c> alone promises none of the newer ones.</summary>
    internal static PictureFormat Best(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var types))
            return PictureFormat.Jpeg;
        bool Takes(string type) => types.Any(t => t.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && t.Quality is not 0);
        return Takes("image/avif") ? PictureFormat.Avif : Takes("image/webp") ? PictureFormat.Webp : PictureFormat.Jpeg;
    }
}
