using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>All operations on media.</summary>
internal static class MediaRoutes
{
    public static IServiceCollection AddMediaRoutes(this IServiceCollection services) => services.AddSingleton<MediaSchema>().AddSingleton<TemporaryFiles>();

    public static void Map(RouteGroupBuilder api)
    {
        BrowseMediaRoutes.Map(api);
        SaveMediaRoutes.Map(api);
        ArrangeMediaRoutes.Map(api);
        MediaUseRoutes.Map(api);
        MediaTypeRoutes.Map(api);
        TemporaryFileRoutes.Map(api);
    }
}
