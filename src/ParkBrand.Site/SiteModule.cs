using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Search.Api;
using ParkBrand.Site.Assisting;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Feeds;
using ParkBrand.Site.Finder;
using ParkBrand.Site.OpenData;
using ParkBrand.Site.Previewing;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Serving;

namespace ParkBrand.Site;

public static class SiteModule
{
    /// <param name="publicUrl">Scheme and host under which visitors reach the site, for canonical addresses; null takes the address that is listened on.</param>
    /// <param name="tiles">Pictures of a map service for the finder; null shows the schematic map only.</param>
    public static IServiceCollection AddSite(this IServiceCollection services, Theme theme, string? publicUrl = null, MapTiles? tiles = null)
    {
        services.AddSingleton(tiles ?? MapTiles.None);
        services.AddSingleton(p => new PublicAddress(publicUrl, p.GetRequiredService<IServer>()));
        services.AddSingleton<ITempDataProvider, NoTempData>();
        services.AddSingleton(theme).AddSingleton<PageCache>().AddSingleton<ViewRenderer>().AddSingleton<VisitReader>().AddSingleton<MediaEndpoint>().AddSingleton<AssistantPageEndpoint>().AddSingleton(QualityPage.Shipped).AddSingleton<QualityPageEndpoint>().AddSingleton<PreviewEndpoint>().AddSingleton<SiteFile>().AddSingleton<OpenDataPageEndpoint>();
        // Chinese stays readable in the source and takes a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddMvcCore().AddViews().AddRazorViewEngine().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(theme.Assembly));
        });
        return services;
    }

    /// <summary>Scheme and host under which visitors reach the site, without a slash at the end.</summary>
    public static string PublicUrl(IServiceProvider services) => services.GetRequiredService<PublicAddress>().Base;

    /// <summary>Makes the home page once for nobody, so that the first visitor need not wait until its code is compiled.</summary>
    public static Task Rehearse(IServiceProvider services) => Rehearsal.Run(services);

    /// <summary>Pages of the public site; whatever is not an address of the site goes on to what comes after.</summary>
    public static IApplicationBuilder UseSite(this IApplicationBuilder app) => app.UseMiddleware<SiteMiddleware>();

    /// <summary>Theme files, media, feeds, and the reader's choice of larger type.</summary>
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{file}", AssetEndpoint.Serve);
        app.MapGet("/media/{hash}/{name}", (string hash, HttpContext http, MediaEndpoint media) => media.Serve(hash, http));
        app.MapGet("/reading/{mode:regex(^(elder|standard)$)}", ReadingEndpoint.Choose);
        FeedsMap.Map(app);
        AssistantPageEndpoint.Map(app);
        QualityPageEndpoint.Map(app);
        OpenDataPageEndpoint.Map(app);
        PreviewEndpoint.Map(app);
    }
}

/// <summary>The public site keeps nothing between requests.</summary>
internal sealed class NoTempData : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
    }
}
