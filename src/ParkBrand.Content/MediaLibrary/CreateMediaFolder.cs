using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Makes a folder.</summary>
public sealed class CreateMediaFolder
{
    private readonly ContentWriter writer;
    internal CreateMediaFolder(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid? Parent, string Name, Guid? Id = null);

    public Task<Outcome<Guid>> Execute(Actor actor, Command command, CancellationToken cancel = default) => writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<Guid> Apply(WriteSession session, Command command)
    {
        var tree = new MediaTree(session);
        var place = tree.Place(command.Parent, Permissions.Create);
        if (!place.IsOk)
            return place.As<Guid>();
        if (MediaText.Name(command.Name) is { } problem)
            return Outcome.Invalid<Guid>([problem]);
        if (command.Id is { } given && (tree.Find(given) is not null || session.Find(given) is not null))
            return Outcome.Conflict<Guid>($"There is something with the id {given} already.");
        var id = tree.AddFolder(place.Value?.Id, command.Name.Trim(), null, null, command.Id ?? Guid.NewGuid());
        session.Audit("create", id);
        return Outcome.Ok(id);
    }
}
