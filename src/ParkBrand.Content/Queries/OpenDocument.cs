using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="PublishAt">Planned, or null.</param>
public sealed record OpenedVariant(VariantCard Card, DateTimeOffset? PublishedAt, DateTimeOffset? PublishAt, DateTimeOffset? WithdrawAt);

/// <summary>Everything an editor's form needs of one document.</summary>
/// <param name="Slug">Last part of the address.</param>
/// <param name="Path">Address that this content has or would have; null for documents without a page.</param>
public sealed record OpenedDocument(
    DocumentCard Card, int Version, string Slug, string? Path, DocumentContent Content, IReadOnlyList<OpenedVariant> Variants);

/// <summary>Opens a document for editing, as it is drafted or as the public sees it.</summary>
public sealed class OpenDocument
{
    private readonly ReadSession reading;

    internal OpenDocument(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    public Outcome<OpenedDocument> Draft(Actor actor, Guid id) => reading.Of(actor, id, (session, row) =>
        Outcome.Ok(Open(session, row, row.Version, row.Slug, row.Path, StoredContent.Read(session.Cultures(row.Id, row.Version)))));

    /// <summary>Not found when nothing of it is public.</summary>
    public Outcome<OpenedDocument> Published(Actor actor, Guid id) => reading.Of(actor, id, (session, row) =>
    {
        var parts = session.Query<CultureRow>("""
            SELECT c.culture, c.name, c.value FROM publication p
            JOIN version_culture c ON c.document_id = p.document_id AND c.number = p.version AND c.culture = p.culture WHERE p.document_id = @Id
            """, new { row.Id });
        return parts.Count == 0 ? Outcome.NotFound<OpenedDocument>() : Outcome.Ok(Open(session, row, row.Version, Address.PublishedSlug(session, row.Id) ?? row.Slug, row.PublishedPath, StoredContent.Read(parts)));
    });

    public Outcome<OpenedDocument> Version(Actor actor, Guid id, int number) => reading.Of(actor, id, (session, row) =>
        session.Cultures(row.Id, number) is { Count: > 0 } parts
            ? Outcome.Ok(Open(session, row, number, row.Slug, row.Path, StoredContent.Read(parts)))
            : Outcome.NotFound<OpenedDocument>());

    private static OpenedDocument Open(WriteSession session, DocumentRow row, int version, string slug, string? path, DocumentContent content)
    {
        var card = Cards.Read(session, [row.Id])[0];
        var publications = session.Publications(row.Id).ToDictionary(p => p.Culture, p => Instant.Read(p.PublishedAt));
        var plans = session.Query<(string Culture, string Action, string DueAt)>("SELECT culture, action, due_at FROM schedule WHERE document_id = @Id", new { row.Id });
        var variants = content.Cultures.OrderBy(c => session.Schema.CultureIndex(c.Key)).Select(part =>
        {
            var state = card.Variants.FirstOrDefault(v => v.Culture == part.Key)?.State ?? VariantState.Draft;
            return new OpenedVariant(
                new VariantCard(part.Key, part.Value.Name, state),
                publications.TryGetValue(part.Key, out var at) ? at : null, Due(part.Key, "publish"), Due(part.Key, "unpublish"));
        });
        return new OpenedDocument(card, version, slug, path, content, [.. variants]);

        DateTimeOffset? Due(string culture, string action) =>
            plans.Where(p => p.Culture == culture && p.Action == action).Select(p => (DateTimeOffset?)Instant.Read(p.DueAt)).FirstOrDefault();
    }
}
