using System.Security.Cryptography;
using System.Text;
using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Snapshot">The published city with this one draft in its place. For one answer only; nothing may keep it.</param>
/// <param name="Culture">Index of the language that the link was made for.</param>
/// <param name="ExpiresAt">When the link ends.</param>
public sealed record DraftPreview(Snapshot Snapshot, PublishedDocument Document, int Culture, DateTimeOffset ExpiresAt);

/// <summary>Shows a draft as the public would see it. A link is good for one document and one day, and lets nobody change anything.</summary>
public sealed class PreviewDraft
{
    private const int TokenBytes = 24;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly Database database;
    private readonly ContentSchema schema;
    private readonly SnapshotSource snapshots;

    internal PreviewDraft(Database database, ContentSchema schema, SnapshotSource snapshots) => (this.database, this.schema, this.snapshots) = (database, schema, snapshots);

    /// <returns>The token for the address. Whoever has it sees the draft as it is when they look.</returns>
    public async Task<Outcome<string>> Link(Actor actor, Guid document, string culture, CancellationToken cancel = default)
    {
        if (schema.CultureIndex(culture) < 0)
            return Outcome.Invalid<string>("there is no such language");
        var found = new ReadSession(database, schema).Of(actor, document, (_, row) =>
            row.Path is null || row.IsTrashed ? Outcome.Invalid<string>("this document has no page of its own") : Outcome.Ok(""));
        if (!found.IsOk)
            return found;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        try
        {
            return await database.Write((connection, transaction) =>
            {
                var now = database.Clock.GetUtcNow();
                connection.Execute("DELETE FROM preview_link WHERE expires_at <= @now", new { now = Instant.Write(now) }, transaction);
                connection.Execute("INSERT INTO preview_link (hash, document_id, culture, actor, expires_at) VALUES (@hash, @document, @culture, @actor, @expires)",
                    new { hash = Hash(token), document, culture, actor = actor.Name, expires = Instant.Write(now + Lifetime) }, transaction);
                return (true, Outcome.Ok(token));
            }, cancel);
        }
        catch (StorageException e)
        {
            return Outcome.Unavailable<string>(e.Message);
        }
    }

    /// <returns>Null when the link is unknown or over, or the document is gone.</returns>
    public DraftPreview? Open(string token) => database.Read(connection =>
    {
        var link = connection.QuerySingleOrDefault<(string Document, string Culture, string Expires)>(
            "SELECT document_id, culture, expires_at FROM preview_link WHERE hash = @hash AND expires_at > @now", new { hash = Hash(token), now = Instant.Write(database.Clock.GetUtcNow()) });
        if (link.Document is null)
            return null;
        var (id, current) = (Guid.Parse(link.Document), snapshots.Current);
        var missing = new List<Guid> { id };
        // Above it there may be drafts too; without them the page would hang in the air.
        for (var parent = Parent(id); parent is { } above; parent = Parent(above))
            if (current.Find(above) is null)
                missing.Add(above);
        Guid? Parent(Guid of) => connection.ExecuteScalar<string?>("SELECT parent_id FROM document WHERE id = @of", new { of }) is { } found ? Guid.Parse(found) : null;

        var drafts = new SnapshotReader(schema).ReadDrafts(connection, missing);
        if (drafts.Find(d => d.Id == id) is not { } draft)
            return null;
        var builder = new SnapshotBuilder(current, database.Clock.GetUtcNow());
        builder.Replace(missing, drafts);
        return new DraftPreview(builder.Build(current.Seq, apart: true), draft, schema.CultureIndex(link.Culture), Instant.Read(link.Expires));
    });

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
