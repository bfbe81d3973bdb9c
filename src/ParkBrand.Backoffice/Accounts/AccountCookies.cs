using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Cookies that no script reads and no other site sends. They end with the browser; how long they are worth anything, the server decides.</summary>
internal sealed class AccountCookies(Origins origins)
{
    public const string Prefix = "__Host-";

    private const string SessionName = "parkbrand-session", StepName = "parkbrand-step";

    public string? Session(HttpContext http) => Read(http, SessionName);

    public void SetSession(HttpContext http, string id) => Set(http, SessionName, id);

    /// <summary>The one-time token of the step of signing in that comes next.</summary>
    public string? Step(HttpContext http) => Read(http, StepName);

    public void SetStep(HttpContext http, string token) => Set(http, StepName, token);

    public void ClearStep(HttpContext http) => http.Response.Cookies.Delete(Name(http, StepName), Flags(http));

    public void ClearSession(HttpContext http) => http.Response.Cookies.Delete(Name(http, SessionName), Flags(http));

    public void Clear(HttpContext http)
    {
        ClearSession(http);
        ClearStep(http);
    }

    private string? Read(HttpContext http, string name) => http.Request.Cookies[Name(http, name)] is { Length: > 0 and < 200 } value ? value : null;

    private void Set(HttpContext http, string name, string value) => http.Response.Cookies.Append(Name(http, name), value, Flags(http));

    private CookieOptions Flags(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = origins.IsSecure(http), IsEssential = true };

    /// <summary>A browser takes a <c>__Host-</c> cookie only from this very host and only over TLS.</summary>
    private string Name(HttpContext http, string name) => origins.IsSecure(http) ? Prefix + name : name;
}
