using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Where the public finds a document.</summary>
internal static class GetDocumentUrls
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/urls", (HttpContext http, OpenDocument documents, EditorSchema schema) =>
        Call.Json(http.Ids().Select(id => new { id, urlInfos = Urls(documents.Published(http.Actor(), id).Value, schema) }).ToList()));

    private static List<object> Urls(OpenedDocument? document, EditorSchema schema) => document?.Path is not { } path ? [] :
    [
        .. schema.Content.Languages.Where(l => document.Content.Cultures.ContainsKey(l.IsoCode)).Select(language => (object)new
        {
            culture = language.IsoCode,
            url = path == "/" && language.UrlPrefix.Length > 0 ? language.UrlPrefix : language.UrlPrefix + path,
            message = (string?)null,
            provider = "ParkBrand",
            isExternal = false,
        }),
    ];
}
