using Microsoft.AspNetCore.Builder;
using ParkBrand.Content;
using ParkBrand.FaultTests.Support;
using ParkBrand.Web.Hosting;

namespace ParkBrand.FaultTests.Disk;

/// <summary>The whole site with its real server and logs in this process, so that a test can both visit it and edit in it.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningSite(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;
    public string Address => app.Urls.Single();

    public static async Task<RunningSite> Start(string data)
    {
        var app = SiteHost.Build(new SiteHostOptions(City.Schema, data, "http://127.0.0.1:0"));
        app.Services.LoadContent();
        await app.StartAsync();
        return new RunningSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
