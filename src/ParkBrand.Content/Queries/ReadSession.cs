using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>Reads in one transaction, so that all parts of an answer are of the same moment.</summary>
internal sealed class ReadSession(Database database, ContentSchema schema)
{
    public T Run<T>(Actor actor, Func<WriteSession, T> read) => database.Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        return read(new WriteSession(connection, transaction, schema, database.Clock.GetUtcNow(), actor));
    });

    /// <summary>Reads about one document; what the actor may not know of is the same as what is not there.</summary>
    public Outcome<T> Of<T>(Actor actor, Guid id, Func<WriteSession, DocumentRow, Outcome<T>> read) => Run(actor, session =>
        session.Find(id) is { } row && actor.Sees(session.SelfAndAncestors(row)) ? read(session, row) : Outcome.NotFound<T>());
}

/// <summary>The documents an actor may know of, as a condition on the table alias <c>d</c>.</summary>
internal static class Visible
{
    public const string Sql = """
        (@all OR d.id IN (WITH RECURSIVE mine (id) AS
            (SELECT @top UNION ALL SELECT x.id FROM document x JOIN mine m ON x.parent_id = m.id) SELECT id FROM mine))
        """;

    public static (bool All, string Top) To(Actor actor) => (actor.SeesAll, (actor.TreeTop ?? Guid.Empty).ToString());
}
