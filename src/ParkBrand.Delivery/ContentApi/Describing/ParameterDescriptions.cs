using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;
using ParkBrand.Delivery.ContentApi.Querying;

namespace ParkBrand.Delivery.ContentApi.Describing;

/// <summary>What can be asked with: Umbraco's options, then ours.</summary>
internal static class ParameterDescriptions
{
    private const string Trees = "properties[alias,other[properties[inner]]] or properties[$all]";

    public static IEnumerable<KeyValuePair<string, JsonObject>> All(ContentSchema schema) =>
    [
        Of("fetch", "query", "children:, descendants: or ancestors: with an id or path.", Text, "children:/parks"),
        Of("mediaFetch", "query", "children: with the path of a folder; children:/ is the top.", Text, "children:/parks", name: "fetch", required: true),
        Of("filter", "query", "contentType:, name:, createDate, updateDate or the alias of any property with : :! > >: < <: and values; commas between values mean any of them, several filters all of them. Dates are days in China or instants; references are ids or the last parts of addresses.", Many(Text), new JsonArray("contentType:space", "areaMax>:5000")),
        Of("sort", "query", "name, level, sortOrder, createDate, updateDate or a property with one value, then :asc or :desc; what has no value comes last.", Many(Text), new JsonArray("rent:asc")),
        Of("skip", "query", $"0 to {ContentQuery.MostSkipped}.", Whole(0, ContentQuery.MostSkipped, 0), 0),
        Of("take", "query", $"0 to {ContentQuery.MostTaken}.", Whole(0, ContentQuery.MostTaken, ContentQuery.Usual), 10),
        Of("expand", "query", $"Properties whose documents and media come with their own properties: {Trees}.", Text, "properties[sector]"),
        Of("fields", "query", $"Properties to be in the answer, all when left out: {Trees}.", Text, "properties[tagline,cover]"),
        Of("q", "query", "Ours: only documents that are found by these words, best first; at most 1000 are looked at.", Text, "机器人 洁净室"),
        Of("facets", "query", $"Ours: fields whose values are counted over everything found, at most {FacetTally.Most}, with commas between them.", Text, "contentType,kind"),
        Of("updatedSince", "query", "Ours: what has changed since a cursor, an instant, or 0; the answer has 'gone' and the next 'cursor'. Go on until items and gone are empty.", Text, "0"),
        Of("idOrPath", "path", "An id, or a path.", Text, "parks/robotics-park", required: true),
        Of("ids", "query", $"Ids, at most {ContentQuery.MostTaken}.", Many(new JsonObject { ["type"] = "string", ["format"] = "uuid" }), new JsonArray("1c730c37-fc66-5020-9137-4ef48e150cde"), name: "id"),
        Of("acceptLanguage", "header", $"A language of the site: {string.Join(" or ", schema.Languages.Select(l => l.IsoCode))}; the first when left out. What is not published in it is not there.", Text, schema.Languages[^1].IsoCode, name: "Accept-Language"),
        Of("startItem", "header", "Id or name of a root: lists and paths are below it.", Text, "parks", name: "Start-Item"),
        Of("preview", "header", "true asks for drafts, with Api-Key only.", new JsonObject { ["type"] = "boolean" }, true, name: "Preview"),
    ];

    private static JsonObject Text => new() { ["type"] = "string" };

    private static JsonObject Many(JsonObject one) => new() { ["type"] = "array", ["items"] = one };

    private static JsonObject Whole(int least, int most, int otherwise) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most, ["default"] = otherwise };

    private static KeyValuePair<string, JsonObject> Of(string key, string place, string description, JsonObject shape, JsonNode example, string? name = null, bool required = false)
    {
        var parameter = new JsonObject { ["name"] = name ?? key, ["in"] = place, ["description"] = description, ["required"] = required, ["schema"] = shape };
        if (place == "query" && (string?)shape["type"] == "array")
            (parameter["style"], parameter["explode"]) = ("form", true);
        parameter["example"] = example;
        return new(key, parameter);
    }
}
