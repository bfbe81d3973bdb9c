using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>What happened to a document, planned publications included.</summary>
internal static class GetAuditLog
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/{id:guid}/audit-log", (Guid id, HttpContext http, ReadDrafts drafts, StoredAccounts accounts, EditorSchema schema) =>
        drafts.Audit(http.Actor(), id).To(http, entries =>
        {
            var ordered = http.Request.Query["orderDirection"] == "Ascending" ? entries.Reverse() : entries;
            var page = ordered.Skip(http.Skip()).Take(http.Take()).ToList();
            var ids = EditorId.Of(accounts, page.ConvertAll(e => (e.Actor, e.Account)));
            return Call.Json(new { total = entries.Count, items = page.Select((e, i) => Entry(e, ids[i], schema.Content)).ToList() });
        }));

    private static object Entry(AuditEntry entry, Guid by, ContentSchema content) => new
    {
        user = new { id = by },
        timestamp = Models.Time(entry.At),
        logType = Type(entry),
        comment = entry.Detail,
        parameters = Planned(entry) is { } due ? $"{Language(entry, content)} · {due}" : Language(entry, content),
    };

    private static string? Language(AuditEntry entry, ContentSchema content) => content.Languages.FirstOrDefault(l => l.IsoCode == entry.Culture)?.Name ?? entry.Culture;

    /// <summary>For when something was planned.</summary>
    private static string? Planned(AuditEntry entry) =>
        entry.Action == "schedule" && entry.Detail?.Split(" at ") is [_, var at] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var due)
            ? ChinaTime.Of(due).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;

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
        // Ours; the client's texts for them are parkbrand_did… and parkbrand_told….
        "schedule" => entry.Detail?.StartsWith("unpublish", StringComparison.Ordinal) == true ? "PlannedWithdrawal" : "PlannedPublication",
        "schedule-ended" => "PlanEnded",
        "schedule-failed" => "PlanFailed",
        "redirect" => "Redirected",
        _ => "Custom",
    };
}
