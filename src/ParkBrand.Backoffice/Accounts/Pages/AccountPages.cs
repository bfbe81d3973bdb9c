using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>The pages that people see before the editing interface.</summary>
internal static class AccountPages
{
    public const string Login = Origins.Start + "/login", Code = Login + "/code", Welcome = Origins.Start + "/welcome", SecondFactor = Welcome + "/second-factor", Styles = Login + "/accounts.css", Mark = Login + "/mark.svg";

    public static void Map(IEndpointRouteBuilder app)
    {
        LoginPage.Map(app);
        CodePage.Map(app);
        WelcomePage.Map(app);
        SecondFactorPage.Map(app);
        Static(app, Styles, "accounts.css", "text/css; charset=utf-8");
        Static(app, Mark, "mark.svg", "image/svg+xml");
    }

    public static bool Has(PathString path) => path.StartsWithSegments(Login) || path.StartsWithSegments(Welcome);

    private static void Static(IEndpointRouteBuilder app, string path, string resource, string type)
    {
        var text = Resource.Text(resource);
        app.MapGet(path, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "max-age=3600";
            return Results.Text(text, type);
        });
    }
}
