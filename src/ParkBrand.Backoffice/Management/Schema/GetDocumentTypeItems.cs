using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Schema;

internal static class GetDocumentTypeItems
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("item/document-type", (HttpContext http, EditorSchema schema) =>
            Call.Json(http.Ids().Where(schema.Types.ContainsKey).Select(id => Item(schema.Types[id])).ToList()));
        api.MapGet("item/document-type/search", (HttpContext http, EditorSchema schema) =>
        {
            var words = http.Request.Query["query"].ToString();
            var found = schema.Types.Values.Where(t => t.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
            return Call.Json(new { total = found.Count, items = found.Skip(http.Skip()).Take(http.Take()).Select(Item).ToList() });
        });
        api.MapGet("item/document-type/ancestors", (HttpContext http, EditorSchema schema) =>
            Call.Json(http.Ids().Where(schema.Types.ContainsKey).Select(id => new { id, ancestors = Array.Empty<object>() }).ToList()));
    }

    private static DocumentTypeItemModel Item(DocumentTypeModel type) => new(type.Id, type.Name, type.Icon, type.Description, type.IsElement, false, []);
}
