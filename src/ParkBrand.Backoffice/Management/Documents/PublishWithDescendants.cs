using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class PublishWithDescendants
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("document/{id:guid}/publish-with-descendants", async (Guid id, Body<PublishTreeRequest> body, HttpContext http, PublishTree publish) =>
            (await publish.Execute(http.Actor(), new(id, body.Value.Cultures, body.Value.IncludeUnpublishedDescendants), http.RequestAborted))
                .To(http, _ => Call.Json(new { taskId = id, isComplete = true })));
        // It was done before the first answer was given; the client asks nevertheless.
        api.MapGet("document/{id:guid}/publish-with-descendants/result/{taskId:guid}", (Guid id, Guid taskId, HttpContext http, OpenDocument documents) =>
            documents.Draft(http.Actor(), id).To(http, _ => Call.Json(new { taskId, isComplete = true })));
    }
}
