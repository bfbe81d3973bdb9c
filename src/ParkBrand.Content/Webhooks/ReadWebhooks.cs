using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>The webhooks and their log, for administrators. No secret comes out here.</summary>
public sealed class ReadWebhooks
{
    private readonly Database database;
    private readonly WebhookSecrets secrets;
    internal ReadWebhooks(Database database, WebhookSecrets secrets) => (this.database, this.secrets) = (database, secrets);

    public Outcome<Page<Webhook>> List(Actor actor, int skip, int take) => Allowed(actor, connection => Outcome.Ok(new Page<Webhook>(
        [.. connection.Query<WebhookRow>(WebhookRow.Select + " ORDER BY name, id LIMIT @take OFFSET @skip", new { skip, take }).Select(r => r.Read(secrets))],
        connection.ExecuteScalar<int>("SELECT count(*) FROM webhook"), skip)));

    public Outcome<IReadOnlyList<Webhook>> Find(Actor actor, IReadOnlyList<Guid> ids) => Allowed(actor, connection => Outcome.Ok<IReadOnlyList<Webhook>>(
        [.. connection.Query<WebhookRow>(WebhookRow.Select + " WHERE id IN @ids ORDER BY name, id", new { ids = ids.Select(i => i.ToString()) }).Select(r => r.Read(secrets))]));

    public Outcome<Webhook> Find(Actor actor, Guid id) =>
        Find(actor, [id]) is { IsOk: true, Value: var found } ? found is [var one] ? Outcome.Ok(one) : Outcome.NotFound<Webhook>() : Outcome.Forbidden<Webhook>(Permissions.Users);

    /// <summary>Deliveries, newest first.</summary>
    /// <param name="webhook">Null for those of all.</param>
    public Outcome<Page<WebhookDelivery>> Log(Actor actor, Guid? webhook, int skip, int take) => Allowed(actor, connection =>
    {
        if (webhook is not null && !connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM webhook WHERE id = @webhook)", new { webhook }))
            return Outcome.NotFound<Page<WebhookDelivery>>();
        var where = webhook is null ? "" : " WHERE d.webhook_id = @webhook";
        return Outcome.Ok(new Page<WebhookDelivery>(
            [.. connection.Query<DeliveryRow>($"{DeliveryRow.Select}{where} ORDER BY d.place DESC LIMIT @take OFFSET @skip", new { webhook, skip, take }).Select(r => r.Read())],
            connection.ExecuteScalar<int>($"SELECT count(*) FROM webhook_delivery d{where}", new { webhook }), skip));
    });

    private Outcome<T> Allowed<T>(Actor actor, Func<SqliteConnection, Outcome<T>> read) =>
        actor.LooksAfterAccounts ? database.Read(read) : Outcome.Forbidden<T>(Permissions.Users);
}
