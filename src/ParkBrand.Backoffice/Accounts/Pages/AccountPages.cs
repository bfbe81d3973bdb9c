using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>The pages that people see before the editing interface.</summary>
internal static class AccountPages
{
    public const string Login = Origins.Start + "/login", Code = Login + "/code", Welcome = Origins.Start + "/welcome", SecondFactor = Welcome + "/second-factor", Styles = Login + "/accounts.css";

    public static void Map(IEndpointRouteBuilder app)
    {
        LoginPage.Map(app);
        CodePage.Map(app);
        WelcomePage.Map(app);
        SecondFactorPage.Map(app);
        var styles = Resource.Text("accounts.css");
        app.MapGet(Styles, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "max-age=3600";
            return Results.Text(styles, "text/css; charset=utf-8");
        });
    }
}
