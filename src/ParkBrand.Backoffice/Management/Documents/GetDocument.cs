using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>The draft, as the form shows it.</summary>
internal static class GetDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/{id:guid}", (Guid id, HttpContext http, OpenDocument documents, Models models) =>
        documents.Draft(http.Actor(), id).To(http, document => Call.Json(models.Document(document))));
}
