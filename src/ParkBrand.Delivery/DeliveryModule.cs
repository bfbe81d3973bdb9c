using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Delivery.Mcp;
using ParkBrand.Delivery.Webhooks;

namespace ParkBrand.Delivery;

public static class DeliveryModule
{
    /// <summary>What is published, for other systems. Each part adds itself in a file of its own folder.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services.AddMcp().AddWebhooks();

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        app.MapMcpServer();
    }
}
