using System.Collections.Immutable;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Snapshots;

/// <summary>Makes the next snapshot from the last and a few changed documents: the cost is that of the change, not of the site.</summary>
internal sealed class SnapshotBuilder
{
    private readonly Snapshot last;
    private readonly DateTimeOffset now;
    private readonly ImmutableDictionary<Guid, PublishedDocument>.Builder published, live;
    private readonly ImmutableDictionary<string, PublishedDocument>.Builder paths;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<PublishedDocument>>.Builder types;
    private readonly ImmutableDictionary<Guid, ImmutableSortedSet<PublishedDocument>>.Builder below;
    private readonly ImmutableDictionary<Guid, ImmutableHashSet<Guid>>.Builder referrers;
    private readonly ImmutableSortedSet<(DateTimeOffset, Guid)>.Builder expiries;

    public SnapshotBuilder(Snapshot last, DateTimeOffset now)
    {
        this.last = last;
        this.now = now;
        published = last.Published.ToBuilder();
        live = last.Live.ToBuilder();
        paths = last.Paths.ToBuilder();
        types = last.Types.ToBuilder();
        below = last.Below.ToBuilder();
        referrers = last.Referrers.ToBuilder();
        expiries = last.Expiries.ToBuilder();
    }

    public static Snapshot Empty(ContentSchema schema) => new()
    {
        Schema = schema,
        Seq = 0,
        Stamp = 0,
        ChangedAt = DateTimeOffset.MinValue,
    };

    /// <param name="changed">Ids whose state was read anew.</param>
    /// <param name="current">Those of them that are published now.</param>
    public void Replace(IReadOnlyCollection<Guid> changed, IReadOnlyCollection<PublishedDocument> current)
    {
        foreach (var id in changed)
            Remove(id);
        foreach (var document in current)
            published[document.Id] = document;
        Admit(current);
    }

    /// <summary>Takes documents whose time is over off everything but their address.</summary>
    /// <returns>Their ids.</returns>
    public List<Guid> Expire()
    {
        var expired = new List<Guid>();
        while (expiries.Count > 0 && expiries[0].Item1 <= now)
        {
            var id = expiries[0].Item2;
            expired.Add(id);
            if (live.TryGetValue(id, out var document))
                Delist(document);
            else
                expiries.Remove(expiries[0]);
        }

        return expired;
    }

    /// <param name="apart">For one answer only: what is worked out from it does not take the place of what the public's snapshots keep.</param>
    /// <param name="changedAt">Where that is not now.</param>
    public Snapshot Build(long seq, RedirectMap? redirects = null, ImmutableDictionary<Guid, PublishedMedia>? media = null, bool apart = false, DateTimeOffset? changedAt = null) => new()
    {
        Schema = last.Schema,
        Derivations = apart ? new() : last.Derivations,
        Published = published.ToImmutable(),
        Live = live.ToImmutable(),
        Paths = paths.ToImmutable(),
        Types = types.ToImmutable(),
        Below = below.ToImmutable(),
        Referrers = referrers.ToImmutable(),
        Expiries = expiries.ToImmutable(),
        Redirects = redirects ?? last.Redirects,
        MediaItems = media ?? last.MediaItems,
        MediaHashes = media is null || media == last.MediaItems ? last.MediaHashes : media.Values.GroupBy(m => m.Hash).ToImmutableDictionary(g => g.Key, g => g.ToArray()),
        Seq = seq,
        Stamp = last.Stamp + 1,
        ChangedAt = changedAt ?? now,
    };

    private void Remove(Guid id)
    {
        if (!published.TryGetValue(id, out var old))
            return;
        published.Remove(id);
        if (live.ContainsKey(id))
            Delist(old);
        if (old.Path is { } path && paths.TryGetValue(path, out var owner) && owner.Id == id)
            paths.Remove(path);
    }

    /// <summary>Admits what hangs, through published parents only, from the root.</summary>
    private void Admit(IReadOnlyCollection<PublishedDocument> documents)
    {
        var byType = new Dictionary<string, List<PublishedDocument>>();
        var byParent = new Dictionary<Guid, List<PublishedDocument>>();
        foreach (var document in documents.Where(HangsFromRoot))
        {
            if (document.Path is { } path)
                paths[path] = document;
            if (document.ExpiresAt <= now)
                continue;
            live[document.Id] = document;
            if (document.ExpiresAt is { } at)
                expiries.Add((at, document.Id));
            Bucket(byType, document.Type.Alias, document);
            if (document.ParentId is { } parent)
                Bucket(byParent, parent, document);
            foreach (var target in document.Refers)
                referrers[target] = (referrers.TryGetValue(target, out var ids) ? ids : []).Add(document.Id);
        }

        // Union sorts once for each list, which is what makes a start with 100,000 documents quick.
        foreach (var (alias, added) in byType)
            types[alias] = Add(types.TryGetValue(alias, out var set) ? set : PublicOrder.Empty, added);
        foreach (var (parent, added) in byParent)
            below[parent] = Add(below.TryGetValue(parent, out var set) ? set : PublicOrder.Empty, added);
    }

    private static void Bucket<TKey>(Dictionary<TKey, List<PublishedDocument>> buckets, TKey key, PublishedDocument document) where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out var bucket))
            buckets[key] = bucket = [];
        bucket.Add(document);
    }

    private static ImmutableSortedSet<PublishedDocument> Add(ImmutableSortedSet<PublishedDocument> set, List<PublishedDocument> added) =>
        set.IsEmpty ? added.ToImmutableSortedSet(PublicOrder.Instance) : set.Union(added);

    private bool HangsFromRoot(PublishedDocument document)
    {
        var at = document;
        while (at.ParentId is { } parent)
            if (!published.TryGetValue(parent, out at!))
                return false;
        return true;
    }

    private void Delist(PublishedDocument document)
    {
        live.Remove(document.Id);
        if (document.ExpiresAt is { } at)
            expiries.Remove((at, document.Id));
        types[document.Type.Alias] = types[document.Type.Alias].Remove(document);
        if (document.ParentId is { } parent && below.TryGetValue(parent, out var siblings))
            below[parent] = siblings.Remove(document);
        foreach (var target in document.Refers)
            if (referrers.TryGetValue(target, out var ids))
                referrers[target] = ids.Remove(document.Id);
    }
}
