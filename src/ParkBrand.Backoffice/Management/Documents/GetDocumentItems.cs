using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Names and icons for ids, wherever the client shows a document outside of the tree.</summary>
internal static class GetDocumentItems
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("item/document", (HttpContext http, BrowseDocuments documents, Models models) =>
            Call.Json(documents.Items(http.Actor(), http.Ids()).Select(models.Item).ToList()));
        api.MapGet("item/document/ancestors", (HttpContext http, BrowseDocuments documents, Models models) => Call.Json(http.Ids().Select(id =>
        {
            var chain = documents.Ancestors(http.Actor(), id);
            return chain.IsOk ? new { id, ancestors = chain.Value!.SkipLast(1).Select(models.Item).ToList() } : new { id, ancestors = new List<ItemModel>() };
        }).ToList()));
    }
}
