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
        return services.AddApiLimit().AddSingleton(p => new SiteSearch(p.GetRequiredService<Indexer>()));
    }

    /// <summary><c>/api/search</c>, <c>/api/suggest</c>, <c>/api/match</c>.</summary>
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        SearchEndpoint.Map(app);
        SuggestEndpoint.Map(app);
        MatchEndpoint.Map(app);
    }
}
