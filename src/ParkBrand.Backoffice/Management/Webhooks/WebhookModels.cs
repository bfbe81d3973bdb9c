using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Backoffice.Management.Webhooks;

/// <summary>The client's WebhookEventModel. It lets one webhook have events of one type only.</summary>
internal sealed record EventModel(string EventName, string EventType, string Alias)
{
    public static EventModel Of(Wording wording, string alias) => new(wording.Say("event:" + alias), WebhookEvents.IsMedia(alias) ? "Media" : "Content", alias);
}

/// <summary>The client's WebhookResponseModel.</summary>
internal sealed record WebhookModel(
    Guid Id, IReadOnlyList<EventModel> Events, bool Enabled, string Name, string? Description, string Url, IReadOnlyList<Guid> ContentTypeKeys, IReadOnlyDictionary<string, string> Headers)
{
    public static WebhookModel Of(Wording wording, Webhook webhook) => new(
        webhook.Id, [.. webhook.Events.Select(e => EventModel.Of(wording, e))], webhook.Enabled, webhook.Name, webhook.Description, webhook.Url, webhook.Types, webhook.Headers);
}

/// <summary>The client's WebhookItemResponseModel.</summary>
internal sealed record WebhookItemModel(bool Enabled, string Name, string Events, string Url, string Types, Guid Id, IReadOnlyList<object> Flags)
{
    public static WebhookItemModel Of(Webhook webhook) => new(webhook.Enabled, webhook.Name, string.Join(',', webhook.Events), webhook.Url, string.Join(',', webhook.Types), webhook.Id, []);
}

/// <summary>The client's WebhookLogResponseModel. What was sent is not kept: it follows from the event.</summary>
internal sealed record LogModel(
    Guid Key, Guid WebhookKey, string StatusCode, int? HttpStatusCode, bool IsSuccessStatusCode, string Date, string EventAlias, string Url, int RetryCount,
    string RequestHeaders, string RequestBody, string ResponseHeaders, string ResponseBody, bool ExceptionOccured)
{
    public static LogModel Of(Wording wording, WebhookDelivery d) => new(
        d.Id, d.WebhookId, Said(wording, d), d.Status, d.State == "delivered", Models.Time(d.TriedAt ?? d.At)!, d.Event, d.Url, Math.Max(0, d.Tries - 1), "", "", "", d.Reply ?? "",
        d is { Problem: not null, Status: null });

    private static string Said(Wording wording, WebhookDelivery d) =>
        d.Status is { } status ? $"{status.ToString(CultureInfo.InvariantCulture)} {(HttpStatusCode)status}" : wording.Say("delivery:" + (d.Problem ?? d.State));
}

/// <summary>A delivery with all that is known of it, for our own view.</summary>
internal sealed record DeliveryModel(
    Guid Id, long Seq, string Event, string EventName, string At, string Subject, Guid SubjectId, string Type, string? Route, string State, int Tries, string? NextAt, string? TriedAt,
    int? Status, string? Problem, string? Reply, bool MayReplay)
{
    public static DeliveryModel Of(Wording wording, WebhookDelivery d) => new(
        d.Id, d.Seq, d.Event, wording.Say("event:" + d.Event), Models.Time(d.At)!, d.Subject, d.SubjectId, d.Type, d.Route, d.State, d.Tries, d.NextAt is { } next ? Models.Time(next) : null,
        d.TriedAt is { } tried ? Models.Time(tried) : null, d.Status, d.Problem, d.Reply, d.State != "waiting");
}
