using System.Globalization;
using System.Text.Json.Nodes;
using ParkBrand.Content;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>Nodes of a schema.org graph. What a document does not say is left out, never guessed.</summary>
internal static class Node
{
    public static JsonObject Of(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var node = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in members)
            if (value is not null && !(value is JsonArray { Count: 0 }))
                node[name] = value;
        return node;
    }

    public static JsonObject Ref(string id) => new() { ["@id"] = id };

    public static JsonArray List(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : [.. texts.Select(t => JsonValue.Create(t))];

    public static JsonNode? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last second of a day in China: what is valid through a day is valid until then.</summary>
    public static JsonNode? EndOf(DateOnly? day) => day is { } d ? Instant(ChinaTime.Begin(d.AddDays(1)).AddSeconds(-1)) : null;

    public static JsonNode Instant(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static JsonObject Organization(string? name, string type = "Organization") => Of(type, ("name", name));

    public static JsonNode? Image(PageContext context, Guid? media) => context.Snapshot.Media(media) is { } found
        ? Of("ImageObject", ("url", context.PublicUrl + found.Url), ("width", found.Width), ("height", found.Height), ("caption", found.Alt[context.Culture] ?? found.Alt[0]))
        : null;

    /// <summary>A street of this city.</summary>
    public static JsonObject? Address(PageContext context, string? street) => street is null ? null : Of("PostalAddress", ("streetAddress", street),
        ("addressLocality", context.Texts["place.city"]), ("addressRegion", context.Texts["place.province"]), ("addressCountry", "CN"));

    public static JsonObject? Geo(GeoPosition? position) => position is null ? null : Of("GeoCoordinates", ("latitude", position.Latitude), ("longitude", position.Longitude));

    /// <summary>A choice as readers of the page see it.</summary>
    public static string? Choice(PageContext context, PublishedValues values, string alias) =>
        values.Text(alias) is { } value ? values.Holder.Find(alias)!.DataType.Item(value)?.Name.In(context.Culture) ?? value : null;

    /// <summary>A number property with its label and unit.</summary>
    public static JsonObject? Amount(PageContext context, PublishedValues values, string alias) => values.Number(alias) is not { } number ? null : Of("PropertyValue",
        ("name", values.Holder.Find(alias)!.Name.In(context.Culture)), ("value", number), ("unitText", values.Holder.Find(alias)!.Unit));
}
