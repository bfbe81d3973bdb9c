using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What the public sees of a document.</summary>
internal static class GetPublishedDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/{id:guid}/published", (Guid id, HttpContext http, OpenDocument documents, Models models) =>
        documents.Published(http.Actor(), id).To(http, document => Call.Json(models.Document(document))));
}
