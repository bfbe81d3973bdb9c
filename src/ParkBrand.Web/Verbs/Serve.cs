using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Import;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Web.Verbs;

internal static class Serve
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--urls", "--data", "--schema", "--content"]) is not { } options)
            return 2;
        try
        {
            var schema = SchemaReader.ReadFile(options.SchemaFile);
            await using var app = SiteHost.Build(new SiteHostOptions(schema, options.DataFolder, options["--urls"] ?? DefaultUrl));
            var snapshots = app.Services.LoadContent();
            if (snapshots.Current.Count == 0 && await FirstImport(app, snapshots, options) is var failed and not 0)
                return failed;
            return await Start(app);
        }
        catch (Exception e) when (e is StorageException or SchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> FirstImport(WebApplication app, SnapshotSource snapshots, Options options)
    {
        if (!Directory.Exists(options.ContentFolder))
            return 0;
        Console.WriteLine($"First start: importing {options.ContentFolder}");
        return await Import.Into(app.Services, new ImportContent.Command(options.ContentFolder)) is var code && snapshots.Current.Count == 0 ? Math.Max(1, code) : 0;
    }

    private static async Task<int> Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            // Kestrel wraps "address already in use" in a plain IOException.
            await Console.Error.WriteLineAsync($"The server cannot listen on {string.Join(", ", app.Urls)}: {e.InnerException?.Message ?? e.Message}. Choose another address with --urls http://127.0.0.1:PORT.");
            return 1;
        }

        foreach (var url in app.Urls)
            Console.WriteLine($"ParkBrand is serving {app.Services.GetRequiredService<SnapshotSource>().Current.Count} documents at {url}/  (English: {url}/en)");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
