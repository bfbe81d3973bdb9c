using System.Collections.Immutable;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Snapshots;

/// <summary>How an address is to be answered.</summary>
public enum PathState
{
    Unknown,
    Live,

    /// <summary>The document's time is over: 410, with its parent's link.</summary>
    Expired,

    /// <summary>The document has another address now.</summary>
    Moved,
}

/// <summary>
/// Everything published at one moment. Immutable: a reader takes <see cref="SnapshotSource.Current"/> once and sees one
/// consistent city, without locks and without the database.
/// </summary>
public sealed class Snapshot
{
    internal ImmutableDictionary<Guid, PublishedDocument> Published { get; init; } = ImmutableDictionary<Guid, PublishedDocument>.Empty;
    internal ImmutableDictionary<Guid, PublishedDocument> Live { get; init; } = ImmutableDictionary<Guid, PublishedDocument>.Empty;
    internal ImmutableDictionary<string, PublishedDocument> Paths { get; init; } = ImmutableDictionary<string, PublishedDocument>.Empty;
    internal ImmutableDictionary<string, ImmutableSortedSet<PublishedDocument>> Types { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<PublishedDocument>>.Empty;
    internal ImmutableDictionary<Guid, ImmutableSortedSet<PublishedDocument>> Below { get; init; } = ImmutableDictionary<Guid, ImmutableSortedSet<PublishedDocument>>.Empty;
    internal ImmutableDictionary<Guid, ImmutableHashSet<Guid>> Referrers { get; init; } = ImmutableDictionary<Guid, ImmutableHashSet<Guid>>.Empty;
    internal ImmutableSortedSet<(DateTimeOffset At, Guid Id)> Expiries { get; init; } = [];
    internal RedirectMap Redirects { get; init; } = RedirectMap.Empty;
    internal ImmutableDictionary<Guid, PublishedMedia> MediaItems { get; init; } = ImmutableDictionary<Guid, PublishedMedia>.Empty;

    internal Derivations Derivations { get; init; } = new();

    internal ImmutableDictionary<string, PublishedMedia[]> MediaHashes { get; init; } = ImmutableDictionary<string, PublishedMedia[]>.Empty;

    public required ContentSchema Schema { get; init; }

    /// <summary>The last entry of the change feed that is in here.</summary>
    public required long Seq { get; init; }

    /// <summary>Grows with every swap; two pages rendered at the same stamp saw the same city.</summary>
    public required long Stamp { get; init; }

    /// <summary>When the public state last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The instant from which on this snapshot must not be used any more.</summary>
    internal DateTimeOffset NextExpiry => Expiries.IsEmpty ? DateTimeOffset.MaxValue : Expiries[0].At;

    public int Count => Live.Count;

    /// <summary>A live document by id, or null: unpublished, expired and unknown are the same to the public.</summary>
    public PublishedDocument? Find(Guid? id) => id is { } key && Live.TryGetValue(key, out var document) ? document : null;

    /// <summary>Documents whose time ended after one instant, and not after another.</summary>
    public IEnumerable<PublishedDocument> ExpiredBetween(DateTimeOffset after, DateTimeOffset upTo) =>
        Published.Values.Where(d => d.ExpiresAt > after && d.ExpiresAt <= upTo && !Live.ContainsKey(d.Id));

    public (PathState State, PublishedDocument? Document) Resolve(string path)
    {
        if (Paths.TryGetValue(path, out var document))
            return (Live.ContainsKey(document.Id) ? PathState.Live : PathState.Expired, document);
        return Redirects.ByPath.TryGetValue(path, out var target) && Live.TryGetValue(target, out var moved) && moved.Path is not null
            ? (PathState.Moved, moved)
            : (PathState.Unknown, null);
    }

    /// <summary>All live documents of a type in their public order.</summary>
    public IReadOnlyCollection<PublishedDocument> OfType(string alias) => PublicList.Of(Types.GetValueOrDefault(alias, PublicOrder.Empty)).All;

    /// <summary>Those of them that a reader of <paramref name="culture"/> can see.</summary>
    public IReadOnlyCollection<PublishedDocument> OfType(string alias, int culture) => PublicList.Of(Types.GetValueOrDefault(alias, PublicOrder.Empty)).In(culture, Schema);

    /// <summary>Live documents directly below one, in their public order.</summary>
    public IReadOnlyCollection<PublishedDocument> ChildrenOf(Guid id) => PublicList.Of(Below.GetValueOrDefault(id, PublicOrder.Empty)).All;

    /// <summary>
    /// Something worked out from all documents of some types, kept until one of these types changes or the day does.
    /// </summary>
    /// <param name="key">Names what it is; the same key must always mean the same.</param>
    /// <param name="below">Only the children of this document, and the document itself, instead of whole types.</param>
    public T Derive<T>(string key, IReadOnlyList<string> types, DateOnly day, Func<T> make, Guid? below = null) where T : class => Derive<T>(key, types, day, _ => make(), below);

    /// <summary>The same for what can be made of what it was before, which belongs to another snapshot and must stay as it is.</summary>
    /// <param name="renew">Gets null where there was nothing before.</param>
    public T Derive<T>(string key, IReadOnlyList<string> types, Func<T?, T> renew) where T : class => Derive(key, types, default, renew, below: null);

    private T Derive<T>(string key, IReadOnlyList<string> types, DateOnly day, Func<T?, T> make, Guid? below) where T : class
    {
        var sources = new object[types.Count + (below is null ? 0 : 2)];
        for (var i = 0; i < types.Count; i++)
            sources[i] = Types.GetValueOrDefault(types[i], PublicOrder.Empty);
        if (below is { } id)
        {
            sources[^2] = Below.GetValueOrDefault(id, PublicOrder.Empty);
            sources[^1] = Live.TryGetValue(id, out var document) ? document : PublicOrder.Empty;
        }

        return Derivations.Get(key, sources, day, make);
    }

    /// <summary>Live documents that refer to one.</summary>
    public IEnumerable<PublishedDocument> ReferrersOf(Guid id) =>
        Referrers.TryGetValue(id, out var ids) ? ids.Select(i => Find(i)).OfType<PublishedDocument>() : [];

    /// <summary>A media item by the hash in its address, or null when the city has none with these bytes.</summary>
    public PublishedMedia? MediaByHash(string hash) => MediaHashes.GetValueOrDefault(hash)?[0];

    /// <summary>All media items with the same bytes; they may differ in name, text and focus.</summary>
    public IReadOnlyList<PublishedMedia> MediaWithHash(string hash) => MediaHashes.GetValueOrDefault(hash) ?? [];

    /// <summary>The whole library, shown or not.</summary>
    public IEnumerable<PublishedMedia> AllMedia => MediaItems.Values;

    public PublishedMedia? Media(Guid? id) => id is { } key ? MediaItems.GetValueOrDefault(key) : null;
}

internal sealed class PublicOrder : IComparer<PublishedDocument>
{
    public static readonly PublicOrder Instance = new();
    public static readonly ImmutableSortedSet<PublishedDocument> Empty = ImmutableSortedSet.Create<PublishedDocument>(Instance);

    public int Compare(PublishedDocument? x, PublishedDocument? y)
    {
        var byType = string.CompareOrdinal(x!.Type.Alias, y!.Type.Alias);
        if (byType != 0)
            return byType;
        var byRank = x.Rank.CompareTo(y.Rank);
        return byRank != 0 ? byRank : x.Id.CompareTo(y.Id);
    }
}
