using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class RestoreDocumentRoute
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("recycle-bin/document/{id:guid}/restore", async (Guid id, Body<TargetRequest> body, HttpContext http, RestoreDocument restore, BrowseRecycleBin bin) =>
        {
            // Null is the root, and for somebody whose tree begins at the document's old parent it is that.
            var target = body.Value.Target?.Id;
            var original = bin.OriginalParent(http.Actor(), id);
            return (original.IsOk && original.Value == target ? await restore.Execute(http.Actor(), id, http.RequestAborted) : await restore.Execute(http.Actor(), id, target, http.RequestAborted))
                .To(http, _ => Results.Ok());
        });
        api.MapGet("recycle-bin/document/{id:guid}/original-parent", (Guid id, HttpContext http, BrowseRecycleBin bin) =>
            bin.OriginalParent(http.Actor(), id).To(http, parent => Call.Json(parent is { } known ? new Reference(known) : null)));
    }
}
