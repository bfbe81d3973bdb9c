using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>A version beside the draft in words, field by field: whoever rolls back decides by what they read, not by how it is stored.</summary>
internal static class CompareVersion
{
    private sealed record Line(string Alias, string Label, string Now, string Then);

    public static void Map(RouteGroupBuilder api) => api.MapGet("parkbrand/version/{id}", (string id, string? culture, HttpContext http, OpenDocument documents, Readers readers, EditorSchema schema) =>
        VersionId.Read(id) is not { } version ? Answer.NotFound(http)
        : documents.Version(http.Actor(), version.Document, version.Number) is { IsOk: false } refused ? refused.To(http, _ => Results.Ok())
        : documents.Draft(http.Actor(), version.Document).To(http, draft => Call.Json(new
        {
            items = Lines(schema.Content, draft, documents.Version(http.Actor(), version.Document, version.Number).Value!, culture ?? schema.Content.DefaultLanguage.IsoCode, readers.For(http)),
        })));

    private static List<Line> Lines(ContentSchema schema, OpenedDocument draft, OpenedDocument version, string culture, ReadableValues readable)
    {
        if (!schema.DocumentTypes.TryGetValue(draft.Card.Type, out var type))
            return [];
        return [.. type.Properties.Select(p => new Line(p.Alias, readable.Label(p), readable.Text(p, Value(draft, p)), readable.Text(p, Value(version, p)))).Where(l => l.Now.Length + l.Then.Length > 0)];

        JsonNode? Value(OpenedDocument document, Property property) => property.Variant
            ? document.Content.Cultures.GetValueOrDefault(culture)?.Values[property.Alias]
            : document.Content.Invariant[property.Alias];
    }
}
