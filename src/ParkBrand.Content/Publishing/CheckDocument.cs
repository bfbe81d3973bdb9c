using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>Says what would stand against publishing some content, and changes nothing.</summary>
public sealed class CheckDocument
{
    private readonly ReadSession reading;

    internal CheckDocument(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    /// <param name="slug">Null keeps the slug.</param>
    public Outcome<bool> Existing(Actor actor, Guid id, DocumentContent content, IReadOnlyCollection<string> cultures, string? slug = null) => reading.Run(actor, session =>
        session.Find(id, Permissions.Edit) is { IsOk: false } refused
            ? refused.As<bool>()
            : Check(session, session.Schema.DocumentTypes[session.Find(id)!.Type], id, content, cultures, slug is null || session.Find(id)! is not { } row || row.Slug == slug ? null : SaveDocument.Refused(session, row, session.Schema.DocumentTypes[row.Type], slug)));

    /// <param name="slug">Null takes one from the English name.</param>
    public Outcome<bool> New(Actor actor, string type, Guid? parent, DocumentContent content, IReadOnlyCollection<string> cultures, string? slug = null) => reading.Run(actor, session =>
        !session.Schema.DocumentTypes.TryGetValue(type, out var known) ? Outcome.Invalid<bool>($"'{type}' is not a document type")
        : Placement.Check(session, known, parent, Permissions.Create) is { IsOk: false } misplaced ? misplaced
        : Check(session, known, Guid.Empty, content, cultures, slug is null ? null : CreateDocument.Refused(session, known, slug, parent, Guid.Empty)));

    private static Outcome<bool> Check(WriteSession session, DocumentType type, Guid id, DocumentContent content, IReadOnlyCollection<string> cultures, PropertyProblem? address)
    {
        var checkedContent = CheckedContent.Check(session.Schema, type, content);
        var problems = checkedContent.Problems.ToList();
        if (address is not null)
            problems.Add(address);
        if (checkedContent.Value is { } valid)
        {
            foreach (var part in valid.Cultures.Where(c => c.Culture.Length == 0 || cultures.Contains(c.Culture)))
                problems.AddRange(RequiredValues.Missing(session.Schema, type.Properties.Where(p => p.Variant == part.Culture.Length > 0), part.Culture, part.Value));
            problems.AddRange(NewReferences.Problems(session, id, valid.References));
            problems.AddRange(PictureDescriptions.Missing(session, id, valid.References, cultures));
        }

        return problems.Count == 0 ? Outcome.Ok(true) : Outcome.Invalid<bool>(problems);
    }
}
