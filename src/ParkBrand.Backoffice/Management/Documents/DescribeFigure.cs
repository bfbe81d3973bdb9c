using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What a figure of a park says at present, by which editors tell one block from another: park, field, number with its unit.</summary>
internal static class DescribeFigure
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("parkbrand/figure", (Guid park, string? field, HttpContext http, OpenDocument documents, Readers readers, EditorSchema schema) =>
        documents.Draft(http.Actor(), park).To(http, document =>
        {
            var readable = readers.For(http);
            var property = schema.Content.DocumentTypes.GetValueOrDefault(document.Card.Type)?.Find(field ?? "");
            string?[] parts = [readable.Document(park), property is null ? null : readable.Label(property), property is null ? null : readable.Text(property, document.Content.Invariant[property.Alias])];
            return Call.Json(new { text = string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p))) });
        }));
}
