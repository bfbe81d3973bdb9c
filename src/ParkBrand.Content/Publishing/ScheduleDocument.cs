using ParkBrand.Content.Access;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Publishing;

/// <summary>Publishes or withdraws cultures at a later time; a null time takes a plan back.</summary>
public sealed class ScheduleDocument
{
    private readonly ContentWriter writer;
    internal ScheduleDocument(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, IReadOnlyList<string> Cultures, DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Schedule);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        if (command.PublishAt <= session.Now || command.WithdrawAt <= session.Now)
            return Outcome.Invalid<bool>("a planned time must lie in the future");
        if (command.PublishAt >= command.WithdrawAt)
            return Outcome.Invalid<bool>("the time of withdrawal must come after that of publication");
        var known = session.Cultures(row.Id, row.Version).Select(c => c.Culture).ToHashSet();
        foreach (var culture in command.Cultures)
        {
            if (culture.Length == 0 || !known.Contains(culture))
                return Outcome.Invalid<bool>($"the draft has no culture '{culture}'");
            Plan(session, row.Id, culture, "publish", command.PublishAt);
            Plan(session, row.Id, culture, "unpublish", command.WithdrawAt);
        }

        return Outcome.Ok(true);
    }

    private static void Plan(WriteSession session, Guid id, string culture, string action, DateTimeOffset? due)
    {
        session.Execute("DELETE FROM schedule WHERE document_id = @id AND culture = @culture AND action = @action", new { id, culture, action });
        if (due is not { } time)
            return;
        session.Execute("INSERT INTO schedule (document_id, culture, action, due_at, actor, actor_id) VALUES (@id, @culture, @action, @due, @Name, @Account)",
            new { id, culture, action, due = Instant.Write(time), session.Actor.Name, session.Actor.Account });
        session.Audit("schedule", id, culture, $"{action} at {Instant.Write(time)}");
    }
}
