using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Publishes some languages of a document now and plans others, all or nothing.</summary>
public sealed class PublishVariants
{
    private readonly ContentWriter writer;
    internal PublishVariants(ContentWriter writer) => this.writer = writer;

    /// <param name="Later">Null publishes at once.</param>
    public sealed record Variant(string Culture, Times? Later);

    /// <summary>A plan; without any time it takes back what was planned.</summary>
    public sealed record Times(DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);

    /// <param name="BasedOn">The version the editor saw; null publishes whatever is current.</param>
    public sealed record Command(Guid Id, IReadOnlyList<Variant> Variants, int? BasedOn = null);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        if (command.Variants.Count == 0)
            return session.Find(command.Id, Permissions.Publish) is { IsOk: false } refused ? refused.As<bool>() : Outcome.Invalid<bool>($"no culture was named");
        var now = command.Variants.Where(v => v.Later is null).Select(v => v.Culture).ToList();
        if (now.Count > 0 && PublishDocument.Apply(session, new PublishDocument.Command(command.Id, now, command.BasedOn)) is { IsOk: false } unpublished)
            return unpublished.As<bool>();
        foreach (var (culture, later) in command.Variants)
            if (later is not null && ScheduleDocument.Apply(session, new ScheduleDocument.Command(command.Id, [culture], later.PublishAt, later.WithdrawAt)) is { IsOk: false } unplanned)
                return unplanned;
        return Outcome.Ok(true);
    }
}
