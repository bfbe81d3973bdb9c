using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Snapshots;

/// <summary>
/// The documents of one set as arrays, which pages read many times faster than the tree that a publication changes.
/// Made when first asked for, and kept as long as the set: a publication renews only the lists that it touches.
/// </summary>
internal sealed class PublicList
{
    private static readonly ConditionalWeakTable<ImmutableSortedSet<PublishedDocument>, PublicList> Known = [];
    private readonly ConcurrentDictionary<int, PublishedDocument[]> byCulture = [];

    private PublicList(ImmutableSortedSet<PublishedDocument> set) => All = [.. set];

    public PublishedDocument[] All { get; }

    public static PublicList Of(ImmutableSortedSet<PublishedDocument> set) => Known.GetValue(set, s => new PublicList(s));

    /// <summary>What a reader of <paramref name="culture"/> is shown, fallbacks included.</summary>
    public PublishedDocument[] In(int culture, ContentSchema schema) =>
        byCulture.GetOrAdd(culture, c => Array.FindAll(All, d => d.In(c, schema) is not null));
}
