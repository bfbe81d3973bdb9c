using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class CreateAndPublishDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("document/create-and-publish",
        (Body<CreateAndPublishRequest> body, HttpContext http, ContentReader reader, CreateAndPublish publish) =>
            reader.New(http, body.Value.DocumentType.Id, body.Value, async (type, content) =>
                (await publish.Execute(http.Actor(), new(new(type, body.Value.Parent?.Id, content.Content, body.Value.Id, content.Slug), body.Value.CulturesToPublish), http.RequestAborted))
                    .To(http, made => Call.Created(http, "document", made.Id), refused => content.Errors(http, refused.Problems))));
}
