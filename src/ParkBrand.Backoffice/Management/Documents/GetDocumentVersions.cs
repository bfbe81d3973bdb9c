using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class GetDocumentVersions
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("document-version", (HttpContext http, ReadDrafts drafts, OpenDocument documents, StoredAccounts accounts) => http.Id("documentId") is { } id
            ? documents.Draft(http.Actor(), id).To(http, document => List(http, document, drafts, accounts))
            : Answer.NotFound(http));
        api.MapGet("document-version/{id}", (string id, HttpContext http, OpenDocument documents, Models models) => VersionId.Read(id) is { } version
            ? documents.Version(http.Actor(), version.Document, version.Number).To(http, document => Call.Json(Version(id, models.Document(document))))
            : Answer.NotFound(http));
        // Versions are kept for good; nothing is ever cleaned up.
        api.MapPut("document-version/{id}/prevent-cleanup", (string id, HttpContext http, OpenDocument documents) => VersionId.Read(id) is { } version
            ? documents.Version(http.Actor(), version.Document, version.Number).To(http, _ => Results.Ok())
            : Answer.NotFound(http));
    }

    private static IResult List(HttpContext http, OpenedDocument document, ReadDrafts drafts, StoredAccounts accounts)
    {
        var culture = http.Request.Query["culture"].ToString();
        var read = drafts.Read(http.Actor(), document.Card.Id).Value;
        var versions = drafts.Versions(http.Actor(), document.Card.Id).Value!.Where(v => culture.Length == 0 || v.Cultures.Contains(culture)).ToList();
        var page = versions.Skip(http.Skip()).Take(http.Take()).ToList();
        var ids = EditorId.Of(accounts, page.ConvertAll(v => (v.Actor, v.Account)));
        return Call.Json(new
        {
            total = versions.Count,
            items = page.Select((v, i) => new
            {
                id = VersionId.Of(document.Card.Id, v.Number),
                document = new Reference(document.Card.Id),
                documentType = new Reference(EditorSchema.OfDocument(document.Card.Type)),
                user = new { id = ids[i] },
                versionDate = Models.Time(v.CreatedAt),
                isCurrentPublishedVersion = read?.PublishedVersions.Any(p => p.Value == v.Number && (culture.Length == 0 || p.Key == culture)) == true,
                isCurrentDraftVersion = v.Number == document.Version,
                preventCleanup = true,
            }).ToList(),
        });
    }

    private static object Version(string id, DocumentModel document) => new
    {
        id, document = new Reference(document.Id), document.DocumentType, document.Values, document.Variants, document.Flags,
    };
}
