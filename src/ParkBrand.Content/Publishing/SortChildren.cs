using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Sets the editors' order of a parent's children.</summary>
public sealed class SortChildren
{
    private readonly ContentWriter writer;
    internal SortChildren(ContentWriter writer) => this.writer = writer;

    /// <param name="Parent">Null for the root.</param>
    /// <param name="Order">Children in their new order; those not named keep their place behind them.</param>
    public sealed record Command(Guid? Parent, IReadOnlyList<Guid> Order);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        if (command.Parent is { } parent && session.Find(parent, Permissions.Sort) is { IsOk: false } refused)
            return refused.As<bool>();
        if (command.Parent is null && !session.Actor.May(Permissions.Sort, "", []))
            return session.Actor.SeesAll ? Outcome.Forbidden<bool>(Permissions.Sort) : Outcome.NotFound<bool>();
        var children = session.Children(command.Parent);
        var unknown = command.Order.Except(children.Select(c => c.Id)).ToList();
        if (unknown.Count > 0)
            return Outcome.Invalid<bool>($"{unknown[0]} is not a child of this document");
        var order = command.Order.Concat(children.Select(c => c.Id).Except(command.Order)).Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        foreach (var child in children)
            if (order[child.Id] is var sort && sort != child.Sort)
            {
                session.Execute("UPDATE document SET sort = @sort WHERE id = @Id", new { sort, child.Id });
                session.Change(child.Id, "sorted");
            }

        session.Audit("sort", command.Parent ?? Guid.Empty);
        return Outcome.Ok(true);
    }
}
