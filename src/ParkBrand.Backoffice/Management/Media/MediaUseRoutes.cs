using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Who shows an item, what happened to it, and where it is to be had.</summary>
internal static class MediaUseRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("media/{id:guid}/referenced-by", (Guid id, HttpContext http, ReadMedia media, BrowseDocuments documents) => media.UsedBy(http.Actor(), id).To(http, use =>
        {
            var ids = use.Seen.Select(u => u.Document).Distinct().ToList();
            // Those that the editor may not see are counted, so that a refusal to delete is no riddle.
            return Call.Json(new { total = ids.Count + use.Hidden, items = documents.Items(http.Actor(), [.. ids.Skip(http.Skip()).Take(http.Take())]).Select(GetReferences.Model).ToList() });
        }));
        api.MapGet("media/{id:guid}/referenced-descendants", (Guid id, HttpContext http, ReadMedia media) =>
            media.UsedBelow(http.Actor(), id).To(http, used => Listed(http, used)));
        api.MapGet("media/are-referenced", (HttpContext http, ReadMedia media) => Listed(http,
            [.. http.Ids().Where(id => media.UsedBy(http.Actor(), id) is { IsOk: true, Value: { } use } && (use.Seen.Count > 0 || use.Hidden > 0))]));
        api.MapGet("media/{id:guid}/audit-log", (Guid id, HttpContext http, ReadMedia media, StoredAccounts accounts) => media.Audit(http.Actor(), id).To(http, entries =>
        {
            var ordered = http.Request.Query["orderDirection"] == "Ascending" ? entries.Reverse() : entries;
            var page = ordered.Skip(http.Skip()).Take(http.Take()).ToList();
            var ids = EditorId.Of(accounts, page.ConvertAll(e => (e.Actor, e.Account)));
            return Call.Json(new { total = entries.Count, items = page.Select((e, i) => Entry(e, ids[i])).ToList() });
        }));
        api.MapGet("media/urls", (HttpContext http, ReadMedia media) => Addresses(media.Read(http.Actor(), http.Ids()), i => i.Url));
        api.MapGet("imaging/resize/urls", (HttpContext http, ReadMedia media) => Addresses(media.Read(http.Actor(), http.Ids()), i => Thumbnail(i, http.Number("width", 400, 10_000))));
    }

    private static IResult Listed(HttpContext http, IReadOnlyList<Guid> ids) =>
        Call.Json(new { total = ids.Count, items = ids.Skip(http.Skip()).Take(http.Take()).Select(id => new Reference(id)).ToList() });

    private static IResult Addresses(IReadOnlyList<MediaItem> items, Func<MediaItem, string?> url) =>
        Call.Json(items.Select(i => new { i.Id, urlInfos = new[] { new { culture = (string?)null, url = url(i) } } }).ToList());

    /// <summary>The next size that is made; a drawing fits every size, and what is no picture has none.</summary>
    private static string? Thumbnail(MediaItem item, int width) => item.Type != MediaSchema.Image ? null
        : item.ContentType == "image/svg+xml" || item.Trashed ? item.Url
        : $"/media/thumb-{(width <= 200 ? 200 : width <= 400 ? 400 : 800)}{(item.Focus is var (x, y) ? $"-{x}-{y}" : "")}/{item.Hash}/{Uri.EscapeDataString(item.FileName)}";

    private static object Entry(AuditEntry entry, Guid by) => new
    {
        user = new { id = by },
        timestamp = Models.Time(entry.At),
        logType = entry.Action switch { "create" or "upload" => "New", "save" or "replace" => "Save", "move" or "trash" or "restore" => "Move", "sort" => "Sort", "delete" => "Delete", _ => "Custom" },
        comment = entry.Detail,
        parameters = (string?)null,
    };
}
