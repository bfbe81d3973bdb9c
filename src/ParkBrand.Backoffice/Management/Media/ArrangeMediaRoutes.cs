using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Moving, sorting, the recycle bin.</summary>
internal static class ArrangeMediaRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("media/{id:guid}/move", async (Guid id, Body<TargetRequest> body, HttpContext http, MoveMedia move) =>
            (await move.Execute(http.Actor(), new(id, body.Value.Target?.Id), http.RequestAborted)).To(http, _ => Results.Ok()));
        api.MapPut("media/sort", async (Body<SortRequest> body, HttpContext http, SortMedia sort) =>
            (await sort.Execute(http.Actor(), new(body.Value.Parent?.Id, body.Value.Sorting.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.SortOrder)), http.RequestAborted)).To(http, _ => Results.Ok()));
        api.MapPut("media/{id:guid}/move-to-recycle-bin", async (Guid id, HttpContext http, TrashMedia trash) =>
            (await trash.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok()));
        api.MapDelete("media/{id:guid}", Delete);
        MapBin(api);
    }

    private static void MapBin(RouteGroupBuilder api)
    {
        api.MapGet("recycle-bin/media/root", (HttpContext http, ReadMedia media) => Bin(http, media, null));
        api.MapGet("recycle-bin/media/children", (HttpContext http, ReadMedia media) => http.Id("parentId") is { } parent ? Bin(http, media, parent) : Answer.NotFound(http));
        // Nothing in the bin is in use: what is, cannot be thrown away.
        api.MapGet("recycle-bin/media/referenced-by", () => Call.Json(new { total = 0, items = Array.Empty<object>() }));
        api.MapGet("recycle-bin/media/{id:guid}/original-parent", (Guid id, HttpContext http, ReadMedia media) =>
            media.Read(http.Actor(), id).To(http, item => !item.Trashed ? Answer.NotFound(http) : Call.Json(item.Parent is { } parent ? new Reference(parent) : null)));
        api.MapPut("recycle-bin/media/{id:guid}/restore", async (Guid id, Body<TargetRequest> body, HttpContext http, RestoreMedia restore) =>
            (await restore.Execute(http.Actor(), new(id, body.Value.Target?.Id), http.RequestAborted)).To(http, _ => Results.Ok()));
        api.MapDelete("recycle-bin/media/{id:guid}", Delete);
        api.MapDelete("recycle-bin/media", async (HttpContext http, ReadMedia media, DeleteMedia delete) =>
        {
            foreach (var item in media.Bin(http.Actor(), null, 0, ReadMedia.MaxPage).Value!.Items)
                if (await delete.Execute(http.Actor(), item.Id, http.RequestAborted) is { IsOk: false } refused)
                    return refused.To(http, _ => Results.Ok());
            return Results.Ok();
        });
    }

    private static async Task<IResult> Delete(Guid id, HttpContext http, DeleteMedia delete) => (await delete.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok());

    private static IResult Bin(HttpContext http, ReadMedia media, Guid? parent) =>
        media.Bin(http.Actor(), parent, http.Skip(), http.Take()).To(http, page => MediaModels.Page(page, MediaModels.BinItem));
}
