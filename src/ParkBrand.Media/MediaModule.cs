using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ParkBrand.Media.Derivatives;
using ParkBrand.Media.Upload;
using ParkBrand.Media.Worker;

namespace ParkBrand.Media;

/// <summary>Pictures and files: what may be uploaded, and how pictures are served in the sizes that pages ask for.</summary>
public static class MediaModule
{
    /// <summary>Needs an <see cref="IOriginals"/> from the host.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, MediaOptions options)
    {
        services.AddSingleton(options).AddSingleton<Workers>().AddSingleton<DerivativeCache>().AddSingleton<Renderer>().AddSingleton<DerivativeEndpoint>().AddSingleton(p => new UploadCheck(p.GetRequiredService<Workers>()));
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Pictures in the sizes that pages name.</summary>
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<Workers>().IsThere)
            app.ServiceProvider.GetRequiredService<ILogger<Workers>>().LogWarning("libvips is missing: pictures are served in the size they were uploaded in, and none can be uploaded. tools/libvips/fetch brings it");
        app.MapGet("/media/{rendition}/{hash}/{name}", (string rendition, string hash, HttpContext http, DerivativeEndpoint media) => media.Serve(rendition, hash, http));
    }

    /// <summary>A photo's size as seen in its file's head, without decoding; null for what is none.</summary>
    public static (int Width, int Height)? SizeOf(string contentType, byte[] bytes) =>
        PictureHead.Read(contentType, bytes) is { Width: > 0, Height: > 0 } head ? (head.Width, head.Height) : null;

    /// <summary>The other side of the process boundary: answers jobs on standard input until it ends.</summary>
    public static Task<int> RunWorker() => WorkerLoop.Run();
}
