using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>The children of a document as a list that can be filtered.</summary>
internal static class GetDocumentCollection
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("collection/document/{id:guid}", (Guid id, HttpContext http, BrowseDocuments documents, FindDocuments find, Models models) =>
    {
        var words = http.Request.Query["filter"].ToString();
        return words.Length == 0
            ? documents.Children(http.Actor(), id, http.Skip(), http.Take()).To(http, page => Call.Paged(page, card => Line(card, models)))
            : documents.Children(http.Actor(), id, 0, 0).To(http, _ =>
                Call.Paged(find.Find(http.Actor(), new FindDocuments.Question(words, [], id, Skip: http.Skip(), Take: http.Take())), card => Line(card, models)));
    });

    private static object Line(DocumentCard card, Models models)
    {
        var item = models.TreeItem(card);
        return new
        {
            item.Id, documentType = new { item.DocumentType.Id, alias = card.Type, item.DocumentType.Icon, item.DocumentType.Collection },
            item.IsTrashed, item.IsProtected, item.Ancestors, updater = (string?)null, creator = (string?)null, sortOrder = card.Sort, item.Flags,
            values = Array.Empty<object>(),
            variants = card.Variants.Select(v => new
            {
                id = card.Id, v.Culture, segment = (string?)null, v.Name, state = Models.State(card, v),
                createDate = Models.Time(card.CreatedAt), updateDate = Models.Time(card.SavedAt), publishDate = (string?)null,
                scheduledPublishDate = (string?)null, scheduledUnpublishDate = (string?)null, flags = Array.Empty<object>(),
            }).ToList(),
        };
    }
}
