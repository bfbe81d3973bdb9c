using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What happened to a document, planned publications included.</summary>
internal static class GetAuditLog
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/{id:guid}/audit-log", (Guid id, HttpContext http, ReadDrafts drafts, StoredAccounts accounts) =>
        drafts.Audit(http.Actor(), id).To(http, entries =>
        {
            var ordered = http.Request.Query["orderDirection"] == "Ascending" ? entries.Reverse() : entries;
            var page = ordered.Skip(http.Skip()).Take(http.Take()).ToList();
            var ids = EditorId.Of(accounts, page.ConvertAll(e => (e.Actor, e.Account)));
            return Call.Json(new { total = entries.Count, items = page.Select((e, i) => Entry(e, ids[i])).ToList() });
        }));

    private static object Entry(AuditEntry entry, Guid by) => new
    {
        user = new { id = by },
        timestamp = Models.Time(entry.At),
        logType = Type(entry),
        comment = entry.Detail,
        parameters = entry.Culture,
    };

    private static string Type(AuditEntry entry) => entry.Action switch
    {
        "create" => "New",
        "save" => "Save",
        "publish" => entry.Culture is null ? "Publish" : "PublishVariant",
        "unpublish" => entry.Culture is null ? "Unpublish" : "UnpublishVariant",
        "move" or "trash" or "restore" => "Move",
        "copy" => "Copy",
        "sort" => "Sort",
        "rollback" => "RollBack",
        "delete" => "Delete",
        _ => "Custom",
    };
}
