using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>
/// The client's values in the shapes that are stored. Only shapes are turned here; whether a value is right is the content
/// engine's to say, so what does not have the expected shape is handed on as it came.
/// </summary>
/// <param name="pathOf">The public address of a document that a text links to; null when there is none.</param>
internal sealed class StoredValues(ContentSchema schema, Func<Guid, string?> pathOf)
{
    public Places Places { get; } = new();
    public List<PropertyProblem> Problems { get; } = [];

    /// <summary>The stored value; null for an empty one.</summary>
    public void Put(JsonObject into, PropertyHolder holder, string culture, string alias, JsonNode? value, string path, string place)
    {
        Places.Add(culture, path, place);
        if (holder.Find(alias) is not { } property || LiveFigure.Absorbs(holder, property))
            Problems.Add(new PropertyProblem(culture, path, $"is not a property of this type"));
        else if (LiveFigure.Is(property))
            Figure(into, property, value, culture, path, place);
        else if (value is not null && Stored(property, value, culture, path, place) is { } stored)
            into[alias] = stored;
    }

    private JsonNode? Stored(Property property, JsonNode value, string culture, string path, string place) => property.DataType.Kind switch
    {
        ValueKind.Markdown => value is JsonObject rich && rich["markup"] is JsonValue markup && markup.TryGetValue<string>(out var html) ? Markdown(html, culture, path) : value.DeepClone(),
        ValueKind.Date => value is JsonObject date ? date["date"]?.DeepClone() : value.DeepClone(),
        ValueKind.Choice => value is JsonArray chosen ? chosen.Count > 1 ? value.DeepClone() : chosen.FirstOrDefault(Filled)?.DeepClone() : value.DeepClone(),
        ValueKind.Choices or ValueKind.Texts => value is JsonArray texts ? new JsonArray([.. texts.Where(Filled).Select(t => t!.DeepClone())]) : value.DeepClone(),
        ValueKind.Document => One(value, "unique"),
        ValueKind.Documents => Many(value, "unique"),
        ValueKind.Media => One(value, "mediaKey"),
        ValueKind.Medias => Many(value, "mediaKey"),
        ValueKind.Blocks => Blocks(value, culture, path, place),
        _ => value.DeepClone(),
    };

    private static bool Filled(JsonNode? node) => node is not JsonValue value || !value.TryGetValue<string>(out var text) || !string.IsNullOrWhiteSpace(text);

    private static JsonNode? One(JsonNode value, string id) => value is JsonArray { Count: <= 1 } picked ? picked.Count == 0 ? null : Id(picked[0], id) : value.DeepClone();

    private static JsonNode Many(JsonNode value, string id) => value is JsonArray picked ? new JsonArray([.. picked.Select(p => Id(p, id))]) : value.DeepClone();

    private static JsonNode? Id(JsonNode? picked, string id) => (picked is JsonObject entry ? entry[id] : picked)?.DeepClone();

    private JsonValue? Markdown(string html, string culture, string path)
    {
        var (markdown, lost) = RichMarkup.Markdown(html, pathOf);
        if (lost is not null)
            Problems.Add(new PropertyProblem(culture, path, lost));
        return markdown.Length == 0 ? null : JsonValue.Create(markdown);
    }

    private void Figure(JsonObject into, Property property, JsonNode? value, string culture, string path, string place)
    {
        // All stored properties of it are edited in this one place.
        Places.Add(culture, path[..^property.Alias.Length] + LiveFigure.Park, place);
        Places.Add(culture, path[..^property.Alias.Length] + LiveFigure.Format, place);
        if (value is not JsonObject figure)
        {
            if (value is not null)
                Problems.Add(new PropertyProblem(culture, path, $"does not have the shape that its editor gives"));
            return;
        }

        if (figure[LiveFigure.Format] is { } format && Filled(format) && format.ToString() != LiveFigure.PlainFormat)
            into[LiveFigure.Format] = format.DeepClone();
        if (figure[LiveFigure.Park] is { } park && Filled(park))
            into[LiveFigure.Park] = park.DeepClone();
        if (figure[LiveFigure.Field] is { } field && Filled(field))
            into[property.Alias] = field.DeepClone();
    }

    private JsonArray? Blocks(JsonNode value, string culture, string path, string place)
    {
        if (value is not JsonObject list || list["contentData"] is not JsonArray data)
        {
            Problems.Add(new PropertyProblem(culture, path, $"does not have the shape that its editor gives"));
            return null;
        }

        var blocks = new JsonArray();
        var byKey = data.OfType<JsonObject>().Where(b => Text(b["key"]) is not null).GroupBy(b => Text(b["key"])!).ToDictionary(g => g.Key, g => g.First());
        // The order is that of the layout; what stands in no layout was taken out by the editor.
        foreach (var entry in list["layout"]?[Aliases.BlockList]?.AsArray() ?? [])
            if (Text(entry?["contentKey"]) is { } key && byKey.TryGetValue(key, out var block))
                blocks.Add(Block(block, key, culture, $"{path}[{blocks.Count}]", $"{place}.{Places.Block(key)}"));
            else
                Problems.Add(new PropertyProblem(culture, path, $"does not have the shape that its editor gives"));
        return blocks;
    }

    private JsonObject Block(JsonObject block, string key, string culture, string path, string place)
    {
        var type = schema.ElementTypes.Values.FirstOrDefault(t => EditorSchema.OfElement(t.Alias).ToString() == Text(block["contentTypeKey"])?.ToLowerInvariant());
        if (type is null)
        {
            Problems.Add(new PropertyProblem(culture, path, $"must be a block"));
            return [];
        }

        var stored = new JsonObject { ["block"] = type.Alias };
        foreach (var property in type.Properties)
            Places.Add(culture, $"{path}.{property.Alias}", $"{place}.{Places.Value(property.Alias, null)}");
        foreach (var entry in (block["values"] as JsonArray ?? []).OfType<JsonObject>())
            if (Text(entry["alias"]) is { } alias)
                Put(stored, type, culture, alias, entry["value"], $"{path}.{alias}", $"{place}.{Places.Value(alias, null)}");
        return stored;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
