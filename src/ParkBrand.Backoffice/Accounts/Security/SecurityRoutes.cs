using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management;

namespace ParkBrand.Backoffice.Accounts.Security;

/// <summary>The routes by which the client signs people in and out. They are for people who are not signed in yet.</summary>
internal static class SecurityRoutes
{
    public const string Root = ManagementApi.Root + "/security/back-office";

    public static void Map(IEndpointRouteBuilder app)
    {
        Authorize.Map(app);
        Token.Map(app);
        SignOut.Map(app);
    }
}
