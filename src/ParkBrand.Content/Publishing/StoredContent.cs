using System.Text.Json.Nodes;

namespace ParkBrand.Content.Publishing;

/// <summary>Reads stored culture rows back into editable content.</summary>
internal static class StoredContent
{
    public static DocumentContent Read(IReadOnlyList<CultureRow> rows) => new(
        Parse(rows.FirstOrDefault(r => r.Culture.Length == 0)?.Value ?? "{}"),
        rows.Where(r => r.Culture.Length > 0).ToDictionary(r => r.Culture, r => new CultureContent(r.Name, Parse(r.Value))));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
