using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Client;
using ParkBrand.Backoffice.Management;

namespace ParkBrand.Backoffice;

/// <summary>The editors' house: the backoffice client, the accounts, and the Management API that the client calls.</summary>
public static class BackofficeModule
{
    /// <param name="dataFolder">Holds the keys that cookies of forms and second factors are encrypted with.</param>
    /// <param name="publicUrl">Scheme and host under which people reach the site; null when no proxy stands in front.</param>
    public static IServiceCollection AddBackoffice(this IServiceCollection services, string dataFolder, string? publicUrl = null) => services.AddAccounts(dataFolder, publicUrl).AddManagement();

    /// <summary>Says who is signed in. Stands before routing, and does nothing outside of <c>/umbraco</c>.</summary>
    public static IApplicationBuilder UseBackoffice(this IApplicationBuilder app) => app.UseMiddleware<AccountsMiddleware>();

    /// <summary>All of it stands below /umbraco. The client is served when tools/backoffice has bundled it; without it the rest works.</summary>
    public static void MapBackoffice(this IEndpointRouteBuilder app)
    {
        var client = ClientBundle.Load(app.ServiceProvider.GetService<ClientFolder>() ?? ClientFolder.BesideTheProgram);
        app.MapAccounts();
        ClientModule.Map(app, client);
        ManagementApi.Map(app, client);
    }
}
