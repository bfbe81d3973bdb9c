using Microsoft.AspNetCore.Http;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Serving;

internal static class AssetEndpoint
{
    public static IResult Serve(HttpContext http, Theme theme)
    {
        if (theme.Assets.Find(http.Request.Path.Value ?? "") is not { } asset)
            return Results.NotFound();
        var headers = http.Response.Headers;
        var wish = http.Request.Headers.AcceptEncoding;
        var (body, encoding) = asset.Brotli is { } brotli && Negotiation.Takes(wish, "br") ? (brotli, "br")
            : asset.Gzip is { } gzip && Negotiation.Takes(wish, "gzip") ? (gzip, "gzip") : (asset.Plain, null);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "public, max-age=31536000, immutable"; // the address holds a hash of the bytes
        return Results.Bytes(body, asset.ContentType);
    }
}
