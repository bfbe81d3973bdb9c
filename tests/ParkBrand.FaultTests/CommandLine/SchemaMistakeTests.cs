using System.Text.Json.Nodes;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.CommandLine;

public sealed class SchemaMistakeTests
{
    [Theory]
    [InlineData("schema")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("export")]
    public async Task Every_mistake_in_the_schema_is_told_with_its_path_and_nothing_starts(string verb)
    {
        using var folder = new TestFolder();
        var schema = folder.Write("umbraco.json", WithThreeMistakes());
        var ended = await Cli.Run(folder, verb == "export" ? [verb, "--out", folder.In("out"), "--schema", schema] : [verb, "--schema", schema]);
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.StartsWith("umbraco.json has 3 mistake(s):", ended.Error, StringComparison.Ordinal);
        foreach (var path in new[] { "$.languages[1].fallback", "$.dataTypes[0].value", "$.documentTypes[2].colour" })
            Assert.Contains($"  {path}: ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Theory]
    [InlineData("{ \"languages\": [")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\0\u0001")]
    public async Task A_schema_that_is_no_json_object_is_refused(string text)
    {
        using var folder = new TestFolder();
        var ended = await Cli.ServeFails(folder, "--schema", folder.Write("umbraco.json", text));
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("  $", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_schema_is_named()
    {
        using var folder = new TestFolder();
        var ended = await Cli.ServeFails(folder, "--schema", folder.In("nowhere.json"));
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("nowhere.json", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_the_theme_does_not_speak_stops_the_start()
    {
        using var folder = new TestFolder();
        var schema = JsonNode.Parse(File.ReadAllText(Repository.Schema))!;
        schema["languages"]!.AsArray().Add(new JsonObject { ["isoCode"] = "nl-NL", ["name"] = "Nederlands", ["urlPrefix"] = "/nl", ["fallback"] = "zh-CN" });
        AddDutchNames(schema);
        var ended = await Cli.ServeFails(folder, "--schema", folder.Write("umbraco.json", schema.ToJsonString()));
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("$.languages: the theme ParkBrand.Themes.Kunshan has no texts for nl-NL", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>Every name that is given per language gets one in Dutch too, so that the languages are the only thing to stumble over.</summary>
    private static void AddDutchNames(JsonNode? node)
    {
        if (node is JsonObject names && names["zh-CN"] is JsonValue chinese)
            names["nl-NL"] = chinese.DeepClone();
        foreach (var child in (node as JsonObject)?.Select(p => p.Value) ?? (node as JsonArray)?.AsEnumerable() ?? [])
            AddDutchNames(child);
    }

    private static string WithThreeMistakes()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.Schema))!;
        schema["languages"]![1]!["fallback"] = "fr-FR";
        schema["dataTypes"]![0]!["value"] = "sound";
        schema["documentTypes"]![2]!["colour"] = "red";
        return schema.ToJsonString();
    }
}
