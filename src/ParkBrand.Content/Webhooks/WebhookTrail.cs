using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Access;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

internal static class WebhookTrail
{
    /// <summary>Who did what to a webhook; kept for good, beside what was done to documents.</summary>
    public static void Note(this Database database, SqliteConnection connection, SqliteTransaction transaction, Actor actor, string action, Guid id) =>
        connection.Execute("INSERT INTO audit (at, actor, actor_id, action, document_id) VALUES (@at, @Name, @Account, @action, @id)",
            new { at = Instant.Write(database.Clock.GetUtcNow()), actor.Name, actor.Account, action, id }, transaction);
}
