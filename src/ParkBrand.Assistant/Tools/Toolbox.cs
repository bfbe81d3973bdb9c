using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.AI;
using ParkBrand.Assistant.Guardrails;

namespace ParkBrand.Assistant.Tools;

/// <summary>All that a model may do. A tool that is not in here does not exist, whatever somebody says.</summary>
internal sealed class Toolbox(Desk desk)
{
    public const int MostCalls = 8;
    private const int LongestResult = 8_000;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly List<string> called = [];

    public IReadOnlyList<SiteTool> All { get; } = [new SearchTool(desk), new MatchTool(desk), new ReadTool(desk), new VacanciesTool(desk), new CompareTool(desk)];

    /// <summary>Names of the tools that were called, in order.</summary>
    public IReadOnlyList<string> Called => called;
    public Desk Desk => desk;

    /// <returns>What the model is told: published data, or what was wrong with the call.</returns>
    public async ValueTask<string> Call(FunctionCallContent call, CancellationToken cancellation)
    {
        if (All.FirstOrDefault(t => t.Name == call.Name) is not { } tool)
            return Wrong("There is no such tool.");
        if (called.Count >= MostCalls)
            return Wrong("No more calls. Answer with what is known.");
        called.Add(tool.Name);
        if (call.Exception is not null)
            return Wrong("The arguments are no JSON object.");
        try
        {
            var result = await tool.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellation);
            var json = Data(result!);
            return json.Length <= LongestResult ? json : Wrong("The result is too long. Ask for less.");
        }
        catch (FormatException e)
        {
            return Wrong(e.Message);
        }
    }

    /// <summary>Published content as a model gets it: fenced, and without what cannot be seen.</summary>
    /// <param name="question">Of the visitor, where it goes along.</param>
    public static string Data(object value, string? question = null) => Json(new { question, publishedData = value });

    public static string Json(object value) => Screen.Visible(JsonSerializer.Serialize(value, Options));

    private static string Wrong(string why) => JsonSerializer.Serialize(new { error = why }, Options);
}
