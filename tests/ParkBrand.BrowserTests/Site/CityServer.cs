using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Web.Hosting;

namespace ParkBrand.BrowserTests.Site;

/// <summary>The real server on a free port, with the whole sample city in a data folder of its own.</summary>
internal sealed class CityServer : IAsyncDisposable
{
    // The sample city has no space that is past its day on the fixed one; this is one.
    private const string ExpiredSpace = """
        type: space
        sample: true
        kind: lab
        areaMin: 300
        areaMax: 1800
        tenure: lease
        rent: 58
        availableFrom: 2026-01-20
        confirmedOn: 2026-01-19
        expiresOn: 2026-10-31
        zh-CN: { name: A 座 9 层, floor: 9 层, text: 已经过期的登记。 }
        en-US: { name: "Block A, ninth floor", floor: Ninth floor, text: A record past its day. }
        """;

    private readonly DirectoryInfo folder;
    private readonly Action<IServiceCollection, string>? also;
    private WebApplication app;

    private CityServer(WebApplication app, DirectoryInfo folder, Action<IServiceCollection, string>? also) => (this.app, this.folder, this.also) = (app, folder, also);

    public Uri Origin => new(app.Urls.Single());

    public string DataFolder => Path.Combine(folder.FullName, "data");

    public Snapshot City => Get<SnapshotSource>().Current;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <param name="also">Registers or replaces parts of the host; it is told the data folder.</param>
    public static async Task<CityServer> Start(Action<IServiceCollection, string>? also = null)
    {
        var folder = Directory.CreateTempSubdirectory("parkbrand-browser-");
        var content = CopyOfTheCity(folder);
        var app = Build(folder, "http://127.0.0.1:0", also);
        var imported = await app.Services.GetRequiredService<ImportContent>().Execute(Actor.Site("import"), new ImportContent.Command(content));
        Assert.True(imported.IsOk, imported.Message + string.Join('\n', imported.Value?.Problems ?? []));
        await app.StartAsync();
        // Searches are looked at like any page: all of the city must be in the index first.
        var server = new CityServer(app, folder, also);
        await server.Indexed();
        return server;
    }

    private static WebApplication Build(DirectoryInfo folder, string address, Action<IServiceCollection, string>? also)
    {
        var data = Path.Combine(folder.FullName, "data");
        var app = SiteHost.Build(new SiteHostOptions(SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json")), data, address, AssistantLimit: 0) { PrivateReceivers = true }, services =>
        {
            services.AddSingleton<TimeProvider>(new FixedClock(FixedClock.Sunday));
            also?.Invoke(services, data);
        });
        app.Services.LoadContent();
        return app;
    }

    /// <summary>Ends the server as a new release would.</summary>
    /// <returns>Starts it again, at the same address with the same data.</returns>
    public async Task<Func<Task>> Stop()
    {
        var address = Origin.GetLeftPart(UriPartial.Authority);
        await app.StopAsync();
        await app.DisposeAsync();
        return async () =>
        {
            app = Build(folder, address, also);
            await app.StartAsync();
            await Indexed();
        };
    }

    /// <summary>Waits until searches find what is published now.</summary>
    public async Task Indexed()
    {
        var waited = Stopwatch.StartNew();
        while (!Get<SiteSearch>().IsCurrent(City))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), "The index is not current after a minute.");
            await Task.Delay(25);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string CopyOfTheCity(DirectoryInfo folder)
    {
        var (from, to) = (RepositoryRoot.File("content"), Path.Combine(folder.FullName, "content"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(to, "parks", "advanced-computing-park", "spaces", "a-9f-expired.yaml"), ExpiredSpace);
        return to;
    }
}
