using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <param name="Path">The old address.</param>
/// <param name="To">Where it leads now; empty while the document is not public.</param>
public sealed record OldAddress(string Path, string To, DateTimeOffset CreatedAt);

public sealed class ReadRedirects
{
    private readonly ReadSession reading;

    internal ReadRedirects(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    public Outcome<IReadOnlyList<OldAddress>> Of(Actor actor, Guid id) => reading.Of<IReadOnlyList<OldAddress>>(actor, id, (session, row) =>
        Outcome.Ok<IReadOnlyList<OldAddress>>(session.Query<(string Path, string CreatedAt)>("SELECT path, created_at FROM redirect WHERE document_id = @Id ORDER BY created_at DESC", new { row.Id })
            .ConvertAll(r => new OldAddress(r.Path, row.PublishedPath ?? "", Instant.Read(r.CreatedAt)))));
}
