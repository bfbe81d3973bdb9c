using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

internal static class WebhookStore
{
    public static void AddWebhookStore(this IServiceCollection services, bool privateReceivers)
    {
        services.AddSingleton(new ReceiverRules(privateReceivers));
        services.AddSingleton(p => new WebhookSecrets(p.GetRequiredService<IDataProtectionProvider>())).AddSingleton(p => new Listening(p.GetRequiredService<SnapshotSource>()));
        services.AddSingleton(p => new WebhookCheck(p.GetRequiredService<ContentSchema>(), p.GetRequiredService<ReceiverRules>()));
        services.AddSingleton(p => new SaveWebhook(p.GetRequiredService<Database>(), p.GetRequiredService<WebhookCheck>(), p.GetRequiredService<WebhookSecrets>(), p.GetRequiredService<Listening>()));
        services.AddSingleton(p => new DeleteWebhook(p.GetRequiredService<Database>())).AddSingleton(p => new ResumeWebhook(p.GetRequiredService<Database>()))
            .AddSingleton(p => new ReplayDelivery(p.GetRequiredService<Database>())).AddSingleton(p => new RenewSecret(p.GetRequiredService<Database>(), p.GetRequiredService<WebhookSecrets>()))
            .AddSingleton(p => new ReadWebhooks(p.GetRequiredService<Database>(), p.GetRequiredService<WebhookSecrets>()))
            .AddSingleton(p => new CollectEvents(p.GetRequiredService<Database>(), p.GetRequiredService<Listening>()))
            .AddSingleton(p => new Outbox(p.GetRequiredService<Database>(), p.GetRequiredService<WebhookSecrets>(), p.GetRequiredService<ILogger<Outbox>>()));
    }
}
