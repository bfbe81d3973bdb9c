using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>Routes about the person who is signed in, and the names of others.</summary>
internal static class CurrentRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ManagementApi.Root);
        api.AddEndpointFilter(async (call, next) => Editor.Of(call.HttpContext) is null ? Problem.Unauthorized() : await next(call));
        CurrentUser.Map(api);
        CurrentPermissions.Map(api);
        PasswordConfiguration.Map(api);
        ChangePassword.Map(api);
        CurrentTwoFactor.Map(api);
        ChooseLanguage.Map(api);
        Items.Map(api);
    }
}
