using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

internal static class WebhooksModule
{
    /// <summary>Tells other systems of what changes.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton(p => new OutwardConnections(p.GetRequiredService<ReceiverRules>()));
        services.AddSingleton<SendDelivery>().AddSingleton<Sending>();
        return services.AddHostedService<Dispatcher>();
    }
}
