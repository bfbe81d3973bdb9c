using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>Document and element types with their properties.</summary>
internal static class GetDocumentTypes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("document-type/{id:guid}", (Guid id, HttpContext http, EditorSchema schema) =>
            schema.Types.TryGetValue(id, out var type) ? Call.Json(type) : Answer.NotFound(http));
        api.MapGet("document-type/batch", (HttpContext http, EditorSchema schema) =>
        {
            var found = http.Ids().Where(schema.Types.ContainsKey).Select(id => schema.Types[id]).ToList();
            return Call.Json(new { total = found.Count, items = found });
        });
        api.MapGet("document-type/configuration", () => Call.Json(new
        {
            dataTypesCanBeChanged = "False", disableTemplates = true, useSegments = false, reservedFieldNames = Array.Empty<string>(),
        }));
    }
}
