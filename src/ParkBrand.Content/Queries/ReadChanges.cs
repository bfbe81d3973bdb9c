using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Seq">The last entry in the change feed of a document or a media item.</param>
/// <param name="IsMedia">Whether <paramref name="Id"/> is a media item's: its file, text or focus may be another, and it may be gone.</param>
public sealed record ChangedDocument(Guid Id, long Seq, bool IsMedia);

/// <summary>Reads the change feed for others who keep a copy of what is published.</summary>
public sealed class ReadChanges
{
    private readonly Database database;

    internal ReadChanges(Database database) => this.database = database;

    /// <summary>Documents and media whose public state may have changed after one entry of the feed, up to another; each once, in the order of their last entries.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public IReadOnlyList<ChangedDocument> Between(long after, long upTo) => database.Read(connection =>
        connection.Query<(string Id, long Seq, long Media)>("""
            SELECT document_id, max(seq) AS seq, max(kind = 'media') AS media FROM change WHERE seq > @after AND seq <= @upTo GROUP BY document_id ORDER BY 2
            """, new { after, upTo }).Select(c => new ChangedDocument(Guid.Parse(c.Id), c.Seq, c.Media == 1)).ToList());

    /// <summary>Whether a document was ever published in a culture. Of others nobody outside may learn that they exist.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public bool WasPublic(Guid document, string culture) => database.Read(connection =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM audit WHERE document_id = @document AND action = 'publish' AND culture = @culture)", new { document, culture }));

    /// <summary>The last entry of the feed that is not younger than an instant; 0 when there is none.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public long At(DateTimeOffset instant) => database.Read(connection =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM change WHERE at <= @at", new { at = Instant.Write(instant) }));
}
