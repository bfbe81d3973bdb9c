using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>A link under which a draft can be looked at for a day, by the editor and by whoever they hand it to.</summary>
internal static class GetPreviewUrl
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/{id:guid}/preview-url", async (Guid id, string? culture, HttpContext http, PreviewDraft drafts, Content.Schema.ContentSchema schema) =>
        (await drafts.Link(http.Actor(), id, culture ?? schema.Languages[0].IsoCode, http.RequestAborted)).To(http, token =>
            Call.Json(new { culture, message = (string?)null, provider = "ParkBrand", url = $"/umbraco/preview/{token}" })));
}
