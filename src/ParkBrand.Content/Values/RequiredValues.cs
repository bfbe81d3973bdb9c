using System.Text.Json;
using System.Text.RegularExpressions;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Values;

/// <summary>What must be filled before a document may be published. A draft may be incomplete; the public never is.</summary>
internal static partial class RequiredValues
{
    [GeneratedRegex(@"!\[\s*\]\(", RegexOptions.NonBacktracking)]
    private static partial Regex UndescribedPicture();

    public static List<PropertyProblem> Missing(ContentSchema schema, IEnumerable<Property> properties, string culture, string json)
    {
        using var document = JsonDocument.Parse(json);
        var problems = new List<PropertyProblem>();
        Check(schema, properties, culture, document.RootElement, "", problems);
        return problems;
    }

    private static void Check(ContentSchema schema, IEnumerable<Property> properties, string culture, JsonElement values, string path, List<PropertyProblem> problems)
    {
        foreach (var property in properties)
            if (!values.TryGetProperty(property.Alias, out var value))
            {
                if (property.Required)
                    problems.Add(new PropertyProblem(culture, path + property.Alias, "is required"));
            }
            else if (property.DataType.Kind == ValueKind.Markdown && value.ValueKind == JsonValueKind.String && UndescribedPicture().IsMatch(value.GetString()!))
                problems.Add(new PropertyProblem(culture, path + property.Alias, "holds a picture without a description: describe it, or take it out of the text"));
            else if (property.DataType.Kind == ValueKind.Blocks && value.ValueKind == JsonValueKind.Array)
            {
                // What the schema no longer knows is reported where the values are checked, not here.
                var i = 0;
                foreach (var block in value.EnumerateArray())
                {
                    if (block.ValueKind == JsonValueKind.Object && block.TryGetProperty("block", out var alias) && schema.ElementTypes.TryGetValue(alias.GetString()!, out var type))
                        Check(schema, type.Properties, culture, block, $"{path}{property.Alias}[{i}].", problems);
                    i++;
                }
            }
    }
}
