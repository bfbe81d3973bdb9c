using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class RollbackDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("document-version/{id}/rollback", async (string id, HttpContext http, RollbackDocument rollback) => VersionId.Read(id) is { } version
        ? (await rollback.Execute(http.Actor(), new(version.Document, version.Number, http.Request.Query["culture"] is [{ Length: > 0 } culture] ? culture : null), http.RequestAborted))
            .To(http, _ => Results.Ok())
        : Answer.NotFound(http));
}
