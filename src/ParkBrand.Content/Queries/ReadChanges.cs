using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Seq">The document's last entry in the change feed.</param>
public sealed record ChangedDocument(Guid Id, long Seq);

/// <summary>Reads the change feed for others who keep a copy of what is published.</summary>
public sealed class ReadChanges
{
    private readonly Database database;

    internal ReadChanges(Database database) => this.database = database;

    /// <summary>Documents whose public state may have changed after one entry of the feed, up to another; each once, in the order of their last entries.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public IReadOnlyList<ChangedDocument> Between(long after, long upTo) => database.Read(connection =>
        connection.Query<(string Id, long Seq)>("""
            SELECT document_id, max(seq) AS seq FROM change WHERE seq > @after AND seq <= @upTo AND kind <> 'media' GROUP BY document_id ORDER BY 2
            """, new { after, upTo }).Select(c => new ChangedDocument(Guid.Parse(c.Id), c.Seq)).ToList());

    /// <summary>Whether a document was ever published in a culture. Of others nobody outside may learn that they exist.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public bool WasPublic(Guid document, string culture) => database.Read(connection =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM audit WHERE document_id = @document AND action = 'publish' AND culture = @culture)", new { document, culture }));

    /// <summary>The last entry of the feed that is not younger than an instant; 0 when there is none.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    public long At(DateTimeOffset instant) => database.Read(connection =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(seq), 0) FROM change WHERE at <= @at", new { at = Instant.Write(instant) }));
}
