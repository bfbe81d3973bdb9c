using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Queries;

/// <summary>What somebody may do with which documents, by the same rule that the use cases ask.</summary>
public sealed class ReadRights
{
    private readonly Database database;
    private readonly ContentSchema schema;

    internal ReadRights(Database database, ContentSchema schema) => (this.database, this.schema) = (database, schema);

    /// <returns>Aliases of the document types that the actor may create below a parent; null for the root.</returns>
    public IReadOnlyList<string> Creatable(Actor actor, Guid? parent) => new ReadSession(database, schema).Run(actor, session =>
        session.Schema.DocumentTypes.Values.Where(t => Placement.Check(session, t, parent, Permissions.Create).IsOk).Select(t => t.Alias).ToList());

    /// <returns>Document → permissions. Documents that the actor may not know of are left out, like those that are not there.</returns>
    public IReadOnlyDictionary<Guid, IReadOnlyList<string>> Of(Actor actor, IEnumerable<Guid> documents) => database.Read(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var session = new WriteSession(connection, transaction, schema, database.Clock.GetUtcNow(), actor);
        return documents.Distinct().Select(id => session.Find(id)).OfType<DocumentRow>()
            .Select(row => (row.Id, row.Type, Chain: session.SelfAndAncestors(row))).Where(d => actor.Sees(d.Chain))
            .ToDictionary(d => d.Id, d => (IReadOnlyList<string>)[.. Permissions.All.Where(p => p != Permissions.Users && actor.May(p, d.Type, d.Chain))]);
    });
}
