using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Questions;

/// <summary>Marks a question as done, or as open again.</summary>
public sealed class SettleQuestion
{
    private readonly Database database;
    internal SettleQuestion(Database database) => this.database = database;

    public sealed record Command(Guid Id, bool Done);

    /// <returns>Ok as well where it was so already.</returns>
    public async Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        !actor.SeesAll || !actor.EditsTheCity ? Outcome.Forbidden<bool>(Permissions.Edit) : await database.Write((connection, transaction) =>
        {
            var (id, now) = (command.Id, Instant.Write(database.Clock.GetUtcNow()));
            if (connection.QueryFirstOrDefault<(long Found, bool Done)>("SELECT 1, done_at IS NOT NULL FROM visitor_question WHERE id = @id AND kind <> 'helpful'", new { id }, transaction) is not { Found: 1, Done: var done })
                return (false, Outcome.NotFound<bool>());
            if (done == command.Done)
                return (false, Outcome.Ok(true));
            // The same question may have come again since it was settled; then that one stays and this one joins it.
            var changed = connection.Execute(command.Done
                ? "UPDATE visitor_question SET done_at = @now, done_by = @Name, done_by_id = @Account WHERE id = @id"
                : "UPDATE OR IGNORE visitor_question SET done_at = NULL, done_by = NULL, done_by_id = NULL WHERE id = @id", new { id, now, actor.Name, actor.Account }, transaction);
            if (changed == 0)
                connection.Execute("DELETE FROM visitor_question WHERE id = @id", new { id }, transaction);
            return (true, Outcome.Ok(true));
        }, cancel);
}
