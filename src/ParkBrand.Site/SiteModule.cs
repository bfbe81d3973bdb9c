using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site;

public static class SiteModule
{
    public static IServiceCollection AddSite(this IServiceCollection services, Theme theme)
    {
        services.AddSingleton<ITempDataProvider, NoTempData>();
        services.AddSingleton(theme).AddSingleton<PageCache>().AddSingleton<ViewRenderer>();
        // Chinese stays readable in the source and takes a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddMvcCore().AddViews().AddRazorViewEngine().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(theme.Assembly));
        });
        return services;
    }

    /// <summary>Pages of the public site; whatever is not an address of the site goes on to what comes after.</summary>
    public static IApplicationBuilder UseSite(this IApplicationBuilder app) => app.UseMiddleware<SiteMiddleware>();

    /// <summary>Theme files, media, and the reader's choice of larger type.</summary>
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{file}", ServeAsset);
        app.MapGet("/media/{hash}/{name}", ServeMedia);
        app.MapGet("/reading/{mode:regex(^(elder|standard)$)}", ChooseReading);
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /reading/\n"));
    }

    private static IResult ServeAsset(HttpContext http, Theme theme)
    {
        if (theme.Assets.Find(http.Request.Path.Value ?? "") is not { } asset)
            return Results.NotFound();
        var wish = http.Request.Headers.AcceptEncoding.ToString();
        var (body, encoding) = asset.Brotli is { } br && wish.Contains("br", StringComparison.Ordinal) ? (br, "br")
            : asset.Gzip is { } gzip && wish.Contains("gzip", StringComparison.Ordinal) ? (gzip, "gzip") : (asset.Plain, null);
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(body, asset.ContentType);
    }

    private static IResult ServeMedia(string hash, HttpContext http, SnapshotSource snapshots, BlobStore blobs)
    {
        // Only what the published city knows is served, under the type that the import gave it.
        if (snapshots.Current.MediaByHash(hash) is not { } media || blobs.Find(hash) is not { } file)
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        // A picture opened on its own runs and loads nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.File(file, media.ContentType, enableRangeProcessing: true);
    }

    private static IResult ChooseReading(string mode, string? back, HttpContext http)
    {
        http.Response.Cookies.Append(SiteMiddleware.ElderCookie, mode == "elder" ? "1" : "0", new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
        });
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    /// <summary>An address on this site: one slash, no second one or backslash that a browser would read as a host.</summary>
    internal static bool IsLocal(string? url) =>
        url is { Length: > 0 and < 500 } && url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl) && !url.Contains('\\');
}

/// <summary>The public site keeps nothing between requests.</summary>
internal sealed class NoTempData : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
    }
}
