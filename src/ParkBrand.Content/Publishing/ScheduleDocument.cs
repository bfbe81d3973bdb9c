using ParkBrand.Content.Access;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Publishing;

/// <summary>
/// Publishes or withdraws cultures at a later time; a null time takes a plan back. Whoever may do it now may plan it, and nobody else: a plan
/// is carried out in the site's name, without anybody being asked again.
/// </summary>
public sealed class ScheduleDocument
{
    private const string Publish = "publish", Withdraw = "unpublish";

    private readonly ContentWriter writer;
    internal ScheduleDocument(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, IReadOnlyList<string> Cultures, DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);

    private sealed record Plan(string Culture, string Action, string DueAt);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Publish);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        var plans = session.Query<Plan>("SELECT culture, action, due_at AS DueAt FROM schedule WHERE document_id = @Id", new { row.Id });
        if ((command.WithdrawAt is not null || plans.Exists(p => p.Action == Withdraw && command.Cultures.Contains(p.Culture)))
            && session.Find(command.Id, Permissions.Unpublish) is { IsOk: false } refused)
            return refused.As<bool>();
        if (command.PublishAt <= session.Now || command.WithdrawAt <= session.Now)
            return Outcome.Invalid<bool>("a planned time must lie in the future");
        if (command.PublishAt >= command.WithdrawAt)
            return Outcome.Invalid<bool>("the time of withdrawal must come after that of publication");
        var known = session.Cultures(row.Id, row.Version).Select(c => c.Culture).ToHashSet();
        foreach (var culture in command.Cultures)
            if (culture.Length == 0 || !known.Contains(culture))
                return Outcome.Invalid<bool>($"the draft has no culture '{culture}'");
        if (command.PublishAt is { } at && Hindered(session, row, command.Cultures, at) is { IsOk: false } hindered)
            return hindered;
        foreach (var culture in command.Cultures)
        {
            Change(session, row.Id, plans, new(culture, Publish, Text(command.PublishAt)));
            Change(session, row.Id, plans, new(culture, Withdraw, Text(command.WithdrawAt)));
        }

        return Outcome.Ok(true);
    }

    /// <summary>What would stand against publishing now is told now, while somebody is there to mend it.</summary>
    private static Outcome<bool> Hindered(WriteSession session, DocumentRow row, IReadOnlyList<string> cultures, DateTimeOffset at)
    {
        var type = session.Schema.DocumentTypes[row.Type];
        if (PublishDocument.Incomplete(session, type, row, cultures) is { Count: > 0 } problems)
            return Outcome.Invalid<bool>(problems);
        var path = Address.Public(session, type, row.Slug, row.ParentId);
        if (type.Route is not null && path is null && !IsPlanned(session, row.ParentId, at))
            return Outcome.Invalid<bool>("its parent will not be published by then, so it would have no address");
        return Address.Taken(session, path, row.Id) is { } taken ? Outcome.Invalid<bool>([taken]) : Outcome.Ok(true);
    }

    private static bool IsPlanned(WriteSession session, Guid? parent, DateTimeOffset before) =>
        session.Scalar<int>("SELECT count(*) FROM schedule WHERE document_id = @parent AND action = @Publish AND due_at < @due", new { parent, Publish, due = Instant.Write(before) }) > 0;

    private static string Text(DateTimeOffset? time) => time is { } due ? Instant.Write(due) : "";

    private static void Change(WriteSession session, Guid id, List<Plan> plans, Plan wanted)
    {
        var present = plans.Find(p => p.Culture == wanted.Culture && p.Action == wanted.Action);
        if ((present?.DueAt ?? "") == wanted.DueAt)
            return;
        session.Execute("DELETE FROM schedule WHERE document_id = @id AND culture = @Culture AND action = @Action", new { id, wanted.Culture, wanted.Action });
        if (wanted.DueAt.Length > 0)
            session.Execute("INSERT INTO schedule (document_id, culture, action, due_at, actor, actor_id) VALUES (@id, @Culture, @Action, @DueAt, @Name, @Account)",
                new { id, wanted.Culture, wanted.Action, wanted.DueAt, session.Actor.Name, session.Actor.Account });
        session.Audit(wanted.DueAt.Length > 0 ? "schedule" : "schedule-ended", id, wanted.Culture, wanted.DueAt.Length > 0 ? $"{wanted.Action} at {wanted.DueAt}" : wanted.Action);
    }
}
