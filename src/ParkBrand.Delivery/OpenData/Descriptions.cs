using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.OpenData;

/// <summary>What the columns are, for programs: a JSON Schema of a row, and a table description by CSV on the Web.</summary>
internal sealed class Descriptions(ContentSchema schema, string address)
{
    public JsonObject JsonSchema(DataSet set)
    {
        var properties = new JsonObject();
        foreach (var field in set.Fields)
            properties[field.Name] = Property(field);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"{address}/open-data/{set.Name}.schema.json",
            ["title"] = set.Title.In(0),
            ["description"] = set.Description.In(0),
            ["x-title"] = InAll(set.Title),
            ["x-description"] = InAll(set.Description),
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. set.Fields.Select(f => (JsonNode?)f.Name)]),
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Property(DataField field)
    {
        var property = field.Kind switch
        {
            DataKind.Integer => new JsonObject { ["type"] = Type("integer", field) },
            DataKind.Number => new JsonObject { ["type"] = Type("number", field) },
            DataKind.Boolean => new JsonObject { ["type"] = "boolean" },
            DataKind.Texts => new JsonObject { ["type"] = Type("array", field), ["items"] = Text(field, []) },
            DataKind.Date => new JsonObject { ["type"] = Type("string", field), ["format"] = "date" },
            DataKind.Address => new JsonObject { ["type"] = Type("string", field), ["format"] = "uri" },
            _ => Text(field, new JsonObject { ["type"] = Type("string", field) }),
        };
        property["title"] = field.Label.In(0);
        property["x-title"] = InAll(field.Label);
        if (field.Meaning is { } meaning)
            (property["description"], property["x-description"]) = (meaning.In(0), InAll(meaning));
        if (field.Unit is { } unit)
            property["x-unit"] = InAll(unit);
        return property;
    }

    private static JsonObject Text(DataField field, JsonObject property)
    {
        if (!property.ContainsKey("type"))
            property["type"] = "string";
        if (field.Codes.Count > 0)
            property["enum"] = new JsonArray([.. field.Codes.Select(c => (JsonNode?)c.Value), .. field.Required || field.Kind == DataKind.Texts ? [] : new JsonNode?[] { null }]);
        return property;
    }

    private static JsonNode Type(string type, DataField field) => field.Required ? type : new JsonArray(type, "null");

    /// <summary>W3C, Metadata Vocabulary for Tabular Data.</summary>
    public JsonObject Table(DataSet set, int culture)
    {
        var prefix = schema.Languages[culture].UrlPrefix;
        return new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = schema.Languages[culture].IsoCode }),
            ["url"] = $"{address}{prefix}/open-data/{set.Name}.csv",
            ["dc:title"] = set.Title.In(culture),
            ["dc:description"] = set.Description.In(culture),
            ["dc:license"] = new JsonObject { ["@id"] = $"{address}{prefix}/open-data/licence.txt" },
            ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["delimiter"] = ",", ["header"] = true, ["lineTerminators"] = new JsonArray("\r\n") },
            ["tableSchema"] = new JsonObject
            {
                ["primaryKey"] = "id",
                ["columns"] = new JsonArray([.. set.Fields.Select(f => (JsonNode?)Column(f, culture))]),
            },
        };
    }

    private JsonObject Column(DataField field, int culture)
    {
        var column = new JsonObject { ["name"] = field.Name, ["titles"] = field.Name, ["rdfs:label"] = InAll(field.Label), ["required"] = field.Required };
        column["datatype"] = field.Kind switch
        {
            DataKind.Integer => "integer",
            DataKind.Number => "decimal",
            DataKind.Boolean => "boolean",
            DataKind.Date => new JsonObject { ["base"] = "date", ["format"] = "yyyy-MM-dd" },
            DataKind.Address => "anyURI",
            _ => "string",
        };
        if (field.Kind == DataKind.Texts)
            column["separator"] = "|";
        if (field.Meaning is { } meaning)
            column["dc:description"] = meaning.In(culture);
        if (field.Unit is { } unit)
            column["schema:unitText"] = unit.In(culture);
        return column;
    }

    private JsonObject InAll(LocalizedName name)
    {
        var all = new JsonObject();
        for (var i = 0; i < schema.Languages.Count; i++)
            all[schema.Languages[i].IsoCode] = name.In(i);
        return all;
    }
}
