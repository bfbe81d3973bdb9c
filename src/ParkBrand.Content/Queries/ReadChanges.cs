using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Seq">The document's last entry in the change feed.</param>
/// <param name="WasPublic">Whether it was ever published in the culture that was asked for. Of others nobody outside may learn that they exist.</param>
public sealed record ChangedDocument(Guid Id, long Seq, bool WasPublic);

/// <summary>Reads the change feed for others who keep a copy of what is published.</summary>
public sealed class ReadChanges
{
    private readonly Database database;

    internal ReadChanges(Database database) => this.database = database;

    /// <summary>Documents whose public state may have changed after one entry of the feed, up to another; each once, by their last entry.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public IReadOnlyList<ChangedDocument> Between(long after, long upTo, string culture, int most) => database.Read(connection =>
        connection.Query<(string Id, long Seq, bool WasPublic)>("""
            SELECT c.document_id, c.seq, EXISTS (SELECT 1 FROM audit a WHERE a.document_id = c.document_id AND a.action = 'publish' AND a.culture = @culture)
            FROM (SELECT document_id, max(seq) AS seq FROM change WHERE seq > @after AND seq <= @upTo AND kind <> 'media' GROUP BY document_id) c
            ORDER BY c.seq LIMIT @most
            """, new { after, upTo, culture, most }).Select(c => new ChangedDocument(Guid.Parse(c.Id), c.Seq, c.WasPublic)).ToList());

    /// <summary>The last entry of the feed that is not younger than an instant; 0 when there is none.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public long At(DateTimeOffset instant) => database.Read(connection =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM change WHERE at <= @at", new { at = Instant.Write(instant) }));
}
