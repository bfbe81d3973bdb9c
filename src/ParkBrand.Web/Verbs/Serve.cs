using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content;
using ParkBrand.Content.Import;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Site;
using ParkBrand.Site.Finder;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Web.Verbs;

internal static class Serve
{
    internal const string DefaultUrl = "http://127.0.0.1:5080";

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--urls", "--public-url", "--trusted-proxies", "--map-tiles", "--map-datum", "--assistant-limit", "--delivery-api-key", .. ModelOptions.Names, "--data", "--schema", "--content"], ["--webhooks-allow-private"]) is not { } options)
            return 2;
        var urls = options["--urls"] ?? DefaultUrl;
        var (model, modelProblem) = ModelOptions.Read(o => options[o], Environment.GetEnvironmentVariable);
        var deliveryKey = DeliveryKey.Of(options["--delivery-api-key"]);
        if ((ListenAddresses.Problem(urls) ?? ListenAddresses.PublicProblem(options["--public-url"]) ?? TrustedProxies.Problem(options["--trusted-proxies"]) ?? MapTiles.Problem(options["--map-tiles"], options["--map-datum"]) ?? QuestionLimit.Problem(options["--assistant-limit"]) ?? DeliveryKey.Problem(deliveryKey) ?? modelProblem) is { } mistake)
        {
            await Console.Error.WriteLineAsync(mistake);
            return 2;
        }

        try
        {
            var schema = SchemaReader.ReadFile(options.SchemaFile);
            await using var app = SiteHost.Build(new SiteHostOptions(
                schema, options.DataFolder, urls, options["--public-url"], MapTiles.Of(options["--map-tiles"], options["--map-datum"]), TrustedProxies.Of(options["--trusted-proxies"]), QuestionLimit.Of(options["--assistant-limit"]), model, deliveryKey) { PrivateReceivers = options.Has("--webhooks-allow-private") });
            app.Services.LoadContent();
            if (app.Services.IsNew() && await FirstImport(app, options) is var failed and not 0)
                return failed;
            // While the server begins to listen, another processor compiles what the first page needs.
            var rehearsal = Task.Run(() => SiteModule.Rehearse(app.Services));
            await FirstAccount(app);
            return await Start(app, urls, rehearsal);
        }
        catch (Exception e) when (e is StorageException or SchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> FirstImport(WebApplication app, Options options)
    {
        var code = 0;
        var exists = Directory.Exists(options.ContentFolder);
        if (exists)
        {
            Console.WriteLine($"First start: importing {options.ContentFolder}");
            code = await Import.Into(app.Services, new ImportContent.Command(options.ContentFolder));
        }

        if (code == 0 && app.Services.IsNew())
            await Console.Error.WriteLineAsync($"{(exists ? "There are no documents in" : "There is no folder")} {options.ContentFolder}. Every address answers “not found” until content is imported: parkbrand import --content DIR --data {options.DataFolder}");
        return code;
    }

    /// <summary>To the console and nowhere else: the log files are kept and copied.</summary>
    private static async Task FirstAccount(WebApplication app)
    {
        try
        {
            if (await app.Services.GetRequiredService<FirstAdministrator>().Create() is { } password)
                Console.WriteLine($"First start: the editors' administrator is “{FirstAdministrator.UserName}” with the password {password}  (shown only now; sign in at /umbraco and change it)");
        }
        catch (StorageException e)
        {
            // Visitors do not need editors.
            await Console.Error.WriteLineAsync($"No administrator could be made; the next start tries again. {e.Message}");
        }
    }

    private static async Task<int> Start(WebApplication app, string urls, Task rehearsal)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Kestrel wraps "address already in use" in a plain IOException; a forbidden port or a foreign address comes bare.
            await Console.Error.WriteLineAsync($"The server cannot listen on {urls}: {e.InnerException?.Message ?? e.Message}. Choose another address with --urls http://127.0.0.1:PORT.");
            return 1;
        }

        foreach (var url in app.Urls)
            Console.WriteLine($"ParkBrand is serving {app.Services.GetRequiredService<SnapshotSource>().Current.Count} documents at {url}/  (English: {url}/en)");
        await rehearsal;
        await app.WaitForShutdownAsync();
        return 0;
    }
}
