using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Takes a file into the library.</summary>
public sealed class UploadMedia
{
    private readonly ContentWriter writer;
    private readonly UploadIntake intake;

    internal UploadMedia(ContentWriter writer, UploadIntake intake) => (this.writer, this.intake) = (writer, intake);

    /// <param name="Parent">A folder; null is the top, or the own folder of somebody who has only that.</param>
    /// <param name="Alt">Culture → description. May be empty until the first edit.</param>
    /// <param name="Type">The media type that the editor chose; null takes that of the file.</param>
    public sealed record Command(Guid? Parent, string Name, string FileName, byte[] Bytes, IReadOnlyDictionary<string, string> Alt, Guid? Id = null, string? Type = null);

    public async Task<Outcome<Guid>> Execute(Actor actor, Command command, CancellationToken cancel = default)
    {
        // Rights first: nobody's file is read, and no disk filled, on behalf of somebody who may not.
        var allowed = await writer.Run(actor, session => new MediaTree(session).Place(command.Parent, Permissions.Create), cancel);
        if (!allowed.IsOk)
            return allowed.As<Guid>();
        var taken = await intake.Take(command.FileName, command.Bytes, command.Type, cancel);
        return taken.IsOk ? await writer.Run(actor, session => Apply(session, command, taken.Value!), cancel) : taken.As<Guid>();
    }

    private static Outcome<Guid> Apply(WriteSession session, Command command, KeptFile file)
    {
        var tree = new MediaTree(session);
        var place = tree.Place(command.Parent, Permissions.Create);
        if (!place.IsOk)
            return place.As<Guid>();
        List<PropertyProblem> problems = [.. MediaText.Alt(session.Schema, command.Alt, required: false)];
        if (MediaText.Name(command.Name) is { } unnamed)
            problems.Add(unnamed);
        if (problems.Count > 0)
            return Outcome.Invalid<Guid>(problems);
        var id = command.Id ?? Guid.NewGuid();
        if (tree.Find(id) is not null || session.Find(id) is not null)
            return Outcome.Conflict<Guid>($"There is something with the id {id} already.");
        session.Execute("""
            INSERT INTO media (id, parent_id, path, name, content_type, hash, bytes, width, height, alt, created_at, updated_at)
            VALUES (@id, @parent, @path, @name, @ContentType, @Hash, @Bytes, @Width, @Height, @alt, @at, @at)
            """, new
        {
            id, parent = place.Value?.Id, path = MediaText.FreePath(session, place.Value, command.FileName, id), name = command.Name.Trim(),
            file.ContentType, file.Hash, file.Bytes, file.Width, file.Height, alt = MediaText.AltJson(command.Alt), at = session.NowText,
        });
        session.Change(id, "media");
        session.Audit("upload", id, detail: command.FileName);
        return Outcome.Ok(id);
    }
}
