using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>Whoever is asked: a park or a space; without values, the space that a park does not have.</summary>
internal readonly record struct Subject(Snapshot Snapshot, PublishedDocument? Document, PublishedValues? Values)
{
    public object? Find(string alias) => Values?.Find(alias);

    /// <summary>The documents that a property refers to, by slug.</summary>
    public IEnumerable<string> Slugs(object? references)
    {
        var snapshot = Snapshot;
        var ids = references switch { Guid one => [one], Guid[] many => many, _ => Array.Empty<Guid>() };
        return ids.Select(id => snapshot.Find(id)?.Slug).OfType<string>();
    }
}
