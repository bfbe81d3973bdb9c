using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What would stand against publishing; asked before the client does so.</summary>
internal static class ValidateDocument
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("document/validate", (Body<CreateRequest> body, HttpContext http, ContentReader reader, CheckDocument check) =>
        reader.New(http, body.Value.DocumentType.Id, body.Value, (type, content) => Task.FromResult(
            check.New(http.Actor(), type, body.Value.Parent?.Id, content.Content, Cultures(body.Value.Cultures, body.Value), content.Slug)
                .To(http, _ => Results.Ok(), refused => content.Errors(http, refused.Problems)))));

    public static void MapExisting(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/validate",
        (Guid id, Body<ValidateRequest> body, HttpContext http, ContentReader reader, CheckDocument check) =>
            reader.Existing(http, id, body.Value, guarded: false, content => Task.FromResult(
                check.Existing(http.Actor(), id, content.Content, Cultures(body.Value.Cultures, body.Value), content.Slug)
                    .To(http, _ => Results.Ok(), refused => content.Errors(http, refused.Problems)))));

    private static List<string> Cultures(IReadOnlyList<string>? asked, IContentRequest request) => [.. asked ?? [.. request.Variants.Select(v => v.Culture ?? "")]];
}
