using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>
/// Turns stored values into what stands in a file: references become keys, media become files with alt texts. What leads
/// to nothing any more (a document in the recycle bin) is left out: no file could name it.
/// </summary>
internal sealed class OutwardValues(ContentSchema schema, Keys keys, string key, Dictionary<Guid, (string Path, string Alt, string Hash)> media)
{
    /// <returns>Null when nothing is left of the value.</returns>
    public JsonNode? Of(DataType type, JsonNode value) => type.Kind switch
    {
        ValueKind.Document => Document(value),
        ValueKind.Documents => List(value, Document),
        ValueKind.Media => Media(value),
        ValueKind.Medias => List(value, Media),
        ValueKind.Blocks => List(value, v => Block(v.AsObject())),
        _ => value.DeepClone(),
    };

    private static JsonArray? List(JsonNode value, Func<JsonNode, JsonNode?> read)
    {
        var items = value.AsArray().Select(v => read(v!)).Where(v => v is not null).ToArray();
        return items.Length > 0 ? new JsonArray(items) : null;
    }

    private JsonNode? Document(JsonNode value) => keys.Find(Guid.Parse(value.GetValue<string>()));

    private JsonObject? Media(JsonNode value)
    {
        if (!media.TryGetValue(Guid.Parse(value.GetValue<string>()), out var item))
            return null;
        var up = string.Concat(Enumerable.Repeat("../", key.Count(c => c == '/')));
        return new JsonObject { ["file"] = up + item.Path, ["alt"] = JsonNode.Parse(item.Alt) };
    }

    private JsonObject? Block(JsonObject block)
    {
        var alias = block["block"]!.GetValue<string>();
        if (!schema.ElementTypes.TryGetValue(alias, out var type))
            return null;
        var result = new JsonObject { ["block"] = alias };
        foreach (var property in type.Properties)
            if (block[property.Alias] is { } value && Of(property.DataType, value) is { } outward)
                result[property.Alias] = outward;
        return result;
    }
}
