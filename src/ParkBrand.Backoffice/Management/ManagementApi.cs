using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Client;
using ParkBrand.Backoffice.Management.Boot;

namespace ParkBrand.Backoffice.Management;

/// <summary>The routes that the backoffice client calls. Each operation is one file that maps itself.</summary>
internal static class ManagementApi
{
    public const string Root = "/umbraco/management/api/v1";

    public static void Map(IEndpointRouteBuilder app, ClientBundle? client)
    {
        BootRoutes.MapOpen(app.MapGroup(Root), client);

        var api = app.MapGroup(Root);
        // Whoever is not signed in learns nothing, not even which routes there are.
        api.AddEndpointFilter(async (call, next) => Editor.Of(call.HttpContext) is null ? Results.StatusCode(StatusCodes.Status401Unauthorized) : await next(call));
        BootRoutes.MapSignedIn(api);
    }
}
