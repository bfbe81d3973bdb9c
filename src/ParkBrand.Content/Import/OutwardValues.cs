using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>Turns stored values into what stands in a file: references become keys, media become files with alt texts.</summary>
internal sealed class OutwardValues(ContentSchema schema, Keys keys, string key, Dictionary<Guid, (string Path, string Alt, string Hash)> media)
{
    public JsonNode Of(DataType type, JsonNode value) => type.Kind switch
    {
        ValueKind.Document => Document(value),
        ValueKind.Documents => new JsonArray([.. value.AsArray().Select(v => Document(v!))]),
        ValueKind.Media => Media(value),
        ValueKind.Medias => new JsonArray([.. value.AsArray().Select(v => Media(v!))]),
        ValueKind.Blocks => new JsonArray([.. value.AsArray().Select(v => Block(v!.AsObject()))]),
        _ => value.DeepClone(),
    };

    private JsonNode Document(JsonNode value)
    {
        var id = Guid.Parse(value.GetValue<string>());
        return keys.Find(id) ?? id.ToString();
    }

    private JsonObject Media(JsonNode value)
    {
        var id = Guid.Parse(value.GetValue<string>());
        if (!media.TryGetValue(id, out var item))
            return new JsonObject { ["file"] = id.ToString() };
        var up = string.Concat(Enumerable.Repeat("../", key.Count(c => c == '/')));
        return new JsonObject { ["file"] = up + item.Path, ["alt"] = JsonNode.Parse(item.Alt) };
    }

    private JsonObject Block(JsonObject block)
    {
        var alias = block["block"]!.GetValue<string>();
        var result = new JsonObject { ["block"] = alias };
        foreach (var property in schema.ElementTypes[alias].Properties)
            if (block[property.Alias] is { } value)
                result[property.Alias] = Of(property.DataType, value);
        return result;
    }
}
