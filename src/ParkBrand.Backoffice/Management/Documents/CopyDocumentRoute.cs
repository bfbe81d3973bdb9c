using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class CopyDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("document/{id:guid}/copy", async (Guid id, Body<CopyRequest> body, HttpContext http, CopyDocument copy) =>
        (await copy.Execute(http.Actor(), new(id, body.Value.Target?.Id, body.Value.IncludeDescendants), http.RequestAborted))
            .To(http, made => Call.Created(http, "document", made)));
}
