using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ParkBrand.Bench.Measuring;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Bench.Hosting;

/// <summary>The site inside this process, over real HTTP, so that its engine can be driven and asked.</summary>
internal static class HostedSite
{
    /// <param name="alone">Without the services that look for work beside the requests.</param>
    /// <param name="behind">As behind a proxy on this machine, which says who asks; receivers of webhooks may be on it too.</param>
    public static async Task<(WebApplication App, string Url)> Start(string schema, string data, bool alone, bool behind = false)
    {
        var url = Server.FreeUrl();
        var app = SiteHost.Build(new SiteHostOptions(SchemaReader.ReadFile(schema), data, url, AssistantLimit: 0, Proxies: behind ? TrustedProxies.Of("127.0.0.1") : null) { PrivateReceivers = behind }, services =>
        {
            if (!alone)
                return;
            foreach (var beside in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(ContentModule).Assembly).ToList())
                services.Remove(beside);
        });
        app.Services.LoadContent();
        await app.StartAsync();
        return (app, url);
    }
}
