using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class UnpublishDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/unpublish", async (Guid id, Body<UnpublishRequest> body, HttpContext http, UnpublishDocument unpublish) =>
        (await unpublish.Execute(http.Actor(), new(id, body.Value.Cultures ?? []), http.RequestAborted)).To(http, _ => Results.Ok()));
}
