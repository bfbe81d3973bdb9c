using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Publishing;

/// <summary>Runs a use case in one transaction and, when it succeeded, makes it visible before it returns.</summary>
internal sealed class ContentWriter(Database database, ContentSchema schema, SnapshotSource snapshots)
{
    public ContentSchema Schema => schema;

    public async Task<Outcome<T>> Run<T>(Actor actor, Func<WriteSession, Outcome<T>> useCase, CancellationToken cancel)
    {
        Outcome<T> outcome;
        try
        {
            outcome = await database.Write((connection, transaction) =>
            {
                var result = useCase(new WriteSession(connection, transaction, schema, database.Clock.GetUtcNow(), actor));
                return (result.IsOk, result);
            }, cancel);
        }
        catch (StorageException e)
        {
            return Outcome.Unavailable<T>(e.Message);
        }

        try
        {
            if (outcome.IsOk)
                snapshots.CatchUp();
        }
        catch (StorageException)
        {
            // It is saved; the change follower shows it as soon as the database can be read again.
        }

        return outcome;
    }
}
