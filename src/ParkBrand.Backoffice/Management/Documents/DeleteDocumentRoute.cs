using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Only what lies in the recycle bin can be deleted for good.</summary>
internal static class DeleteDocumentRoute
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapDelete("document/{id:guid}", Delete);
        api.MapDelete("recycle-bin/document/{id:guid}", Delete);
        api.MapDelete("recycle-bin/document", async (HttpContext http, EmptyRecycleBin empty) =>
            (await empty.Execute(http.Actor(), http.RequestAborted)).To(http, _ => Results.Ok()));
    }

    private static async Task<IResult> Delete(Guid id, HttpContext http, DeleteDocument delete) =>
        (await delete.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok());
}
