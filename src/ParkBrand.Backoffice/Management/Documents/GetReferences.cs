using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Who refers to a document, asked before it is thrown away or withdrawn.</summary>
internal static class GetReferences
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("document/{id:guid}/referenced-by", (Guid id, HttpContext http, ReadReferences references) =>
            references.To(http.Actor(), id, http.Skip(), http.Take()).To(http, page => Call.Paged(page, Model)));
        api.MapGet("document/{id:guid}/referenced-descendants", (Guid id, HttpContext http, ReadReferences references) =>
            references.Descendants(http.Actor(), id, http.Skip(), http.Take()).To(http, page => Call.Paged(page, card => new Reference(card.Id))));
        api.MapGet("document/are-referenced", (HttpContext http, ReadReferences references) =>
        {
            var referred = references.AreReferred(http.Actor(), http.Ids());
            return Call.Json(new { total = referred.Count, items = referred.Skip(http.Skip()).Take(http.Take()).Select(id => new Reference(id)).ToList() });
        });
    }

    public static ReferenceModel Model(DocumentCard card) => new(
        "DocumentReferenceResponseModel", card.Id, card.Variants.Count > 0 ? card.Variants[0].Name : null, card.Variants.Any(v => v.State != VariantState.Draft),
        new(EditorSchema.OfDocument(card.Type), null, card.Type, null), Models.Variants(card));
}
