using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.MediaLibrary;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>The media types, read-only: they stand in <c>umbraco.json</c>.</summary>
internal static class MediaTypeRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("media-type/{id:guid}", (Guid id, HttpContext http, MediaSchema schema) =>
            schema.Alias(id) is { } alias ? Call.Json(schema.Type(alias, Wording.Of(http))) : Answer.NotFound(http));
        api.MapGet("media-type/batch", (HttpContext http, MediaSchema schema) => List(http.Ids().Select(schema.Alias).OfType<string>(), a => schema.Type(a, Wording.Of(http))));
        api.MapGet("media-type/configuration", () => Call.Json(new { reservedFieldNames = Array.Empty<string>() }));
        api.MapGet("media-type/allowed-at-root", (HttpContext http, MediaSchema schema, ReadMedia media) => Allowed(http, schema, media, null));
        api.MapGet("media-type/{id:guid}/allowed-children", (Guid id, HttpContext http, MediaSchema schema, ReadMedia media) =>
            id == MediaSchema.Folder ? Allowed(http, schema, media, http.Id("parentContentKey")) : schema.Alias(id) is null ? Answer.NotFound(http) : List([], _ => null));
        api.MapGet("media-type/{id:guid}/allowed-parents", (Guid id, MediaSchema schema) =>
            Call.Json(new { allowedParentIds = schema.Alias(id) is null ? [] : new[] { new Schema.Reference(MediaSchema.Folder) } }));
        api.MapGet("item/media-type", (HttpContext http, MediaSchema schema) => Call.Json(http.Ids().Select(schema.Alias).OfType<string>().Select(a => Item(a, schema, http)).ToList()));
        api.MapGet("item/media-type/allowed", (HttpContext http, MediaSchema schema) => List(ForExtension(http, schema), a => new
        {
            id = MediaSchema.IdOf(a), name = schema.Name(a, Wording.Of(http)), icon = MediaSchema.Icon(a), matchedFileExtension = a != MediaItem.FolderType, flags = Array.Empty<object>(),
        }));
        api.MapGet("item/media-type/folders", (HttpContext http, MediaSchema schema) => List([MediaItem.FolderType], a => Item(a, schema, http)));
        api.MapGet("item/media-type/ancestors", (HttpContext http, MediaSchema schema) => Call.Json(http.Ids().Select(id => new { id, ancestors = Array.Empty<object>() }).ToList()));
        api.MapGet("item/media-type/search", (HttpContext http, MediaSchema schema) => List(
            schema.Aliases.Where(a => schema.Name(a, Wording.Of(http)).Contains(http.Request.Query["query"].ToString(), StringComparison.OrdinalIgnoreCase)), a => Item(a, schema, http)));
        api.MapGet("tree/media-type/root", (HttpContext http, MediaSchema schema) => List(schema.Aliases.Skip(http.Skip()).Take(http.Take()), a => new
        {
            id = MediaSchema.IdOf(a), name = schema.Name(a, Wording.Of(http)), icon = MediaSchema.Icon(a), parent = (object?)null,
            hasChildren = false, isFolder = false, isDeletable = false, noAccess = false, flags = Array.Empty<object>(),
        }));
        api.MapGet("tree/media-type/ancestors", () => Call.Json(Array.Empty<object>()));
    }

    /// <summary>What the editor may put here: nothing, where they may not create.</summary>
    private static IResult Allowed(HttpContext http, MediaSchema schema, ReadMedia media, Guid? parent) => List(media.MayCreate(http.Actor(), parent) ? schema.Aliases : [], a => new
    {
        id = MediaSchema.IdOf(a), name = schema.Name(a, Wording.Of(http)), description = (string?)null, icon = MediaSchema.Icon(a),
    });

    private static IEnumerable<string> ForExtension(HttpContext http, MediaSchema schema) => http.Request.Query["fileExtension"].ToString() is { Length: > 0 } extension
        ? schema.Content.MediaTypeOf("a." + extension.TrimStart('.')) is { } type ? [type.Alias] : []
        : [MediaItem.FolderType];

    private static object Item(string alias, MediaSchema schema, HttpContext http) =>
        new { id = MediaSchema.IdOf(alias), name = schema.Name(alias, Wording.Of(http)), icon = MediaSchema.Icon(alias), flags = Array.Empty<object>() };

    private static IResult List(IEnumerable<string> aliases, Func<string, object?> model)
    {
        var items = aliases.Select(model).ToList();
        return Call.Json(new { total = items.Count, items });
    }
}
