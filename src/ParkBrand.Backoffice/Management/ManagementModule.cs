using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Events;
using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;

namespace ParkBrand.Backoffice.Management;

internal static class ManagementModule
{
    public static IServiceCollection AddManagement(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<EditorSchema>().AddSingleton<Models>().AddSingleton<Readers>().AddSingleton<ContentReader>().AddMediaRoutes()
            .AddSingleton<Listeners>().AddHostedService<ServerEvents>();
    }
}
