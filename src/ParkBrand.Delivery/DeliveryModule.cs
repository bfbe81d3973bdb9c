using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Delivery.ContentApi;
using ParkBrand.Delivery.Mcp;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Delivery.Webhooks;

namespace ParkBrand.Delivery;

public static class DeliveryModule
{
    /// <summary>What is published, for other systems. Each part adds itself in a file of its own folder.</summary>
    /// <param name="apiKey">Opens drafts in the Content Delivery API; null opens them to nobody.</param>
    public static IServiceCollection AddDelivery(this IServiceCollection services, string? apiKey = null) => services.AddContentApi(apiKey).AddMcp().AddWebhooks();

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        app.MapContentApi();
        app.MapMcpServer();
        app.MapOpenData();
    }
}
