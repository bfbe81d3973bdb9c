using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class GetDocumentTree
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("tree/document/root", (HttpContext http, BrowseDocuments documents, FindDocuments find, EditorSchema schema, Models models) =>
        {
            // A picker offers what its property takes and nothing else, in one list: also what may be referred to beside the own part of the tree.
            if (Picked(http, schema) is { } types)
                return Call.Paged(find.Find(http.Actor(), new FindDocuments.Question("", types, ToRefer: true, Skip: http.Skip(), Take: http.Take())),
                    card => models.TreeItem(card with { Parent = null, Ancestors = [], HasChildren = false }));
            return Call.Paged(documents.Roots(http.Actor(), http.Skip(), http.Take()), models.TreeItem);
        });
        api.MapGet("tree/document/children", (HttpContext http, BrowseDocuments documents, EditorSchema schema, Models models) => http.Id("parentId") is { } parent
            ? documents.Children(http.Actor(), parent, http.Skip(), Picked(http, schema) is null ? http.Take() : 0)
                .To(http, page => Call.Paged(Picked(http, schema) is null ? page : new([], 0, 0), models.TreeItem))
            : Answer.NotFound(http));
        api.MapGet("tree/document/ancestors", (HttpContext http, BrowseDocuments documents, Models models) => http.Id("descendantId") is { } descendant
            ? documents.Ancestors(http.Actor(), descendant).To(http, chain => Call.Json(chain.Select(models.TreeItem).ToList()))
            : Answer.NotFound(http));
        api.MapGet("tree/document/siblings", (HttpContext http, BrowseDocuments documents, Models models) => http.Id("target") is { } target
            ? documents.Siblings(http.Actor(), target, http.Number("before", 0, 500), http.Number("after", 0, 500))
                .To(http, page => Call.Json(new { totalBefore = page.Before, totalAfter = page.After, items = page.Items.Select(models.TreeItem).ToList() }))
            : Answer.NotFound(http));
    }

    private static IReadOnlyCollection<string>? Picked(HttpContext http, EditorSchema schema) => http.Id("dataTypeId") is { } dataType ? schema.Accepted(dataType) : null;
}
