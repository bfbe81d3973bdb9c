using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Old addresses that lead to a document.</summary>
internal static class GetRedirects
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("redirect-management/status", () => Call.Json(new { status = "Enabled", userIsAdmin = false }));
        api.MapGet("redirect-management/{id:guid}", (Guid id, HttpContext http, ReadRedirects redirects) =>
            redirects.Of(http.Actor(), id).To(http, found => Call.Json(new
            {
                total = found.Count,
                items = found.Skip(http.Skip()).Take(http.Take()).Select(r => new
                {
                    id = SchemaId.Of("redirect", r.Path), originalUrl = r.Path, destinationUrl = r.To, created = Models.Time(r.CreatedAt), document = new { id }, culture = (string?)null,
                }).ToList(),
            })));
    }
}
