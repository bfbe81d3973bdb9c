using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>Makes the current draft of some cultures public, with the invariant values that belong to it.</summary>
public sealed class PublishDocument
{
    private readonly ContentWriter writer;
    internal PublishDocument(ContentWriter writer) => this.writer = writer;

    /// <param name="Cultures">At least one; each must exist in the draft.</param>
    /// <param name="BasedOn">The version the editor saw; null publishes whatever is current.</param>
    public sealed record Command(Guid Id, IReadOnlyList<string> Cultures, int? BasedOn = null);

    public sealed record Result(int Version, string? Path);

    public Task<Outcome<Result>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<Result> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Publish);
        if (!found.IsOk)
            return found.As<Result>();
        var row = found.Value!;
        if (command.BasedOn is { } basedOn && basedOn != row.Version)
            return Outcome.Conflict<Result>(SaveDocument.Stale(session, row, basedOn));
        if (command.Cultures.Count == 0 || command.Cultures.Contains(""))
            return Outcome.Invalid<Result>("no culture was named");
        var type = session.Schema.DocumentTypes[row.Type];
        if (Incomplete(session, type, row, command.Cultures) is { Count: > 0 } problems)
            return Outcome.Invalid<Result>(problems);
        var path = Address.Public(session, type, row.Slug, row.ParentId);
        if (type.Route is not null && path is null)
            return Outcome.Invalid<Result>("its parent is not published, so it would have no address");
        if (Address.Publish(session, row, path) is { } taken)
            return Outcome.Invalid<Result>([taken]);

        var before = session.Publications(row.Id);
        foreach (var culture in command.Cultures.Append(""))
            session.Execute("""
                INSERT INTO publication (document_id, culture, version, published_at, first_published_at) VALUES (@Id, @culture, @Version, @at, @at)
                ON CONFLICT (document_id, culture) DO UPDATE SET version = excluded.version, published_at = excluded.published_at
                """, new { row.Id, culture, row.Version, at = session.NowText });
        session.Execute("DELETE FROM schedule WHERE document_id = @Id AND action = 'publish' AND culture IN @Cultures", new { row.Id, command.Cultures });
        session.Change(row.Id, "published");
        if (before.Count == 0)
            session.ChangeDescendants(row.Id, "published"); // they wait for their parent
        foreach (var culture in command.Cultures)
            session.Audit("publish", row.Id, culture, $"version {row.Version}");
        return Outcome.Ok(new Result(row.Version, path));
    }

    /// <summary>What stands against making the draft public as it is.</summary>
    internal static List<PropertyProblem> Incomplete(WriteSession session, DocumentType type, DocumentRow row, IReadOnlyList<string> cultures)
    {
        var parts = session.Cultures(row.Id, row.Version).Where(c => c.Culture.Length == 0 || cultures.Contains(c.Culture)).ToList();
        var problems = cultures.Except(parts.Select(p => p.Culture)).Select(c => new PropertyProblem(c, "$", "the draft has no such culture")).ToList();
        foreach (var part in parts)
            problems.AddRange(RequiredValues.Missing(session.Schema, type.Properties.Where(p => p.Variant == part.Culture.Length > 0), part.Culture, part.Value));

        // Checked again although the draft was: the schema may be stricter than when it was saved.
        var content = CheckedContent.Check(session.Schema, type, StoredContent.Read(parts));
        problems.AddRange(content.Problems);
        if (content.Value is { } valid)
        {
            problems.AddRange(BrokenReferences(session, valid.References));
            problems.AddRange(PictureDescriptions.Missing(session, row.Id, valid.References, cultures));
        }

        return problems;
    }

    private static IEnumerable<PropertyProblem> BrokenReferences(WriteSession session, IReadOnlyList<Reference> references)
    {
        var documents = WriteSession.Texts(references.Where(r => !r.IsMedia).Select(r => r.Target).Distinct())
            .SelectMany(ids => session.Query<(string Id, string Type)>("SELECT id, type FROM document WHERE trashed_at IS NULL AND id IN @ids", new { ids }))
            .ToDictionary(d => Guid.Parse(d.Id), d => d.Type);
        foreach (var reference in references)
        {
            var type = reference.IsMedia
                ? session.Scalar<string>("SELECT path FROM media WHERE id = @Target AND trashed_at IS NULL", new { reference.Target }) is { } path ? session.Schema.MediaTypeOf(path)?.Alias ?? "file" : null
                : documents.GetValueOrDefault(reference.Target);
            if (type is null)
                yield return new PropertyProblem(reference.Culture, reference.Property, $"refers to a {(reference.IsMedia ? "media item" : "document")} that does not exist ({reference.Target})");
            else if (!reference.Accept.Contains(type))
                yield return new PropertyProblem(reference.Culture, reference.Property, $"refers to a {type}, allowed is {string.Join(", ", reference.Accept.Order(StringComparer.Ordinal))}");
        }
    }
}
