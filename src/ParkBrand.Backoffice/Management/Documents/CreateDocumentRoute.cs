using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class CreateDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("document", (Body<CreateRequest> body, HttpContext http, ContentReader reader, CreateDocument create) =>
        reader.New(http, body.Value.DocumentType.Id, body.Value, async (type, content) =>
            (await create.Execute(http.Actor(), new(type, body.Value.Parent?.Id, content.Content, body.Value.Id, content.Slug), http.RequestAborted))
                .To(http, made => Call.Created(http, "document", made.Id), refused => content.Errors(http, refused.Problems))));
}
