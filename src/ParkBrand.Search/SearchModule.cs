using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Search.Api;
using ParkBrand.Search.Matching;

namespace ParkBrand.Search;

public static class SearchModule
{
    /// <summary>Full-text search, suggestions and the matching of needs, over what is published.</summary>
    /// <param name="dataFolder">Holds the index file, which can be deleted at any time: it is built anew.</param>
    public static IServiceCollection AddSearch(this IServiceCollection services, string dataFolder)
    {
        _ = dataFolder;
        services.AddApiLimit();
        return services;
    }

    /// <summary><c>/api/search</c>, <c>/api/suggest</c>, <c>/api/match</c>.</summary>
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        MatchEndpoint.Map(app);
    }
}
