using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace ParkBrand.Backoffice.Management.Values;

/// <param name="Culture">Null for what all languages share.</param>
internal sealed record ValueModel(string EditorAlias, string? Culture, string? Segment, string Alias, JsonNode? Value);

/// <summary>Stored values in the shapes that the client's property editors take.</summary>
internal static class EditorValues
{
    /// <param name="key">Names the document, so that its blocks and pictures have the same keys each time it is opened.</param>
    public static List<ValueModel> Of(ContentSchema schema, PropertyHolder type, DocumentContent content, string key)
    {
        var values = Read(schema, type, p => !p.Variant, null, content.Invariant, key);
        foreach (var (culture, part) in content.Cultures)
            values.AddRange(Read(schema, type, p => p.Variant, culture, part.Values, $"{key}:{culture}"));
        return values;
    }

    private static List<ValueModel> Read(ContentSchema schema, PropertyHolder holder, Func<Property, bool> wanted, string? culture, JsonObject stored, string key)
    {
        var models = new List<ValueModel>();
        foreach (var property in holder.Properties.Where(p => wanted(p) && !LiveFigure.Absorbs(holder, p)))
        {
            var value = stored[property.Alias];
            var edited = LiveFigure.Is(property) ? Figure(property, stored) : value is null ? null : Edited(schema, property, value, $"{key}.{property.Alias}");
            if (edited is not null)
                models.Add(new ValueModel(EditorDataType.Editor(property.DataType).Schema, culture, null, property.Alias, edited));
        }

        return models;
    }

    private static JsonNode Edited(ContentSchema schema, Property property, JsonNode value, string key) => property.DataType.Kind switch
    {
        ValueKind.Markdown => RichText(value.GetValue<string>()),
        ValueKind.Date => new JsonObject { ["date"] = value.DeepClone(), ["timeZone"] = null },
        ValueKind.Choice => new JsonArray(value.DeepClone()),
        ValueKind.Document => new JsonArray(Picked(value)),
        ValueKind.Documents => new JsonArray([.. value.AsArray().Select(v => Picked(v!))]),
        ValueKind.Media => new JsonArray(Media(value, key, 0)),
        ValueKind.Medias => new JsonArray([.. value.AsArray().Select((v, i) => Media(v!, key, i))]),
        ValueKind.Blocks => Blocks(schema, property, value.AsArray(), key),
        _ => value.DeepClone(),
    };

    private static JsonObject RichText(string markdown) => new()
    {
        ["markup"] = RichMarkup.Html(markdown),
        ["blocks"] = new JsonObject { ["layout"] = new JsonObject(), ["contentData"] = new JsonArray(), ["settingsData"] = new JsonArray(), ["expose"] = new JsonArray() },
    };

    private static JsonObject Picked(JsonNode id) => new() { ["type"] = "document", ["unique"] = id.DeepClone() };

    private static JsonObject Media(JsonNode id, string key, int place) => new()
    {
        ["key"] = SchemaId.Of("picked", $"{key}[{place}]").ToString(), ["mediaKey"] = id.DeepClone(), ["mediaTypeAlias"] = "", ["crops"] = new JsonArray(), ["focalPoint"] = null,
    };

    private static JsonObject? Figure(Property property, JsonObject stored) => stored[LiveFigure.Park] is null && stored[property.Alias] is null ? null : new JsonObject
    {
        [LiveFigure.Park] = stored[LiveFigure.Park]?.DeepClone(), [LiveFigure.Field] = stored[property.Alias]?.DeepClone(), [LiveFigure.Format] = stored[LiveFigure.Format]?.DeepClone() ?? LiveFigure.PlainFormat,
    };

    private static JsonObject Blocks(ContentSchema schema, Property property, JsonArray blocks, string key)
    {
        var (layout, data, expose) = (new JsonArray(), new JsonArray(), new JsonArray());
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i]!.AsObject();
            var type = schema.ElementTypes[block["block"]?.GetValue<string>() ?? property.DataType.DefaultAccept!];
            var blockKey = SchemaId.Of("block", $"{key}[{i}]").ToString();
            layout.Add(new JsonObject { ["contentKey"] = blockKey });
            expose.Add(new JsonObject { ["contentKey"] = blockKey, ["culture"] = null, ["segment"] = null });
            data.Add(new JsonObject
            {
                ["key"] = blockKey,
                ["contentTypeKey"] = EditorSchema.OfElement(type.Alias).ToString(),
                ["values"] = new JsonArray([.. Read(schema, type, _ => true, null, block, blockKey).Select(Value)]),
            });
        }

        return new JsonObject { ["layout"] = new JsonObject { [Aliases.BlockList] = layout }, ["contentData"] = data, ["settingsData"] = new JsonArray(), ["expose"] = expose };
    }

    private static JsonObject Value(ValueModel model) => new()
    {
        ["editorAlias"] = model.EditorAlias, ["culture"] = model.Culture, ["segment"] = null, ["alias"] = model.Alias, ["value"] = model.Value,
    };
}
