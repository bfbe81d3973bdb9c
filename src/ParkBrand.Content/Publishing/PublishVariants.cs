using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Publishes some languages of a document now and plans others, all or nothing.</summary>
public sealed class PublishVariants
{
    private readonly ContentWriter writer;
    internal PublishVariants(ContentWriter writer) => this.writer = writer;

    /// <param name="PublishAt">Null, when there is no time of withdrawal either, publishes at once.</param>
    public sealed record Variant(string Culture, DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);

    /// <param name="BasedOn">The version the editor saw; null publishes whatever is current.</param>
    public sealed record Command(Guid Id, IReadOnlyList<Variant> Variants, int? BasedOn = null);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        if (command.Variants.Count == 0)
            return session.Find(command.Id, Permissions.Publish) is { IsOk: false } refused ? refused.As<bool>() : Outcome.Invalid<bool>($"no culture was named");
        var now = command.Variants.Where(v => v.PublishAt is null && v.WithdrawAt is null).Select(v => v.Culture).ToList();
        if (now.Count > 0 && PublishDocument.Apply(session, new PublishDocument.Command(command.Id, now, command.BasedOn)) is { IsOk: false } unpublished)
            return unpublished.As<bool>();
        foreach (var plan in command.Variants.Where(v => !now.Contains(v.Culture)))
            if (ScheduleDocument.Apply(session, new ScheduleDocument.Command(command.Id, [plan.Culture], plan.PublishAt, plan.WithdrawAt)) is { IsOk: false } unplanned)
                return unplanned;
        return Outcome.Ok(true);
    }
}
