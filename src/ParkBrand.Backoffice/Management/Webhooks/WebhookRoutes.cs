using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Backoffice.Management.Webhooks;

/// <summary>Webhooks as the client's workspace knows them, and what it has no place for: state, secret, log with next tries, replay.</summary>
internal static class WebhookRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var webhooks = api.MapGroup("webhook");
        webhooks.MapGet("", (HttpContext http, ReadWebhooks read) =>
            read.List(http.Actor(), http.Skip(), http.Take()).To(http, page => Call.Paged(page, w => WebhookModel.Of(Wording.Of(http), w))));
        webhooks.MapPost("", Create);
        webhooks.MapGet("/events", Events);
        webhooks.MapGet("/logs", (HttpContext http, ReadWebhooks read) => Log(http, read, null));
        webhooks.MapGet("/{id:guid}", (Guid id, HttpContext http, ReadWebhooks read) => read.Find(http.Actor(), id).To(http, w => Call.Json(WebhookModel.Of(Wording.Of(http), w))));
        webhooks.MapPut("/{id:guid}", Update);
        webhooks.MapDelete("/{id:guid}", async (Guid id, HttpContext http, DeleteWebhook delete) => (await delete.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok()));
        webhooks.MapGet("/{id:guid}/logs", (Guid id, HttpContext http, ReadWebhooks read) => Log(http, read, id));
        api.MapGet("item/webhook", (HttpContext http, ReadWebhooks read) => read.Find(http.Actor(), http.Ids()).To(http, found => Call.Json(found.Select(WebhookItemModel.Of).ToList())));
        MapOurs(api.MapGroup("parkbrand/webhook/{id:guid}"));
    }

    private static void MapOurs(RouteGroupBuilder webhook)
    {
        webhook.MapGet("", (Guid id, HttpContext http, ReadWebhooks read) => read.Find(http.Actor(), id).To(http, w => Call.Json(new
        {
            w.Id, w.Name, w.Enabled, w.Health.Waiting, w.Health.Failures, heldUntil = Time(w.Health.HeldUntil), suspendedAt = Time(w.Health.SuspendedAt), w.Health.Note,
        })));
        webhook.MapGet("/deliveries", (Guid id, HttpContext http, ReadWebhooks read) =>
            read.Log(http.Actor(), id, http.Skip(), http.Take()).To(http, page => Call.Paged(page, d => DeliveryModel.Of(Wording.Of(http), d))));
        webhook.MapPost("/secret", async (Guid id, HttpContext http, RenewSecret renew) => (await renew.Execute(http.Actor(), id, http.RequestAborted)).To(http, secret =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Call.Json(new { secret });
        }));
        webhook.MapPost("/resume", async (Guid id, HttpContext http, ResumeWebhook resume) => (await resume.Execute(http.Actor(), id, http.RequestAborted)).To(http, _ => Results.Ok()));
        webhook.MapPost("/deliveries/{delivery:guid}/replay", async (Guid id, Guid delivery, HttpContext http, ReplayDelivery replay) =>
            (await replay.Execute(http.Actor(), id, delivery, http.RequestAborted)).To(http, made => Call.Json(new { id = made })));
    }

    private static IResult Events(HttpContext http)
    {
        if (!http.Actor().LooksAfterAccounts)
            return Answer.Forbidden(http);
        var events = WebhookEvents.All.Select(alias => EventModel.Of(Wording.Of(http), alias)).ToList();
        return Call.Json(new { total = events.Count, items = events });
    }

    private static async Task<IResult> Create(HttpContext http, Body<CreateWebhookRequest> body, SaveWebhook save)
    {
        var asked = body.Value;
        var command = new SaveWebhook.Command(asked.Id ?? Guid.NewGuid(), asked.Name ?? "", asked.Description, asked.Url, asked.Events, asked.ContentTypeKeys, asked.Headers, asked.Enabled);
        return (await save.Create(http.Actor(), command, http.RequestAborted)).To(http, id => Call.Created(http, "webhook", id), Places);
    }

    private static async Task<IResult> Update(Guid id, HttpContext http, Body<UpdateWebhookRequest> body, SaveWebhook save)
    {
        var asked = body.Value;
        var command = new SaveWebhook.Command(id, asked.Name ?? "", asked.Description, asked.Url, asked.Events, asked.ContentTypeKeys, asked.Headers, asked.Enabled);
        return (await save.Update(http.Actor(), command, http.RequestAborted)).To(http, _ => Results.Ok(), Places);
    }

    private static Dictionary<string, string[]> Places(Outcome<Guid> refused) =>
        refused.Problems.GroupBy(p => p.Path).ToDictionary(g => "$." + g.Key, g => g.Select(p => p.Message).ToArray());

    private static IResult Log(HttpContext http, ReadWebhooks read, Guid? webhook) =>
        read.Log(http.Actor(), webhook, http.Skip(), http.Take()).To(http, page => Call.Paged(page, d => LogModel.Of(Wording.Of(http), d)));

    private static string? Time(DateTimeOffset? at) => at is { } known ? Documents.Models.Time(known) : null;
}
