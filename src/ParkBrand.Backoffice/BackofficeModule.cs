using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Client;
using ParkBrand.Backoffice.Management;

namespace ParkBrand.Backoffice;

/// <summary>The editors' house: the backoffice client, the accounts, and the Management API that the client calls.</summary>
public static class BackofficeModule
{
    public static IServiceCollection AddBackoffice(this IServiceCollection services) => services;

    /// <summary>All of it stands below /umbraco. The client is served when tools/backoffice has bundled it; without it the rest works.</summary>
    public static void MapBackoffice(this IEndpointRouteBuilder app)
    {
        var client = ClientBundle.Load(app.ServiceProvider.GetService<ClientFolder>() ?? ClientFolder.BesideTheProgram);
        ClientModule.Map(app, client);
        ManagementApi.Map(app, client);
    }
}
