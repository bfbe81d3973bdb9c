using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Api;
using ParkBrand.Search.Indexing;
using ParkBrand.Search.Matching;

namespace ParkBrand.Search;

public static class SearchModule
{
    /// <summary>Full-text search, suggestions and the matching of needs, over what is published.</summary>
    /// <param name="dataFolder">Holds the index file, which can be deleted at any time: it is built anew.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(p => new Indexer(p.GetRequiredService<SnapshotSource>(), dataFolder, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Indexer>>()));
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<Indexer>());
        services.AddOpenApi("v1", Describe);
        return services.AddApiLimit().AddSingleton(p => new SiteSearch(p.GetRequiredService<Indexer>()));
    }

    /// <summary><c>/api/search</c>, <c>/api/suggest</c>, <c>/api/match</c>, and <c>/api/openapi.json</c> about them.</summary>
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/openapi.json").WithName("openapi");
        SearchEndpoint.Map(app);
        SuggestEndpoint.Map(app);
        MatchEndpoint.Map(app);
    }

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "ParkBrand", Version = "1", Description = "Search, suggestions and matching over everything that is published. Rate-limited for each visitor; problems are RFC 9457." };
            document.Servers = []; // whoever reads this knows where it came from
            return Task.CompletedTask;
        });
    }
}
