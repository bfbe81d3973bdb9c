using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Management;

namespace ParkBrand.Backoffice;

/// <summary>The editors' house: the backoffice client, the accounts, and the Management API that the client calls.</summary>
public static class BackofficeModule
{
    public static IServiceCollection AddBackoffice(this IServiceCollection services) => services.AddManagement();

    public static void MapBackoffice(this IEndpointRouteBuilder app) => ManagementApi.Map(app);
}
