using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>How values are edited: property editor and its settings.</summary>
internal static class GetDataTypes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("data-type/{id:guid}", (Guid id, HttpContext http, EditorSchema schema) =>
            schema.DataTypes.TryGetValue(id, out var type) ? Call.Json(type) : Answer.NotFound(http));
        api.MapGet("data-type/batch", (HttpContext http, EditorSchema schema) =>
        {
            var found = http.Ids().Where(schema.DataTypes.ContainsKey).Select(id => schema.DataTypes[id]).ToList();
            return Call.Json(new { total = found.Count, items = found });
        });
        api.MapGet("data-type/configuration", () => Call.Json(new { canBeChanged = "False", documentListViewId = Guid.Empty, mediaListViewId = Guid.Empty }));
    }
}
