using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Site.Rendering;
using ParkBrand.Web.Hosting;
using ParkBrand.Web.StaticSite;

namespace ParkBrand.Web.Verbs;

/// <summary>Writes the whole public site as files: <c>parkbrand export-site --out DIR</c>.</summary>
internal static class ExportSite
{
    /// <summary>Files that no page leads to.</summary>
    private static readonly string[] ForMachines = ["/robots.txt", "/sitemap.xml", "/llms.txt"];

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--data", "--schema", "--out", "--base-url", "--live-url"], ["--plain"]) is not { } options)
            return 2;
        if ((options["--out"] is null ? "Say where to write: --out DIR" : ListenAddresses.PublicProblem(options["--base-url"]) ?? ListenAddresses.PublicProblem(options["--live-url"])) is { } mistake)
        {
            await Console.Error.WriteLineAsync(mistake);
            return 2;
        }

        var index = Directory.CreateTempSubdirectory("parkbrand-export-");
        try
        {
            return await Write(options, options["--base-url"]?.TrimEnd('/'), Path.GetFullPath(options["--out"]!), index.FullName);
        }
        catch (Exception e) when (e is StorageException or SchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{options["--out"]} cannot be written: {e.Message} What was written stays; the same command goes on from there.");
        }

        finally
        {
            index.Delete(recursive: true);
        }

        return 1;
    }

    private static async Task<int> Write(Options options, string? baseUrl, string target, string index)
    {
        await using var app = SiteHost.Build(new SiteHostOptions(SchemaReader.ReadFile(options.SchemaFile), options.DataFolder, "http://127.0.0.1:0", baseUrl) { IndexFolder = index });
        var snapshot = app.Services.LoadContent().Current;
        if (snapshot.Count == 0)
        {
            await Console.Error.WriteLineAsync($"Nothing is published in {options.DataFolder}.");
            return 1;
        }

        await app.StartAsync();
        var server = app.Urls.Single();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server) };
        var folder = new StaticFolder(target, packed: !options.Has("--plain"));
        var languages = snapshot.Schema.Languages;
        var pages = new StaticPages(baseUrl ?? server, [.. languages.Select(l => l.UrlPrefix).Where(p => p.Length > 0)], baseUrl is null, options["--live-url"]?.TrimEnd('/'));
        var theme = app.Services.GetRequiredService<Theme>();
        var (search, finder, assistant) = (new StaticSearch(snapshot, theme, pages), new StaticFinder(snapshot, theme, pages), new StaticAssistant(snapshot, theme, pages));
        SiteExport export = null!;
        export = new SiteExport(client, pages, folder)
        {
            Finish = (at, page) =>
            {
                search.Finish(at, page, export.Expect);
                finder.Finish(at, page, export.Expect);
                assistant.Finish(at, page, export.Expect);
            },
        };
        assistant.Expect(export);
        foreach (var file in ForMachines.Where(f => pages.Address(f) is not null))
            export.Expect(new StaticAddress(file));
        foreach (var (language, culture) in languages.Select((l, i) => (l, i)))
        {
            export.Expect(new StaticAddress(language.UrlPrefix + "/404.html"));
            foreach (var document in snapshot.Schema.DocumentTypes.Keys.SelectMany(t => snapshot.OfType(t, culture)))
                if (document.Path is not null && pages.Address(language.UrlPrefix + document.Path) is { } address)
                    export.Expect(address);
        }

        await export.Run(Console.IsErrorRedirected ? null : (done, known) => Console.Error.Write($"\r{done} of {known}  "), CancellationToken.None);
        search.Write(folder);
        finder.Write(folder);
        folder.Finish();
        await app.StopAsync();
        foreach (var (path, status) in export.Broken)
            await Console.Error.WriteLineAsync($"{path} answered {status} and has no file.");
        Console.WriteLine($"{folder.Count} files in {target}: {folder.Written} written, {folder.Removed} removed, the others as they were.");
        return export.Broken.Count == 0 ? 0 : 1;
    }
}
