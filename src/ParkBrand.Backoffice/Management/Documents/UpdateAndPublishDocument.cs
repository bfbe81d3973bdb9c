using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class UpdateAndPublishDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/update-and-publish",
        (Guid id, Body<UpdateAndPublishRequest> body, HttpContext http, ContentReader reader, SaveAndPublish publish) =>
            reader.Existing(http, id, body.Value, guarded: true, async content =>
                (await publish.Execute(http.Actor(), new(new(id, content.Content, content.BasedOn, content.Slug), body.Value.CulturesToPublish), http.RequestAborted))
                    .To(http, _ => Results.Ok(), refused => content.Errors(http, refused.Problems))));
}
