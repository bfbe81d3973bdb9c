using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Puts a file or a folder into another folder. Addresses stay: they come from the bytes.</summary>
public sealed class MoveMedia
{
    private readonly ContentWriter writer;
    internal MoveMedia(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, Guid? Parent);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var tree = new MediaTree(session);
        var found = tree.Find(command.Id, Permissions.Move);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        var place = tree.Place(command.Parent, Permissions.Move);
        if (!place.IsOk)
            return place.As<bool>();
        if (row.ParentId == place.Value?.Id)
            return Outcome.Ok(false);
        if (place.Value is { } target && (target.Id == row.Id || tree.Ancestors(target).Any(a => a.Id == row.Id)))
            return Outcome.Invalid<bool>("a folder cannot be moved into itself");
        session.Execute($"UPDATE {row.Table} SET parent_id = @parent, version = version + 1, updated_at = @at WHERE id = @Id", new { parent = place.Value?.Id, at = session.NowText, row.Id });
        session.Audit("move", row.Id, detail: $"{row.ParentId} → {place.Value?.Id}");
        return Outcome.Ok(true);
    }
}

/// <summary>Puts the children of a folder into an order; folders stay before files.</summary>
public sealed class SortMedia
{
    private readonly ContentWriter writer;
    internal SortMedia(ContentWriter writer) => this.writer = writer;

    /// <param name="Order">Child and its place; children that are not named keep theirs.</param>
    public sealed record Command(Guid? Parent, IReadOnlyDictionary<Guid, int> Order);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var tree = new MediaTree(session);
        foreach (var (id, sort) in command.Order)
        {
            var found = tree.Find(id, Permissions.Sort);
            if (!found.IsOk)
                return found.As<bool>();
            if (found.Value!.ParentId != command.Parent)
                return Outcome.Invalid<bool>($"“{found.Value.Name}” does not stand in this folder");
            session.Execute($"UPDATE {found.Value.Table} SET sort = @sort WHERE id = @id", new { sort, id });
        }

        if (command.Parent is { } parent)
            session.Audit("sort", parent);
        return Outcome.Ok(true);
    }
}
