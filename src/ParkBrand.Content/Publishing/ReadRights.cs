using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Publishing;

/// <summary>Says beforehand what an actor may do, so that a form need not offer what would be refused.</summary>
public sealed class ReadRights
{
    private readonly ReadSession reading;

    internal ReadRights(Database database, ContentSchema schema) => reading = new ReadSession(database, schema);

    /// <returns>Aliases of the document types that the actor may create below a parent; null for the root.</returns>
    public IReadOnlyList<string> Creatable(Actor actor, Guid? parent) => reading.Run(actor, session =>
        session.Schema.DocumentTypes.Values.Where(t => Placement.Check(session, t, parent, Permissions.Create).IsOk).Select(t => t.Alias).ToList());

    /// <summary>The permissions that an actor holds on a document; not found when the actor may not know of it.</summary>
    public Outcome<IReadOnlyList<string>> On(Actor actor, Guid id) => reading.Of<IReadOnlyList<string>>(actor, id, (session, row) =>
    {
        var chain = session.SelfAndAncestors(row);
        return Outcome.Ok<IReadOnlyList<string>>([.. Permissions.All.Where(p => actor.May(p, row.Type, chain)).Order(StringComparer.Ordinal)]);
    });
}
