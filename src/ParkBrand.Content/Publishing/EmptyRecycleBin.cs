using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Deletes for good all that the actor may delete in the recycle bin; the rest stays where it is.</summary>
public sealed class EmptyRecycleBin
{
    private readonly ContentWriter writer;
    internal EmptyRecycleBin(ContentWriter writer) => this.writer = writer;

    /// <returns>How many documents went, not counting those below them.</returns>
    public Task<Outcome<int>> Execute(Actor actor, CancellationToken cancel = default) => writer.Run(actor, session =>
    {
        var deleted = 0;
        // The newest first: something thrown away from below an older one goes before that one does.
        foreach (var id in session.Query<Guid>("SELECT id FROM document WHERE trash_root = id ORDER BY trashed_at DESC"))
            if (session.Find(id, Permissions.Delete, trashed: true).IsOk)
                deleted += DeleteDocument.Apply(session, id).IsOk ? 1 : 0;
        return deleted > 0 || session.Actor.Groups.Any(g => g.Permissions.Contains(Permissions.Delete)) ? Outcome.Ok(deleted) : Outcome.Forbidden<int>(Permissions.Delete);
    }, cancel);
}
