using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.MediaLibrary;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Trees, lists, items and search.</summary>
internal static class BrowseMediaRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("tree/media/root", (HttpContext http, ReadMedia media, MediaSchema schema) => Children(http, media, schema, null));
        api.MapGet("tree/media/children", (HttpContext http, ReadMedia media, MediaSchema schema) => http.Id("parentId") is { } parent ? Children(http, media, schema, parent) : Answer.NotFound(http));
        api.MapGet("tree/media/ancestors", (HttpContext http, ReadMedia media, MediaSchema schema) => http.Id("descendantId") is { } descendant
            ? media.Read(http.Actor(), descendant) is { IsOk: true, Value: { } self }
                ? Call.Json(media.Ancestors(http.Actor(), descendant).Value!.Append(self).Select(i => MediaModels.TreeItem(schema, i)).ToList())
                : Answer.NotFound(http)
            : Answer.NotFound(http));
        api.MapGet("tree/media/siblings", Siblings);
        api.MapGet("item/media", (HttpContext http, ReadMedia media) => Call.Json(media.Read(http.Actor(), http.Ids()).Select(MediaModels.Item).ToList()));
        api.MapGet("item/media/ancestors", (HttpContext http, ReadMedia media) => Call.Json(http.Ids().Select(id => new
        {
            id, ancestors = media.Ancestors(http.Actor(), id) is { IsOk: true } chain ? chain.Value!.Select(MediaModels.Item).ToList() : [],
        }).ToList()));
        api.MapGet("item/media/search", (HttpContext http, ReadMedia media, MediaSchema schema) => MediaModels.Page(
            media.Search(http.Actor(), http.Request.Query["query"].ToString(), Types(http, schema), http.Id("parentId"), http.Skip(), http.Take()), MediaModels.Item));
        api.MapGet("collection/media", Collection);
        api.MapGet("media/{id:guid}", (Guid id, HttpContext http, ReadMedia media, MediaSchema schema) =>
            media.Read(http.Actor(), id).To(http, item => Call.Json(MediaModels.Detail(schema, item))));
        api.MapGet("media/configuration", () => Call.Json(new { disableDeleteWhenReferenced = true, disableUnpublishWhenReferenced = false }));
    }

    private static IResult Children(HttpContext http, ReadMedia media, MediaSchema schema, Guid? parent) =>
        media.Children(http.Actor(), parent, http.Skip(), http.Take()).To(http, page => MediaModels.Page(page, i => MediaModels.TreeItem(schema, i)));

    private static IResult Siblings(HttpContext http, ReadMedia media, MediaSchema schema)
    {
        if (http.Id("target") is not { } target)
            return Answer.NotFound(http);
        return media.Siblings(http.Actor(), target, foldersOnly: false).To(http, page =>
        {
            var at = page.Items.ToList().FindIndex(i => i.Id == target);
            var first = Math.Max(0, at - http.Number("before", 0, 500));
            var items = page.Items.Skip(first).Take(at - first + 1 + http.Number("after", 0, 500)).ToList();
            return Call.Json(new { totalBefore = first, totalAfter = Math.Max(0, page.Total - first - items.Count), items = items.Select(i => MediaModels.TreeItem(schema, i)).ToList() });
        });
    }

    private static IResult Collection(HttpContext http, ReadMedia media, MediaSchema schema) =>
        media.Children(http.Actor(), http.Id("id"), http.Skip(), http.Take(), filter: http.Request.Query["filter"].ToString() is { Length: > 0 } filter ? filter : null, order: Order(http))
            .To(http, page => Call.Json(new { total = page.Total, items = page.Items.Select((item, i) => MediaModels.CollectionItem(schema, item, http.Skip() + i)).ToList() }));

    private static MediaOrder Order(HttpContext http) => (http.Request.Query["orderBy"].ToString(), http.Request.Query["orderDirection"].ToString().StartsWith("desc", StringComparison.OrdinalIgnoreCase)) switch
    {
        ("name", true) => MediaOrder.NameBackwards,
        ("name", false) => MediaOrder.Name,
        ("updateDate" or "createDate", true) => MediaOrder.NewestFirst,
        ("updateDate" or "createDate", false) => MediaOrder.OldestFirst,
        _ => MediaOrder.Place,
    };

    private static List<string> Types(HttpContext http, MediaSchema schema) => [.. http.Ids("allowedMediaTypes").Select(schema.Alias).OfType<string>()];
}
