using System.Text.Json;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Changes what a media item says, how it is cut, and its file. Pages that show it show the new one at once.</summary>
public sealed class SaveMedia
{
    private readonly ContentWriter writer;
    private readonly Lazy<UploadIntake> intake;

    internal SaveMedia(ContentWriter writer, Lazy<UploadIntake> intake) => (this.writer, this.intake) = (writer, intake);

    /// <param name="BasedOn">The version the editor started from; null accepts whatever is there.</param>
    /// <param name="Alt">Culture → description, all languages; of no meaning for folders.</param>
    /// <param name="Focus">Per cent; null is the middle.</param>
    /// <param name="Crops">JSON array; null for none.</param>
    /// <param name="File">Replaces the bytes and keeps the id; must be of the same media type.</param>
    public sealed record Command(
        Guid Id, string Name, IReadOnlyDictionary<string, string> Alt, (int X, int Y)? Focus = null, string? Crops = null, NewFile? File = null, int? BasedOn = null);

    public sealed record NewFile(string Name, byte[] Bytes);

    public async Task<Outcome<int>> Execute(Actor actor, Command command, CancellationToken cancel = default)
    {
        var checkedFirst = await writer.Run(actor, session => Check(session, command), cancel);
        if (!checkedFirst.IsOk)
            return checkedFirst.As<int>();
        if (command.File is not { } file)
            return await writer.Run(actor, session => Apply(session, command, null), cancel);
        var taken = await intake.Value.Take(file.Name, file.Bytes, MediaItem.TypeOf(writer.Schema, checkedFirst.Value!), cancel);
        return taken.IsOk ? await writer.Run(actor, session => Apply(session, command, taken.Value!), cancel) : taken.As<int>();
    }

    /// <summary>What would be refused, without changing anything.</summary>
    public Task<Outcome<bool>> Validate(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Check(session, command).To(_ => true), cancel);

    private static Outcome<MediaRow> Check(WriteSession session, Command command)
    {
        var found = new MediaTree(session).Find(command.Id, Permissions.Edit);
        if (!found.IsOk)
            return found;
        var row = found.Value!;
        if (command.BasedOn is { } basedOn && basedOn != row.Version)
            return Outcome.Conflict<MediaRow>($"Somebody else saved “{row.Name}” at {Storage.Instant.Read(row.UpdatedAt)} (version {row.Version}); yours is based on version {basedOn}. Reload, then bring your changes in again.");
        if (row.IsFolder && command.File is not null)
            return Outcome.Invalid<MediaRow>("a folder has no file");
        List<PropertyProblem> problems = row.IsFolder ? [] : [.. MediaText.Alt(session.Schema, command.Alt, required: MediaItem.TypeOf(session.Schema, row) == MediaItem.PictureType)];
        if (MediaText.Name(command.Name) is { } unnamed)
            problems.Add(unnamed);
        if (command.Focus is { } focus && (focus.X is < 0 or > 100 || focus.Y is < 0 or > 100))
            problems.Add(new PropertyProblem("", "focus", "must lie in the picture"));
        if (command.Crops is { } crops && (crops.Length > 20_000 || !IsArray(crops)))
            problems.Add(new PropertyProblem("", "crops", "must be a list of crops"));
        return problems.Count > 0 ? Outcome.Invalid<MediaRow>(problems) : found;
    }

    private static Outcome<int> Apply(WriteSession session, Command command, KeptFile? file)
    {
        var checkedNow = Check(session, command);
        if (!checkedNow.IsOk)
            return checkedNow.As<int>();
        var row = checkedNow.Value!;
        var at = session.NowText;
        if (row.IsFolder)
            session.Execute("UPDATE media_folder SET name = @name, version = version + 1, updated_at = @at WHERE id = @Id", new { name = command.Name.Trim(), at, row.Id });
        else
            session.Execute("""
                UPDATE media SET name = @name, alt = @alt, focus_x = @x, focus_y = @y, crops = @Crops, version = version + 1, updated_at = @at WHERE id = @Id
                """, new { name = command.Name.Trim(), alt = MediaText.AltJson(command.Alt), x = command.Focus?.X, y = command.Focus?.Y, command.Crops, at, row.Id });
        if (file is not null)
            session.Execute("UPDATE media SET path = @path, content_type = @ContentType, hash = @Hash, bytes = @Bytes, width = @Width, height = @Height WHERE id = @Id",
                new { path = MediaText.FreePath(session, Path.ChangeExtension(row.Path!, null), file.Extension, row.Id), file.ContentType, file.Hash, file.Bytes, file.Width, file.Height, row.Id });
        if (!row.IsFolder)
            session.Change(row.Id, "media");
        session.Audit(file is null ? "save" : "replace", row.Id, detail: $"version {row.Version + 1}");
        return Outcome.Ok(row.Version + 1);
    }

    private static bool IsArray(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
