using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Where the editing interface stands, and whether a request came from there.</summary>
/// <param name="PublicUrl">Scheme and host that people use when a proxy stands in front; null when they reach the server itself.</param>
internal sealed record Origins(string? PublicUrl)
{
    private readonly string? publicOrigin = PublicUrl?.TrimEnd('/');

    /// <summary>Whether cookies can be kept to encrypted connections.</summary>
    public bool IsSecure(HttpContext http) => http.Request.IsHttps || IsSecureForAll;

    /// <summary>Whether that is so for every request, however it came to this server.</summary>
    public bool IsSecureForAll => publicOrigin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public bool IsOwn(HttpContext http, string? origin) => origin is not null
        && (string.Equals(origin, publicOrigin, StringComparison.OrdinalIgnoreCase) || string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address belongs to the editing interface; only there may anybody be sent.</summary>
    public bool IsOwnAddress(HttpContext http, string? address, string path) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && IsOwn(http, uri.GetLeftPart(UriPartial.Authority)) && uri.AbsolutePath == path && uri is { Query: "", Fragment: "", UserInfo: "" };

    /// <summary>
    /// Whether a request that changes something was made by one of our own pages. Browsers say where a request comes from and let no script
    /// change it; one that says nothing is refused.
    /// </summary>
    public bool CameFromHere(HttpContext http)
    {
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site != "same-origin")
            return false;
        return http.Request.Headers.Origin.ToString() is { Length: > 0 } origin ? IsOwn(http, origin) : site == "same-origin";
    }

    /// <summary>A path of ours to return to after signing in; anything else becomes the start of the editing interface.</summary>
    public static string SafeReturn(string? path) => path is not null && (path == Start || path.StartsWith(Start + "/", StringComparison.Ordinal))
        && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl) && path.Length <= 4000
        ? path
        : Start;

    public const string Start = "/umbraco";
}
