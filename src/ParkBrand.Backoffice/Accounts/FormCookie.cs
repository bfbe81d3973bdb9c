using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>The cookie that ties a form to a browser. As secure as the address that people use; what reaches the server itself may be plain HTTP from a proxy.</summary>
internal sealed class FormCookie : CookieBuilder
{
    private readonly Origins origins;

    public FormCookie(Origins origins)
    {
        this.origins = origins;
        Name = (origins.IsSecureForAll ? AccountCookies.Prefix : "") + "parkbrand-form";
        (SameSite, HttpOnly, IsEssential, Path) = (SameSiteMode.Strict, true, true, "/");
        // "Always" would make antiforgery refuse every request that came to this server without TLS.
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = origins.IsSecure(context);
        return options;
    }
}
