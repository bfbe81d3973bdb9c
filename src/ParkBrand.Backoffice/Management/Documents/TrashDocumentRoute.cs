using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class TrashDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/move-to-recycle-bin", async (Guid id, HttpContext http, TrashDocument trash) =>
        (await trash.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok()));
}
