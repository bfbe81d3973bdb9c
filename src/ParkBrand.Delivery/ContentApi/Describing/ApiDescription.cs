using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;
using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Delivery.ContentApi.Describing;

/// <summary>The OpenAPI document: written from the schema of the site, so that each document type has its own shape in it.</summary>
internal sealed class ApiDescription(ContentSchema schema)
{
    private Reply? made;

    public Reply Document => made ??= Reply.Of(Make());

    private JsonObject Make() => new()
    {
        ["openapi"] = "3.1.1",
        ["info"] = new JsonObject
        {
            ["title"] = "Content Delivery API",
            ["version"] = "2.0",
            ["description"] = "Everything that is published, in the shapes of Umbraco's Content Delivery API, version 2. Read-only; rate-limited for each visitor. Problems are RFC 9457 and name the parameter.",
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["schemas"] = new ShapeDescriptions(schema).Make(),
            ["parameters"] = new JsonObject([.. ParameterDescriptions.All(schema).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))]),
            ["securitySchemes"] = new JsonObject
            {
                ["ApiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "Api-Key", ["description"] = "The key of the site. Needed for drafts only." },
            },
            ["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "For If-None-Match: 304 while the answer is the same.", ["schema"] = new JsonObject { ["type"] = "string" } } },
        },
    };

    private static JsonObject Paths() => new()
    {
        [DeliveryRoutes.Root + "/content"] = Get("listContent", "Content", "Documents by place in the tree, filters and order.", "ContentPage",
            ["fetch", "filter", "sort", "skip", "take", "expand", "fields", "q", "facets", "updatedSince", .. ContentHeaders]),
        [DeliveryRoutes.Root + "/content/item/{idOrPath}"] = Get("getContent", "Content", "One document by id, or by path as route.path gives it. A path that a document has left answers 301.", "ContentResponse", ["idOrPath", "expand", "fields", .. ContentHeaders], absent: true),
        [DeliveryRoutes.Root + "/content/items"] = Get("getContents", "Content", "Several documents by id; those that are not to be had are left out.", "ContentList", ["ids", "expand", "fields", .. ContentHeaders]),
        [DeliveryRoutes.Root + "/media"] = Get("listMedia", "Media", "Media of a folder, as far as published documents show them.", "MediaPage", ["mediaFetch", "skip", "take", "fields", "acceptLanguage"]),
        [DeliveryRoutes.Root + "/media/item/{idOrPath}"] = Get("getMedia", "Media", "One media item by id, or by its path in the library.", "MediaResponse", ["idOrPath", "fields", "acceptLanguage"], absent: true),
        [DeliveryRoutes.Root + "/media/items"] = Get("getMediaItems", "Media", "Several media items by id; those that are not to be had are left out.", "MediaList", ["ids", "fields", "acceptLanguage"]),
    };

    private static readonly string[] ContentHeaders = ["acceptLanguage", "startItem", "preview"];

    private static JsonObject Get(string id, string tag, string summary, string shape, string[] parameters, bool absent = false)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "What was asked for.",
                ["headers"] = new JsonObject { ["ETag"] = Reference("headers", "ETag") },
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Reference("schemas", shape), ["examples"] = new JsonObject { ["short"] = new JsonObject { ["value"] = AnswerExamples.Of(shape) } } } },
            },
            ["304"] = new JsonObject { ["description"] = "As it was when the ETag in If-None-Match was given." },
            ["400"] = Problem("A parameter was not understood; 'parameters' names it and what would be taken."),
            ["401"] = Problem("The key is wrong, or a draft was asked for without one."),
            ["429"] = Problem("Too many requests; Retry-After says when to ask again."),
        };
        if (absent)
            responses["404"] = Problem("Nothing that is published in the language asked for.");
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["tags"] = new JsonArray(tag),
                ["summary"] = summary,
                ["parameters"] = new JsonArray([.. parameters.Select(p => Reference("parameters", p))]),
                ["responses"] = responses,
                ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["ApiKey"] = new JsonArray() }),
            },
        };
    }

    private static JsonObject Problem(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Reference("schemas", "Problem") } },
    };

    public static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
