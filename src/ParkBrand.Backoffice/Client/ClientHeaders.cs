using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Client;

/// <summary>
/// What the browser may do on the client's page. It differs from the public site's policy in what the client cannot be without:
/// an inline import map (by nonce), inline styles (its components write them), pictures from memory, and frames of this site for the preview.
/// </summary>
internal static class ClientHeaders
{
    public static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; " +
        "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    public static void Apply(HttpContext http, string nonce)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
