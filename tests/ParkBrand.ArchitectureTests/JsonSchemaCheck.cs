using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ParkBrand.ArchitectureTests;

/// <summary>As much of JSON Schema 2020-12 as docs/umbraco.schema.json uses; a keyword it does not know is an error, not a pass.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "description", "format"];

    public List<string> Problems { get; } = [];

    public static List<string> Of(JsonObject schema, JsonNode? value)
    {
        var check = new JsonSchemaCheck(schema);
        check.Fits(schema, value, "$");
        return check.Problems;
    }

    private bool Fits(JsonNode schema, JsonNode? value, string path)
    {
        var before = Problems.Count;
        if (schema is JsonValue flag)
            Expect(flag.GetValue<bool>(), path, "is not allowed here");
        else
            foreach (var (keyword, rule) in schema.AsObject().Where(k => !Notes.Contains(k.Key)))
                Apply(schema, keyword, rule!, value, path);
        return Problems.Count == before;
    }

    private void Apply(JsonNode schema, string keyword, JsonNode rule, JsonNode? value, string path)
    {
        switch (keyword)
        {
            case "$ref": Fits(root["$defs"]![((string)rule!).Split('/')[^1]]!, value, path); break;
            case "type": Expect(TypeOf(value) == (string)rule! || ((string)rule! == "number" && TypeOf(value) == "integer"), path, $"is not of the type {rule}"); break;
            case "enum": Expect(rule.AsArray().Any(r => JsonNode.DeepEquals(r, value)), path, $"is not one of {rule.ToJsonString()}"); break;
            case "pattern": Expect(TypeOf(value) != "string" || Regex.IsMatch((string)value!, (string)rule!), path, $"does not match {rule}"); break;
            case "minLength": Expect(TypeOf(value) != "string" || ((string)value!).Length >= (int)rule, path, "is too short"); break;
            case "minimum": Expect(value is not JsonValue || TypeOf(value) == "string" || (decimal)value >= (decimal)rule, path, $"is below {rule}"); break;
            case "maximum": Expect(value is not JsonValue || TypeOf(value) == "string" || (decimal)value <= (decimal)rule, path, $"is above {rule}"); break;
            case "minItems": Expect(value is not JsonArray list || list.Count >= (int)rule, path, "has too few entries"); break;
            case "minProperties": Expect(value is not JsonObject few || few.Count >= (int)rule, path, "has too few keys"); break;
            case "uniqueItems": Expect(value is not JsonArray many || many.Select(m => m?.ToJsonString()).Distinct().Count() == many.Count, path, "has an entry twice"); break;
            case "items": Each(value as JsonArray, (item, i) => Fits(rule, item, $"{path}[{i}]")); break;
            case "properties": foreach (var (key, inner) in (value as JsonObject ?? []).Where(k => rule[k.Key] is not null)) Fits(rule[key]!, inner, $"{path}.{key}"); break;
            case "required": foreach (var key in rule.AsArray()) Expect(value is not JsonObject o || o.ContainsKey((string)key!), path, $"lacks {key}"); break;
            case "additionalProperties": foreach (var (key, inner) in (value as JsonObject ?? []).Where(k => schema["properties"]?[k.Key] is null)) Fits(rule, inner, $"{path}.{key}"); break;
            case "propertyNames": foreach (var (key, _) in value as JsonObject ?? []) Fits(rule, key, $"{path}.{key}"); break;
            case "allOf": foreach (var part in rule.AsArray()) Fits(part!, value, path); break;
            case "if": Fits(new JsonSchemaCheck(root).Fits(rule, value, path) ? schema["then"]! : schema["else"]!, value, path); break;
            case "then" or "else": break;
            default: throw new InvalidOperationException($"JsonSchemaCheck does not know the keyword {keyword}.");
        }
    }

    private void Expect(bool good, string path, string problem)
    {
        if (!good)
            Problems.Add($"{path} {problem}");
    }

    private static void Each(JsonArray? list, Action<JsonNode?, int> visit)
    {
        for (var i = 0; i < list?.Count; i++)
            visit(list[i], i);
    }

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
            _ => "boolean",
        },
    };
}
