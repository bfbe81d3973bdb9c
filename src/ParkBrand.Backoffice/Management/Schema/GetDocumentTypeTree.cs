using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>Types have no folders, so each stands at the root and is its own whole line of ancestors.</summary>
internal static class GetDocumentTypeTree
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("tree/document-type/root", (HttpContext http, EditorSchema schema) =>
        {
            var all = schema.Types.Values.OrderBy(t => t.IsElement).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
            return Call.Json(new { total = all.Count, items = all.Skip(http.Skip()).Take(http.Take()).Select(Item).ToList() });
        });
        api.MapGet("tree/document-type/children", () => Call.Json(new { total = 0, items = Array.Empty<object>() }));
        api.MapGet("tree/document-type/ancestors", (HttpContext http, EditorSchema schema) =>
            Call.Json(http.Id("descendantId") is { } id && schema.Types.TryGetValue(id, out var type) ? new[] { Item(type) } : []));
    }

    private static object Item(DocumentTypeModel type) => new
    {
        type.Id, type.Name, type.Icon, type.IsElement, parent = (Reference?)null, flags = Array.Empty<object>(), hasChildren = false, isFolder = false, noAccess = false,
    };
}
