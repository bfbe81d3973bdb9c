using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class GetDocumentExtras
{
    public static void Map(RouteGroupBuilder api)
    {
        // The client asks for these on every document; there is one domain, nobody subscribes, and everything public is public.
        api.MapGet("document/{id:guid}/domains", (Guid id, HttpContext http, OpenDocument documents) =>
            documents.Draft(http.Actor(), id).To(http, _ => Call.Json(new { defaultIsoCode = (string?)null, domains = Array.Empty<object>() })));
        api.MapGet("document/{id:guid}/notifications", (Guid id, HttpContext http, OpenDocument documents) =>
            documents.Draft(http.Actor(), id).To(http, _ => Call.Json(Array.Empty<object>())));
        api.MapGet("document/{id:guid}/public-access", (Guid id, HttpContext http) => Answer.NotFound(http));
        api.MapGet("document/{id:guid}/available-segment-options", (Guid id, HttpContext http, OpenDocument documents) =>
            documents.Draft(http.Actor(), id).To(http, _ => Call.Json(new { total = 0, items = Array.Empty<object>() })));
    }
}
