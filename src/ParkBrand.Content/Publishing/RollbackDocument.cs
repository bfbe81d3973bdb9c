using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Makes an older version the current draft again, by appending a copy of it; nothing is lost in between.</summary>
public sealed class RollbackDocument
{
    private readonly ContentWriter writer;
    internal RollbackDocument(ContentWriter writer) => this.writer = writer;

    /// <param name="Culture">Brings back only this language and the common part; null brings back all.</param>
    public sealed record Command(Guid Id, int Version, string? Culture = null);

    public Task<Outcome<int>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<int> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Rollback);
        if (!found.IsOk)
            return found.As<int>();
        var type = session.Schema.DocumentTypes[found.Value!.Type];
        var parts = session.Cultures(command.Id, command.Version);
        if (parts.Count == 0)
            return Outcome.Invalid<int>($"there is no version {command.Version}");
        if (command.Culture is { } culture)
            parts = [.. parts.Where(p => p.Culture.Length == 0 || p.Culture == culture),
                .. session.Cultures(command.Id, found.Value.Version).Where(p => p.Culture.Length > 0 && p.Culture != culture)];

        // Through the front door: the schema may have become stricter since that version was written.
        var content = StoredContent.Read(parts);
        var check = CheckedContent.Check(session.Schema, type, content);
        if (!check.IsOk)
            return check.As<int>();
        var number = Versions.Append(session, command.Id, found.Value.Slug, check.Value!, $"rollback to version {command.Version}");
        session.Audit("rollback", command.Id, detail: $"version {command.Version} → {number}");
        return Outcome.Ok(number);
    }
}
