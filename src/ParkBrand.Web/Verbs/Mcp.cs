using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;
using ParkBrand.Content;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.Mcp;
using ParkBrand.Search;
using ParkBrand.Search.Api;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Web.Verbs;

/// <summary>Speaks the Model Context Protocol over standard input and output, for a program that starts this one. Nothing else may be written to the output.</summary>
internal static class Mcp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Breath = TimeSpan.FromMilliseconds(50);

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--data", "--schema", "--public-url"]) is not { } options)
            return 2;
        if (ListenAddresses.PublicProblem(options["--public-url"]) is { } mistake)
        {
            await Console.Error.WriteLineAsync(mistake);
            return 2;
        }

        // An index of its own: that of a server beside it must have one writer.
        var index = Directory.CreateTempSubdirectory("parkbrand-mcp-");
        try
        {
            return await Engine.With(options, Speak, services => services
                .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
                .AddContentFollower().AddSearch(index.FullName).AddMcpTools(_ => new PublicAddress(options["--public-url"] ?? Serve.DefaultUrl)));
        }
        finally
        {
            index.Delete(recursive: true);
        }
    }

    private static async Task<int> Speak(IServiceProvider services)
    {
        services.LoadContent();
        var beside = services.GetServices<IHostedService>().ToList();
        foreach (var service in beside)
            await service.StartAsync(CancellationToken.None);
        // Whoever asks at once shall find something; what takes longer than this is said by the tool.
        for (var waited = TimeSpan.Zero; waited < Patience && !services.GetRequiredService<SiteSearch>().IsCurrent(services.GetRequiredService<SnapshotSource>().Current); waited += Breath)
            await Task.Delay(Breath);
        var contract = new McpServerOptions();
        services.GetRequiredService<McpContract>().Fill(contract);
        await using (var server = McpServer.Create(new StdioServerTransport(contract), contract, serviceProvider: services))
            await server.RunAsync();
        foreach (var service in beside)
            await service.StopAsync(CancellationToken.None);
        return 0;
    }
}
