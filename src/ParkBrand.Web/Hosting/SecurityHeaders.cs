using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ParkBrand.Site.Finder;

namespace ParkBrand.Web.Hosting;

/// <summary>Headers of every answer. Public pages have no inline script and no inline style, so the policy needs no nonce.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, MapTiles? tiles = null)
{
    public static readonly StringValues Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A map service is the one place elsewhere that a browser may be sent to, and only when whoever runs the site names it.
    private readonly StringValues csp = tiles?.Origin is { } origin ? Csp.ToString().Replace("img-src 'self'", $"img-src 'self' {origin}", StringComparison.Ordinal) : Csp;

    private static readonly StringValues NoSniff = "nosniff", Referrer = "strict-origin-when-cross-origin", Opener = "same-origin",
        Permissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=()", Hsts = "max-age=31536000; includeSubDomains";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = csp;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = Opener;
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = Hsts;
        return next(http);
    }
}
