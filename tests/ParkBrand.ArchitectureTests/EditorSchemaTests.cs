using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ParkBrand.Content.Schema;

namespace ParkBrand.ArchitectureTests;

/// <summary>docs/umbraco.schema.json helps whoever writes umbraco.json, and says the same as the reader that has the last word.</summary>
public sealed partial class EditorSchemaTests
{
    private static readonly string Model = SourceTree.Read("umbraco.json").Text;
    private static readonly JsonObject Described = JsonNode.Parse(SourceTree.Read("docs/umbraco.schema.json").Text)!.AsObject();

    [Fact]
    public void The_model_uses_only_what_the_schema_knows() => Assert.Empty(JsonSchemaCheck.Of(Described, JsonNode.Parse(Model)));

    [Fact]
    public void The_model_names_the_schema_where_it_lies() => Assert.Equal("./docs/umbraco.schema.json", (string)JsonNode.Parse(Model)!["$schema"]!);

    [Theory]
    [InlineData("", "$")]
    [InlineData("languages[0]", "language")]
    [InlineData("dataTypes[0]", "dataType")]
    [InlineData("dataTypes[?items].items[0]", "choiceItem")]
    [InlineData("elementTypes[0]", "elementType")]
    [InlineData("elementTypes[0].properties[0]", "property")]
    [InlineData("compositions[0]", "composition")]
    [InlineData("documentTypes[0]", "documentType")]
    [InlineData("documentTypes[0].groups[0]", "group")]
    [InlineData("mediaTypes[0]", "mediaType")]
    [InlineData("userGroups[0]", "userGroup")]
    [InlineData("workflows[0]", "workflow")]
    public void Schema_and_reader_allow_the_same_keys(string place, string definition)
    {
        var model = JsonNode.Parse(Model)!;
        At(model, place).AsObject()["zzz"] = 1;
        var refused = Assert.Throws<SchemaException>(() => SchemaReader.Read(model.ToJsonString()));
        var allowed = AllowedKeys().Match(refused.Problems.Single(p => p.Path.EndsWith(".zzz", StringComparison.Ordinal)).Reason).Groups[1].Value.Split(", ");
        var described = definition == "$" ? Described : Described["$defs"]![definition]!.AsObject();
        Assert.Equal(allowed.Order(StringComparer.Ordinal), described["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.NotEmpty(JsonSchemaCheck.Of(Described, model));
    }

    [GeneratedRegex("allowed are (.+)$")]
    private static partial Regex AllowedKeys();

    [Theory]
    [InlineData("languages[0]", "isoCode")]
    [InlineData("languages[0]", "name")]
    [InlineData("dataTypes[0]", "alias")]
    [InlineData("dataTypes[0]", "editor")]
    [InlineData("dataTypes[0]", "value")]
    [InlineData("dataTypes[?items]", "items")]
    [InlineData("dataTypes[?accept]", "accept")]
    [InlineData("elementTypes[0]", "properties")]
    [InlineData("elementTypes[0].properties[0]", "name")]
    [InlineData("elementTypes[0].properties[0]", "dataType")]
    [InlineData("compositions[0]", "groups")]
    [InlineData("documentTypes[0]", "workflow")]
    [InlineData("documentTypes[0]", "groups")]
    [InlineData("mediaTypes[0]", "maxBytes")]
    [InlineData("mediaTypes[0]", "extensions")]
    [InlineData("userGroups[0]", "permissions")]
    [InlineData("workflows[0]", "name")]
    [InlineData("", "documentTypes")]
    public void What_must_be_there_must_be_there_for_both(string place, string key)
    {
        var model = JsonNode.Parse(Model)!;
        At(model, place).AsObject().Remove(key);
        Assert.Throws<SchemaException>(() => SchemaReader.Read(model.ToJsonString()));
        Assert.NotEmpty(JsonSchemaCheck.Of(Described, model));
    }

    [Fact]
    public void Choices_of_the_schema_are_those_of_the_code()
    {
        var kinds = Described["$defs"]!["dataType"]!["properties"]!["value"]!["enum"]!.AsArray().Select(k => (string)k!);
        Assert.Equal(Enum.GetNames<ValueKind>().Select(k => k.ToLowerInvariant()).Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
        var permissions = Described["$defs"]!["userGroup"]!["properties"]!["permissions"]!["items"]!["enum"]!.AsArray().Select(k => (string)k!);
        Assert.Equal(ParkBrand.Content.Access.Permissions.All.Order(StringComparer.Ordinal), permissions.Order(StringComparer.Ordinal));
    }

    /// <summary>A place in the model; <c>[?key]</c> is the first entry that has the key.</summary>
    private static JsonNode At(JsonNode model, string place)
    {
        var node = model;
        foreach (Match step in Regex.Matches(place, @"(?<name>\w+)|\[\?(?<having>\w+)\]|\[(?<index>\d+)\]"))
            node = step.Groups["having"] is { Success: true } having ? node.AsArray().First(n => n![having.Value] is not null)!
                : step.Groups["index"] is { Success: true } index ? node[int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture)]!
                : node[step.Groups["name"].Value]!;
        return node;
    }
}
