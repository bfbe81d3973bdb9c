using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>By a part of the name; pickers narrow it by type.</summary>
internal static class SearchDocuments
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("item/document/search", (HttpContext http, FindDocuments find, EditorSchema schema, Models models) =>
    {
        var query = http.Request.Query;
        var types = http.Ids("allowedDocumentTypes").Select(schema.Alias).OfType<string>().ToList();
        return Call.Paged(find.Find(http.Actor(), new FindDocuments.Question(
            query["query"].ToString(), types, http.Id("parentId"), query["trashed"] == "true", ToRefer: types.Count > 0, http.Skip(), http.Take())), models.Item);
    });
}
