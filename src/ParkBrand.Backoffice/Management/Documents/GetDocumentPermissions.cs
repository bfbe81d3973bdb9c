using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What the editor may do with documents; the client disables the rest.</summary>
internal static class GetDocumentPermissions
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("user/current/permissions/document", (HttpContext http, ReadRights rights) => Call.Json(new
    {
        permissions = http.Ids().Select(id => (Id: id, Held: rights.On(http.Actor(), id))).Where(p => p.Held.IsOk)
            .Select(p => new { nodeKey = p.Id, permissions = EditorVerbs.Of(p.Held.Value!) }).ToList(),
    }));
}
