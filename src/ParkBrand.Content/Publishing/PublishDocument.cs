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
        var path = PublicAddress(session, type, row);
        if (type.Route is not null && path is null)
            return Outcome.Invalid<Result>("its parent is not published, so it would have no address");
        if (Address.TakenBy(session, path, row.Id) is { } taken)
            return Outcome.Invalid<Result>(taken);

        var before = session.Publications(row.Id);
        foreach (var culture in command.Cultures.Append(""))
            session.Execute("""
                INSERT INTO publication (document_id, culture, version, published_at, first_published_at) VALUES (@Id, @culture, @Version, @at, @at)
                ON CONFLICT (document_id, culture) DO UPDATE SET version = excluded.version, published_at = excluded.published_at
                """, new { row.Id, culture, row.Version, at = session.NowText });
        session.Execute("DELETE FROM schedule WHERE document_id = @Id AND action = 'publish' AND culture IN @Cultures", new { row.Id, command.Cultures });
        Address.Publish(session, row, path);
        session.Change(row.Id, "published");
        if (before.Count == 0)
            session.ChangeDescendants(row.Id, "published"); // they wait for their parent
        foreach (var culture in command.Cultures)
            session.Audit("publish", row.Id, culture, $"version {row.Version}");
        return Outcome.Ok(new Result(row.Version, path));
    }

    private static List<PropertyProblem> Incomplete(WriteSession session, DocumentType type, DocumentRow row, IReadOnlyList<string> cultures)
    {
        var parts = session.Cultures(row.Id, row.Version).Where(c => c.Culture.Length == 0 || cultures.Contains(c.Culture)).ToList();
        var problems = cultures.Except(parts.Select(p => p.Culture)).Select(c => new PropertyProblem(c, "$", "the draft has no such culture")).ToList();
        foreach (var part in parts)
            problems.AddRange(RequiredValues.Missing(session.Schema, type.Properties.Where(p => p.Variant == part.Culture.Length > 0), part.Culture, part.Value));

        // Checked again although the draft was: the schema may be stricter than when it was saved.
        var content = CheckedContent.Check(session.Schema, type, StoredContent.Read(parts));
        problems.AddRange(content.Problems);
        if (content.Value is { } valid)
            problems.AddRange(BrokenReferences(session, valid.References));
        return problems;
    }

    private static IEnumerable<PropertyProblem> BrokenReferences(WriteSession session, IReadOnlyList<Reference> references)
    {
        var documents = WriteSession.Texts(references.Where(r => !r.IsMedia).Select(r => r.Target).Distinct())
            .SelectMany(ids => session.Query<(string Id, string Type)>("SELECT id, type FROM document WHERE trashed_at IS NULL AND id IN @ids", new { ids }))
            .ToDictionary(d => Guid.Parse(d.Id), d => d.Type);
        foreach (var reference in references)
            if (reference.IsMedia)
            {
                if (session.Scalar<long>("SELECT count(*) FROM media WHERE id = @Target", new { reference.Target }) == 0)
                    yield return new PropertyProblem(reference.Culture, reference.Property, $"refers to a media item that does not exist ({reference.Target})");
            }
            else if (!documents.TryGetValue(reference.Target, out var targetType))
                yield return new PropertyProblem(reference.Culture, reference.Property, $"refers to a document that does not exist ({reference.Target})");
            else if (!reference.Accept.Contains(targetType))
                yield return new PropertyProblem(reference.Culture, reference.Property, $"refers to a {targetType}, allowed is {string.Join(", ", reference.Accept)}");
    }

    private static string? PublicAddress(WriteSession session, DocumentType type, DocumentRow row)
    {
        var parent = type.RouteUsesParent && row.ParentId is { } id ? session.Find(id)?.PublishedPath : null;
        return Address.Of(type, row.Slug, Address.LastSegment(parent));
    }
}
