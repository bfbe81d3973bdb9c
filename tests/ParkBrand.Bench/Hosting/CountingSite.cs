using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Storage;

namespace ParkBrand.Bench.Hosting;

/// <summary>Asks for pages many times and prints how often the database was opened for it.</summary>
internal static class CountingSite
{
    private const int Requests = 500;

    public static async Task<int> Run(string[] args)
    {
        var (app, url) = await HostedSite.Start(args[0], args[1], alone: true);
        await using var _ = app;
        var database = app.Services.GetRequiredService<Database>();
        using var http = new HttpClient();
        var before = database.Opened;
        for (var i = 0; i < Requests; i++)
            (await http.GetAsync(new Uri(url + args[2 + (i % (args.Length - 2))]))).EnsureSuccessStatusCode();
        Console.WriteLine(database.Opened - before);
        return 0;
    }
}
