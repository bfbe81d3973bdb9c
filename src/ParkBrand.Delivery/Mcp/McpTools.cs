using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ParkBrand.Assistant.Tools;
using ParkBrand.Content.Schema;
using ParkBrand.Search.Api;

namespace ParkBrand.Delivery.Mcp;

/// <summary>The read-only tools, each with the language of its results as one more argument.</summary>
internal sealed class McpTools(PublishedTools published, ContentSchema schema, PublicAddress address)
{
    private const string Culture = "culture";
    private IReadOnlyList<Tool>? all;

    public IReadOnlyList<Tool> All => all ??= [.. published.All.Select(Describe)];

    /// <summary>What was wrong with a call is told as the tool's own answer, so that whoever called can mend it.</summary>
    public async ValueTask<CallToolResult> Call(CallToolRequestParams call, CancellationToken cancellation)
    {
        try
        {
            var arguments = call.Arguments ?? new Dictionary<string, JsonElement>();
            var json = await published.Call(call.Name, arguments.Where(a => a.Key != Culture).Select(a => KeyValuePair.Create(a.Key, (object?)a.Value)), Language(arguments), address.Base, cancellation);
            return new CallToolResult { Content = [new TextContentBlock { Text = json }], StructuredContent = JsonElement.Parse(json) };
        }
        catch (FormatException e)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = e.Message }] };
        }
    }

    private int Language(IDictionary<string, JsonElement> arguments)
    {
        if (!arguments.TryGetValue(Culture, out var wanted) || wanted.ValueKind == JsonValueKind.Null)
            return 0;
        return wanted.ValueKind == JsonValueKind.String && schema.CultureIndex(wanted.GetString()!) is var culture and >= 0
            ? culture : throw new FormatException($"'{Culture}' is {string.Join(" or ", schema.Languages.Select(l => l.IsoCode))}.");
    }

    private Tool Describe(PublishedTool tool)
    {
        var input = JsonNode.Parse(tool.Schema.GetRawText())!;
        input["properties"]![Culture] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. schema.Languages.Select(l => (JsonNode)l.IsoCode)]),
            ["description"] = McpContract.Texts["culture"],
        };
        return new Tool
        {
            Name = tool.Name,
            Title = McpContract.Texts[$"tool.{tool.Name}.title"],
            Description = $"{McpContract.Texts["tool." + tool.Name]} {tool.Description}",
            InputSchema = JsonSerializer.SerializeToElement(input),
            Annotations = new ToolAnnotations { ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
        };
    }
}
