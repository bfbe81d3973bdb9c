using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class MoveDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/move", async (Guid id, Body<TargetRequest> body, HttpContext http, MoveDocument move) =>
        (await move.Execute(http.Actor(), new(id, body.Value.Target?.Id), http.RequestAborted)).To(http, _ => Results.Ok()));
}
