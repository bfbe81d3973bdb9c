using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>What the editor may create here; the right to do so is asked of the concrete place.</summary>
internal static class GetAllowedTypes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("document-type/allowed-at-root", (HttpContext http, EditorSchema schema, ReadRights rights) =>
            List(schema, rights.Creatable(http.Actor(), null)));
        api.MapGet("document-type/{id:guid}/allowed-children", (Guid id, HttpContext http, EditorSchema schema, ReadRights rights) =>
            schema.Alias(id) is not { } alias ? Answer.NotFound(http)
            : http.Id("parentContentKey") is { } parent ? List(schema, rights.Creatable(http.Actor(), parent))
            : List(schema, [.. schema.Content.DocumentTypes[alias].AllowedChildren]));
        api.MapGet("document-type/{id:guid}/allowed-parents", (Guid id, HttpContext http, EditorSchema schema) => schema.Alias(id) is not { } alias ? Answer.NotFound(http)
            : Call.Json(new { allowedParentIds = schema.Content.DocumentTypes.Values.Where(t => t.AllowedChildren.Contains(alias)).Select(t => new Reference(EditorSchema.OfDocument(t.Alias))).ToList() }));
        api.MapGet("document-type/{id:guid}/blueprint", () => Call.Json(new { total = 0, items = Array.Empty<object>() }));
    }

    private static IResult List(EditorSchema schema, IReadOnlyList<string> aliases) => Call.Json(new
    {
        total = aliases.Count,
        items = aliases.Select(a => schema.Types[EditorSchema.OfDocument(a)]).Select(t => new { t.Id, t.Name, t.Description, t.Icon }).ToList(),
    });
}
