using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ParkBrand.Delivery.Mcp;

/// <summary>What the server is and can do, for both ways of reaching it.</summary>
internal sealed class McpContract(McpTools tools, McpResources resources)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Read = new(() =>
    {
        using var stream = typeof(McpContract).Assembly.GetManifestResourceStream("mcp-texts.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    });

    /// <summary>In Chinese and English, since a client cannot say beforehand which it reads.</summary>
    public static IReadOnlyDictionary<string, string> Texts => Read.Value;

    public void Fill(McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = "parkbrand", Title = "ParkBrand", Version = "1" };
        options.ServerInstructions = Texts["instructions"];
        options.Handlers.ListToolsHandler = (_, _) => new(new ListToolsResult { Tools = [.. tools.All] });
        options.Handlers.CallToolHandler = (request, cancellation) => tools.Call(request.Params!, cancellation);
        options.Handlers.ListResourcesHandler = (request, _) => new(resources.List(request.Params?.Cursor));
        options.Handlers.ListResourceTemplatesHandler = (_, _) => new(resources.Templates());
        options.Handlers.ReadResourceHandler = (request, _) => new(resources.Read(request.Params!.Uri));
    }
}
