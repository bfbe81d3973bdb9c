using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Saves the draft; nothing of it becomes public.</summary>
internal static class UpdateDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}", (Guid id, Body<UpdateRequest> body, HttpContext http, ContentReader reader, SaveDocument save) =>
        reader.Existing(http, id, body.Value, guarded: true, async content =>
            (await save.Execute(http.Actor(), new(id, content.Content, content.BasedOn, content.Slug), http.RequestAborted))
                .To(http, _ => Results.Ok(), refused => content.Errors(http, refused.Problems))));
}
