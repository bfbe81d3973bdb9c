using Microsoft.Extensions.DependencyInjection;

namespace ParkBrand.Media;

/// <summary>Pictures and files: what may be uploaded, and how pictures are served in the sizes that pages ask for.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services;
}
