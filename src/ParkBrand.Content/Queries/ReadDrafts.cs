using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>A document as an editor sees it: the current draft and what of it is public.</summary>
/// <param name="Path">Address that the draft would have; null for documents without a page.</param>
/// <param name="PublishedVersions">Culture → version that the public sees; empty when nothing is public.</param>
public sealed record Draft(
    Guid Id, string Type, Guid? Parent, int Sort, string Slug, string? Path, int Version, bool Trashed, DocumentContent Content, IReadOnlyDictionary<string, int> PublishedVersions);

/// <param name="Account">Whose it is; null for the site itself and for what is older than this was kept.</param>
/// <param name="Cultures">What the version holds, without the invariant part.</param>
public sealed record VersionSummary(int Number, DateTimeOffset CreatedAt, string Actor, Guid? Account, string? Note, IReadOnlyList<string> Cultures);

/// <param name="Account">Who did it; null for the site itself and for what is older than this was kept.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, Guid? Account, string Action, string? Culture, string? Detail);

/// <param name="Property">Path of the referring property in the draft, e.g. <c>body[2].park</c>.</param>
public sealed record Usage(Guid Document, string Type, string Culture, string Property);

/// <summary>Reads drafts and their history. What the actor may not know of is the same as what is not there.</summary>
public sealed class ReadDrafts
{
    private readonly Database database;
    private readonly ContentSchema schema;

    internal ReadDrafts(Database database, ContentSchema schema) => (this.database, this.schema) = (database, schema);

    public Outcome<Draft> Read(Actor actor, Guid id) => With(actor, id, (session, row) => new Draft(
        row.Id, row.Type, row.ParentId, row.Sort, row.Slug, row.Path, row.Version, row.IsTrashed,
        StoredContent.Read(session.Cultures(row.Id, row.Version)),
        session.Publications(row.Id).Where(p => p.Culture.Length > 0).ToDictionary(p => p.Culture, p => p.Version)));

    public Outcome<DocumentContent> ReadVersion(Actor actor, Guid id, int version) =>
        With(actor, id, (session, row) => session.Cultures(row.Id, version)) is { IsOk: true, Value: { Count: > 0 } parts }
            ? Outcome.Ok(StoredContent.Read(parts))
            : Outcome.NotFound<DocumentContent>();

    /// <summary>Newest first.</summary>
    public Outcome<IReadOnlyList<VersionSummary>> Versions(Actor actor, Guid id) => With<IReadOnlyList<VersionSummary>>(actor, id, (session, row) =>
        session.Query<(long Number, string CreatedAt, string Actor, string? Account, string? Note, string? Cultures)>("""
            SELECT v.number, v.created_at, v.actor, v.actor_id, v.note,
                   (SELECT group_concat(c.culture) FROM version_culture c WHERE c.document_id = v.document_id AND c.number = v.number AND c.culture <> '')
            FROM version v WHERE v.document_id = @Id ORDER BY v.number DESC
            """, new { row.Id })
        .ConvertAll(v => new VersionSummary((int)v.Number, Instant.Read(v.CreatedAt), v.Actor, AccountOf(v.Account), v.Note, v.Cultures?.Split(',') ?? [])));

    /// <summary>Newest first.</summary>
    public Outcome<IReadOnlyList<AuditEntry>> Audit(Actor actor, Guid id) => With<IReadOnlyList<AuditEntry>>(actor, id, (session, row) =>
        session.Query<(string At, string Actor, string? Account, string Action, string? Culture, string? Detail)>(
            "SELECT at, actor, actor_id, action, culture, detail FROM audit WHERE document_id = @Id ORDER BY seq DESC", new { row.Id })
        .ConvertAll(a => new AuditEntry(Instant.Read(a.At), a.Actor, AccountOf(a.Account), a.Action, a.Culture, a.Detail)));

    /// <summary>Drafts that refer to a document; those that the actor may not see are left out.</summary>
    public Outcome<IReadOnlyList<Usage>> UsedBy(Actor actor, Guid id) =>
        With<IReadOnlyList<Usage>>(actor, id, (session, row) => Users(session, row.Id));

    /// <summary>Drafts that show a media item; those that the actor may not see are left out.</summary>
    public IReadOnlyList<Usage> MediaUsedBy(Actor actor, Guid media) => Session(actor, session => Users(session, media));

    internal static Guid? AccountOf(string? stored) => stored is null ? null : Guid.Parse(stored);

    private static List<Usage> Users(WriteSession session, Guid target) =>
        session.Query<(string Document, string Type, string Culture, string Property)>("""
            SELECT r.document_id, d.type, r.culture, r.property FROM reference r JOIN document d ON d.id = r.document_id
            WHERE r.target_id = @target AND d.trashed_at IS NULL ORDER BY d.type, r.document_id, r.culture, r.property
            """, new { target })
        .Select(u => new Usage(Guid.Parse(u.Document), u.Type, u.Culture, u.Property))
        .Where(u => session.Find(u.Document, Permissions.Read).IsOk)
        .ToList();

    private Outcome<T> With<T>(Actor actor, Guid id, Func<WriteSession, DocumentRow, T> read) => Session(actor, session =>
        session.Find(id) is not { } row || !actor.Sees(session.SelfAndAncestors(row))
            ? Outcome.NotFound<T>()
            : Outcome.Ok(read(session, row)));

    private T Session<T>(Actor actor, Func<WriteSession, T> read) => database.Read(connection =>
    {
        // One transaction, so that all parts of an answer are of the same moment.
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new WriteSession(connection, transaction, schema, database.Clock.GetUtcNow(), actor));
    });
}
