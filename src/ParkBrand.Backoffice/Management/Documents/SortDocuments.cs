using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class SortDocuments
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/sort", async (Body<SortRequest> body, HttpContext http, SortChildren sort) =>
        (await sort.Execute(http.Actor(), new(body.Value.Parent?.Id, [.. body.Value.Sorting.OrderBy(s => s.SortOrder).Select(s => s.Id)]), http.RequestAborted))
            .To(http, _ => Results.Ok()));
}
