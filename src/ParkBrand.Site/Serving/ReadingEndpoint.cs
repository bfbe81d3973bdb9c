using Microsoft.AspNetCore.Http;

namespace ParkBrand.Site.Serving;

/// <summary>Keeps the reader's wish for larger type in a cookie and leads back to the page. Works without script.</summary>
internal static class ReadingEndpoint
{
    public const string Cookie = "elder";

    public static IResult Choose(string mode, string? back, HttpContext http)
    {
        http.Response.Cookies.Append(Cookie, mode == "elder" ? "1" : "0", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return Results.LocalRedirect(IsLocal(back) ? Ascii(back!) : "/");
    }

    /// <summary>A header takes nothing else; an address with Chinese in it, such as a mistyped one, is led back to percent-encoded.</summary>
    private static string Ascii(string url) =>
        string.Concat(url.EnumerateRunes().Select(r => r.Value is > 0x20 and < 0x7f ? r.ToString() : Uri.EscapeDataString(r.ToString())));

    /// <summary>An address on this site: one slash, no second one or backslash that a browser would read as a host.</summary>
    internal static bool IsLocal(string? url) =>
        url is { Length: > 0 and < 500 } && url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl) && !url.Contains('\\');
}
