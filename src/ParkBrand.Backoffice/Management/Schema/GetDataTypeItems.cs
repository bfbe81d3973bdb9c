using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Schema;

internal static class GetDataTypeItems
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("item/data-type", (HttpContext http, EditorSchema schema) =>
        Call.Json(http.Ids().Where(schema.DataTypes.ContainsKey).Select(id => schema.DataTypes[id])
            .Select(t => new DataTypeItemModel(t.Id, t.Name, t.EditorAlias, t.EditorUiAlias, false, [])).ToList()));
}
