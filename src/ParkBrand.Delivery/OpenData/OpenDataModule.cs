using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

public static class OpenDataModule
{
    /// <param name="dataFolder">Keeps the files of earlier days in <c>open-data</c>.</param>
    /// <param name="publicUrl">Scheme and host under which visitors reach the site, without a slash at the end; asked for when the first file is made.</param>
    public static IServiceCollection AddOpenData(this IServiceCollection services, string dataFolder, Func<IServiceProvider, string> publicUrl) => services
        .AddSingleton(p => new OpenDataSource(p.GetRequiredService<SnapshotSource>(), p.GetRequiredService<ContentSchema>(), p.GetRequiredService<TimeProvider>(), () => publicUrl(p), Path.Combine(dataFolder, "open-data")))
        .AddSingleton<DatedFiles>().AddSingleton(p => new Lazy<DatedFiles>(p.GetRequiredService<DatedFiles>)).AddSingleton<OpenDataEndpoint>().AddHostedService<NightlyRun>();

    public static void MapOpenData(this IEndpointRouteBuilder app) => OpenDataEndpoint.Map(app);
}
