using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Security;

/// <summary>Ends the session: in the background (<c>revoke</c>), and by the address that the client goes to afterwards (<c>signout</c>).</summary>
internal static class SignOut
{
    private const string AfterPath = Origins.Start + "/logout";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(SecurityRoutes.Root + "/revoke", async (HttpContext http, EditorSessions sessions) =>
        {
            await sessions.Close(http);
            return Results.Ok();
        });
        // A link elsewhere does not sign anybody out: the cookie is not sent along, so there is no session to end.
        app.MapGet(SecurityRoutes.Root + "/signout", async (HttpContext http, EditorSessions sessions, Origins origins) =>
        {
            await sessions.Close(http);
            var to = http.Request.Query["post_logout_redirect_uri"].ToString();
            return Results.Redirect(origins.IsOwnAddress(http, to, AfterPath) ? to : AfterPath);
        });
    }
}
