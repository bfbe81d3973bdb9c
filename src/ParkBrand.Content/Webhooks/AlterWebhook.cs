using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>Deletes a webhook with its log; what waits for it is not sent.</summary>
public sealed class DeleteWebhook
{
    private readonly Database database;
    internal DeleteWebhook(Database database) => this.database = database;

    public async Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        !actor.LooksAfterAccounts ? Outcome.Forbidden<bool>(Permissions.Users) : await database.Write((connection, transaction) =>
        {
            if (connection.Execute("DELETE FROM webhook WHERE id = @id", new { id }, transaction) == 0)
                return (false, Outcome.NotFound<bool>());
            if (!connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM webhook)", transaction: transaction))
                Listening.End(connection, transaction);
            database.Note(connection, transaction, actor, "webhook-delete", id);
            return (true, Outcome.Ok(true));
        }, cancel);
}

/// <summary>Gives a webhook a new secret. The former one signs as well for a day, so that a receiver can be changed over without a gap.</summary>
public sealed class RenewSecret
{
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    private readonly Database database;
    private readonly WebhookSecrets secrets;
    internal RenewSecret(Database database, WebhookSecrets secrets) => (this.database, this.secrets) = (database, secrets);

    /// <returns>The secret, told only this once.</returns>
    public async Task<Outcome<string>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        !actor.LooksAfterAccounts ? Outcome.Forbidden<string>(Permissions.Users) : await database.Write((connection, transaction) =>
        {
            var (secret, now) = (WebhookSecrets.New(), database.Clock.GetUtcNow());
            var changed = connection.Execute("UPDATE webhook SET former_secret = secret, former_until = @until, secret = @closed, changed_at = @now WHERE id = @id",
                new { id, closed = secrets.Close(secret), now = Instant.Write(now), until = Instant.Write(now + Overlap) }, transaction);
            if (changed == 0)
                return (false, Outcome.NotFound<string>());
            database.Note(connection, transaction, actor, "webhook-secret", id);
            return (true, Outcome.Ok(secret));
        }, cancel);
}

/// <summary>Lets a webhook that was held or suspended go on at once.</summary>
public sealed class ResumeWebhook
{
    private readonly Database database;
    internal ResumeWebhook(Database database) => this.database = database;

    public async Task<Outcome<bool>> Execute(Actor actor, Guid id, CancellationToken cancel = default) =>
        !actor.LooksAfterAccounts ? Outcome.Forbidden<bool>(Permissions.Users) : await database.Write((connection, transaction) =>
        {
            var now = Instant.Write(database.Clock.GetUtcNow());
            if (connection.QueryFirstOrDefault<bool?>("SELECT enabled FROM webhook WHERE id = @id", new { id }, transaction) == false)
                return (false, Outcome.Invalid<bool>("the webhook is switched off"));
            if (connection.Execute("UPDATE webhook SET failures = 0, hold_until = NULL, suspended_at = NULL, note = NULL WHERE id = @id", new { id }, transaction) == 0)
                return (false, Outcome.NotFound<bool>());
            connection.Execute("UPDATE webhook_delivery SET next_at = @now WHERE webhook_id = @id AND state = 'waiting' AND next_at > @now", new { id, now }, transaction);
            database.Note(connection, transaction, actor, "webhook-resume", id);
            return (true, Outcome.Ok(true));
        }, cancel);
}

/// <summary>Sends one delivery again, as one of its own: with a new id, since a receiver drops those that it has had, and with the place of the first.</summary>
public sealed class ReplayDelivery
{
    private readonly Database database;
    internal ReplayDelivery(Database database) => this.database = database;

    /// <returns>The id of the new delivery.</returns>
    public async Task<Outcome<Guid>> Execute(Actor actor, Guid webhook, Guid delivery, CancellationToken cancel = default) =>
        !actor.LooksAfterAccounts ? Outcome.Forbidden<Guid>(Permissions.Users) : await database.Write((connection, transaction) =>
        {
            var now = database.Clock.GetUtcNow();
            if (connection.QueryFirstOrDefault<string>("SELECT state FROM webhook_delivery WHERE id = @delivery AND webhook_id = @webhook", new { webhook, delivery }, transaction) is not { } state)
                return (false, Outcome.NotFound<Guid>());
            if (!connection.ExecuteScalar<bool>("SELECT enabled FROM webhook WHERE id = @webhook", new { webhook }, transaction))
                return (false, Outcome.Invalid<Guid>("the webhook is switched off"));
            if (state == "waiting")
                return (false, Outcome.Invalid<Guid>("it is still waiting to be delivered"));
            var id = Guid.CreateVersion7(now);
            connection.Execute("""
                INSERT INTO webhook_delivery (id, webhook_id, seq, event, at, subject, subject_id, type, cultures, route, state, next_at)
                SELECT @id, webhook_id, coalesce(seq, place), event, at, subject, subject_id, type, cultures, route, 'waiting', @now FROM webhook_delivery WHERE id = @delivery
                """, new { id, delivery, now = Instant.Write(now) }, transaction);
            database.Note(connection, transaction, actor, "webhook-replay", webhook);
            return (true, Outcome.Ok(id));
        }, cancel);
}
