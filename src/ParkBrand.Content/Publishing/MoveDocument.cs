using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Puts a document, with everything below it, under another parent. Old addresses lead to the new ones.</summary>
public sealed class MoveDocument
{
    private readonly ContentWriter writer;
    internal MoveDocument(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, Guid? Parent);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Move);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        var type = session.Schema.DocumentTypes[row.Type];
        if (row.ParentId == command.Parent)
            return Outcome.Ok(false);
        if (Placement.Check(session, type, command.Parent, Permissions.Move) is { IsOk: false } misplaced)
            return misplaced;
        if (command.Parent is { } target && session.SelfAndAncestors(session.Find(target)!).Contains(row.Id))
            return Outcome.Invalid<bool>("a document cannot be moved below itself");
        var path = Address.Draft(session, type, row.Slug, command.Parent);
        if (Address.Taken(session, path, row.Id) is { } taken)
            return Outcome.Invalid<bool>([taken]);

        session.Execute("UPDATE document SET parent_id = @Parent, path = @path, updated_at = @at WHERE id = @Id", new { command.Parent, path, at = session.NowText, row.Id });
        if (type.RouteUsesParent && Address.PublishedSlug(session, row.Id) is { } slug
            && Address.Publish(session, row, Address.Public(session, type, slug, command.Parent)) is { } occupied)
            return Outcome.Invalid<bool>([occupied]);

        session.Change(row.Id, "moved");
        session.ChangeDescendants(row.Id, "moved");
        session.Audit("move", row.Id, detail: $"{row.ParentId} → {command.Parent}");
        return Outcome.Ok(true);
    }
}
