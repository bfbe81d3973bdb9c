using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ParkBrand.Assistant;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Backoffice;
using ParkBrand.Content;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Delivery;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Media;
using ParkBrand.Media.Derivatives;
using ParkBrand.Search;
using ParkBrand.Site;
using ParkBrand.Site.Finder;
using ParkBrand.Themes.Kunshan;

namespace ParkBrand.Web.Hosting;

internal sealed record SiteHostOptions(ContentSchema Schema, string DataFolder, string Urls, string? PublicUrl = null, MapTiles? Tiles = null, TrustedProxies? Proxies = null, int AssistantLimit = AssistantModule.QuestionsPerMinute, ModelOptions? Model = null, string? DeliveryKey = null)
{
    /// <summary>Whether webhooks may lead into this network and go without encryption; for tests and development.</summary>
    public bool PrivateReceivers { get; init; }

    /// <summary>Holds an index of its own, for a process that only reads, beside a server that does all else; null keeps the index in the data folder.</summary>
    public string? IndexFolder { get; init; }
}

/// <summary>The web application as a table of contents: what is in it, and in which order requests pass.</summary>
internal static class SiteHost
{
    private static readonly TimeSpan FirstPages = TimeSpan.FromSeconds(2);

    public static WebApplication Build(SiteHostOptions options, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(ListenAddresses.Split(options.Urls));
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        builder.Logging.AddParkBrandLogs(options.DataFolder);
        builder.Services.AddSingleton(TimeProvider.System);
        // Service managers kill after a few seconds; a visitor who reads slowly must not turn a clean end into that,
        // nor use up the time in which everything else ends: a job that is left in the middle holds the database open.
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (TimeSpan.FromSeconds(3), true));
        builder.Services.AddContent(new ContentOptions(options.Schema, options.DataFolder, S3Options.FromEnvironment(), MediaModule.SizeOf) { PrivateReceivers = options.PrivateReceivers }).AddContentServices();
        builder.Services.AddSearch(options.IndexFolder ?? options.DataFolder);
        builder.Services.AddAssistant(options.AssistantLimit, options.Model);
        builder.Services.AddDelivery(options.DeliveryKey);
        builder.Services.AddOpenData(options.DataFolder, SiteModule.PublicUrl);
        builder.Services.AddSite(KunshanTheme.Load(options.Schema.Languages.Select(l => l.IsoCode)), options.PublicUrl, options.Tiles);
        builder.Services.AddMedia(new MediaOptions(options.DataFolder)).AddSingleton<IOriginals, PublishedOriginals>().AddSingleton<IUploadCheck, MediaUploadCheck>();
        builder.Services.AddBackoffice(options.DataFolder, options.PublicUrl);
        if (options.IndexFolder is not null)
            OnlyRead(builder.Services);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        // SignalR brings authorization along, and the host would add its middleware, which works out every endpoint before the
        // first page. Rights are asked of the content here, not of endpoints; these are worked out after the first visitors.
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>();
        app.Lifetime.ApplicationStarted.Register(() => _ = WorkOut(endpoints, app.Lifetime.ApplicationStopping));
        options.Proxies?.Precede(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseBackoffice();
        app.UseSite();
        // After the site, so that a cached page is not matched against endpoints first; before what needs an endpoint's metadata.
        app.UseRouting();
        app.UseRateLimiter();
        app.MapSite();
        app.MapSearch();
        app.MapAssistant();
        app.MapDelivery();
        app.MapMedia();
        app.MapBackoffice();
        app.MapHealth();
        return app;
    }

    /// <summary>A few hundred endpoints take most of a second of one processor, which the first pages need more. Whoever asks for one before that waits for it.</summary>
    private static async Task WorkOut(EndpointDataSource endpoints, CancellationToken stop)
    {
        await Task.Delay(FirstPages, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested)
            _ = endpoints.Endpoints.Count;
    }

    /// <summary>What works beside the requests (plans, messages, copies of each day) is the server's; only the index is one's own.</summary>
    private static void OnlyRead(IServiceCollection services)
    {
        foreach (var beside in services.Where(s => s.ServiceType == typeof(IHostedService)).ToList())
            if ((beside.ImplementationType ?? beside.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name is { } module
                && module.StartsWith("ParkBrand.", StringComparison.Ordinal) && module != typeof(SearchModule).Assembly.GetName().Name)
                services.Remove(beside);
    }
}
