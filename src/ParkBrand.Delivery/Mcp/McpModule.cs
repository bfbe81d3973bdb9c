using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using ParkBrand.Assistant;
using ParkBrand.Search.Api;

namespace ParkBrand.Delivery.Mcp;

/// <summary>The Model Context Protocol at <c>/mcp</c> (streamable HTTP, nothing kept between requests) or over standard input and output.</summary>
internal static class McpModule
{
    public const string Path = "/mcp";

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddMcpTools(p => p.GetRequiredService<PublicAddress>());
        services.AddMcpServer().WithHttpTransport();
        services.AddOptions<McpServerOptions>().Configure<McpContract>((options, contract) => contract.Fill(options));
        return services;
    }

    /// <summary>What answers, without what carries it.</summary>
    public static IServiceCollection AddMcpTools(this IServiceCollection services, Func<IServiceProvider, PublicAddress> address) =>
        services.AddPublishedTools().AddSingleton(p => ActivatorUtilities.CreateInstance<McpTools>(p, address(p))).AddSingleton(p => ActivatorUtilities.CreateInstance<McpResources>(p, address(p))).AddSingleton<McpContract>();

    public static void MapMcpServer(this IEndpointRouteBuilder app) => app.MapMcp(Path).RequireRateLimiting(ApiLimit.Policy).ExcludeFromDescription();
}
