using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Describing;

/// <summary>The shapes of answers: a schema for each document and element type, and what they are made of.</summary>
internal sealed class ShapeDescriptions(ContentSchema schema)
{
    public JsonObject Make()
    {
        var shapes = Fixed();
        var documents = schema.DocumentTypes.Values.Where(t => t.Route is not null).OrderBy(t => t.Alias, StringComparer.Ordinal).ToList();
        foreach (var type in documents)
        {
            shapes[Name(type) + "Properties"] = Properties(type);
            shapes[Name(type)] = Whole("ContentBase", type);
            shapes[Name(type) + "Response"] = Whole("ContentResponseBase", type);
        }

        foreach (var type in schema.ElementTypes.Values.OrderBy(t => t.Alias, StringComparer.Ordinal))
        {
            shapes[Name(type) + "ElementProperties"] = Properties(type);
            shapes[Name(type) + "Element"] = Whole("ElementBase", type, "Element");
        }

        shapes["Content"] = OneOf(documents, "");
        shapes["ContentResponse"] = OneOf(documents, "Response");
        shapes["Element"] = OneOf(schema.ElementTypes.Values.OrderBy(t => t.Alias, StringComparer.Ordinal), "Element");
        return shapes;
    }

    private static JsonObject Fixed() => new()
    {
        ["Route"] = Object(("path", Text), ("queryString", Nullable("string")), ("startItem", Object(("id", Id), ("path", Text)))),
        ["ElementBase"] = Object(("id", Id), ("name", Text), ("contentType", Text)),
        ["ContentBase"] = Object(("id", Id), ("name", Text), ("contentType", Text), ("createDate", Instant), ("updateDate", Instant), ("route", Ref("Route"))),
        ["ContentResponseBase"] = new JsonObject { ["allOf"] = new JsonArray(Ref("ContentBase"), Object(("cultures", new JsonObject { ["type"] = "object", ["description"] = "Culture to route, for each in which it is published.", ["additionalProperties"] = Ref("Route") }))) },
        ["Media"] = Object(("id", Id), ("name", Text), ("mediaType", Text), ("url", Text), ("extension", Nullable("string")), ("width", Nullable("integer")), ("height", Nullable("integer")), ("bytes", Nullable("integer")),
            ("properties", Object(optional: true, ("alt", Nullable("string")))), ("focalPoint", Or(Object(("left", Number), ("top", Number)))), ("crops", Or(List(Ref("Crop"))))),
        ["Crop"] = Object(("alias", Text), ("width", Integer), ("height", Integer), ("coordinates", Or(Object(("x1", Number), ("y1", Number), ("x2", Number), ("y2", Number))))),
        ["MediaResponse"] = new JsonObject { ["allOf"] = new JsonArray(Ref("Media"), Object(("path", Text), ("createDate", Instant), ("updateDate", Instant))) },
        ["Blocks"] = Object(("items", List(Object(("content", Ref("Element")), ("settings", Or(Ref("Element"))))))),
        ["Position"] = Object(("latitude", Number), ("longitude", Number)),
        ["ContentList"] = List(Ref("ContentResponse")),
        ["MediaList"] = List(Ref("MediaResponse")),
        ["ContentPage"] = With(Object(("total", Integer), ("items", List(Ref("ContentResponse")))), ("facets", List(Ref("Facet"))), ("gone", List(Id)), ("cursor", Text)),
        ["MediaPage"] = Object(("total", Integer), ("items", List(Ref("MediaResponse")))),
        ["Facet"] = Object(("field", Text), ("values", List(Object(("value", Text), ("label", Text), ("count", Integer))))),
        ["Problem"] = With(Object(("type", Text), ("title", Text), ("status", Integer), ("detail", Text)), ("parameters", List(Object(("parameter", Text), ("value", Text), ("allowed", Text))))),
    };

    private static string Name(PropertyHolder type) => char.ToUpperInvariant(type.Alias[0]) + type.Alias[1..];

    private static JsonObject OneOf(IEnumerable<PropertyHolder> types, string suffix)
    {
        var all = types.ToList();
        return new JsonObject
        {
            ["oneOf"] = new JsonArray([.. all.Select(t => Ref(Name(t) + suffix))]),
            ["discriminator"] = new JsonObject { ["propertyName"] = "contentType", ["mapping"] = new JsonObject([.. all.Select(t => KeyValuePair.Create(t.Alias, (JsonNode?)$"#/components/schemas/{Name(t) + suffix}"))]) },
        };
    }

    private static JsonObject Whole(string from, PropertyHolder type, string suffix = "") => new()
    {
        ["description"] = type.Name,
        ["allOf"] = new JsonArray(Ref(from), Object(("contentType", new JsonObject { ["const"] = type.Alias }), ("properties", Ref(Name(type) + suffix + "Properties")))),
    };

    private JsonObject Properties(PropertyHolder type)
    {
        var properties = new JsonObject();
        foreach (var property in type.Properties)
        {
            var shape = Or(Value(property.DataType));
            shape["description"] = property.Name.In(0) + (property.Unit is { } unit ? $" ({unit})" : "");
            properties[property.Alias] = shape;
        }

        // None is required: with 'fields', and where a reference is not expanded, they are left out.
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private JsonObject Value(DataType type) => type.Kind switch
    {
        ValueKind.Integer => Integer,
        ValueKind.Decimal => Number,
        ValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
        ValueKind.Date => new JsonObject { ["type"] = "string", ["description"] = "A day: midnight without a zone.", ["examples"] = new JsonArray("2026-11-22T00:00:00") },
        ValueKind.Choice => Choice(type),
        ValueKind.Choices => List(Choice(type)),
        ValueKind.Texts => List(Text),
        ValueKind.Position => Ref("Position"),
        ValueKind.Media or ValueKind.Medias => List(Ref("Media")),
        ValueKind.Document or ValueKind.Documents => List(Picked(type)),
        ValueKind.Blocks => Ref("Blocks"),
        _ => Text,
    };

    private static JsonObject Choice(DataType type) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. type.Items.Select(i => JsonValue.Create(i.Value))]),
        ["x-labels"] = new JsonObject([.. type.Items.Select(i => KeyValuePair.Create(i.Value, (JsonNode?)new JsonArray([.. i.Name.ByCulture.Select(n => JsonValue.Create(n))])))]),
    };

    private JsonObject Picked(DataType type) => type.Accept.Where(a => schema.DocumentTypes.TryGetValue(a, out var t) && t.Route is not null).Order(StringComparer.Ordinal).ToList() is [var only]
        ? Ref(Name(schema.DocumentTypes[only])) : Ref("Content");

    private static JsonObject Text => new() { ["type"] = "string" };
    private static JsonObject Number => new() { ["type"] = "number" };
    private static JsonObject Integer => new() { ["type"] = "integer" };
    private static JsonObject Id => new() { ["type"] = "string", ["format"] = "uuid" };
    private static JsonObject Instant => new() { ["type"] = "string", ["format"] = "date-time" };

    private static JsonObject Ref(string name) => ApiDescription.Reference("schemas", name);

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject Or(JsonObject shape) => new() { ["oneOf"] = new JsonArray(shape, new JsonObject { ["type"] = "null" }) };

    private static JsonObject List(JsonObject one) => new() { ["type"] = "array", ["items"] = one };

    private static JsonObject Object(params (string Name, JsonObject Shape)[] properties) => Object(false, properties);

    private static JsonObject Object(bool optional, params (string Name, JsonObject Shape)[] properties)
    {
        var shape = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject([.. properties.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Shape))]) };
        if (!optional)
            shape["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Name))]);
        return shape;
    }

    /// <summary>The same with members that are not always there.</summary>
    private static JsonObject With(JsonObject shape, params (string Name, JsonObject Shape)[] more)
    {
        foreach (var (name, one) in more)
            shape["properties"]!.AsObject()[name] = one;
        return shape;
    }
}
