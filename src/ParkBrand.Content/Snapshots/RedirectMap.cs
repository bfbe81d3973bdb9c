using System.Collections.Immutable;

namespace ParkBrand.Content.Snapshots;

/// <summary>Old addresses and the documents they lead to, kept both ways so that a change costs what changed.</summary>
internal sealed class RedirectMap
{
    public static readonly RedirectMap Empty = new(
        ImmutableDictionary<string, Guid>.Empty.WithComparers(StringComparer.Ordinal), ImmutableDictionary<Guid, ImmutableHashSet<string>>.Empty);

    private readonly ImmutableDictionary<Guid, ImmutableHashSet<string>> byTarget;

    private RedirectMap(ImmutableDictionary<string, Guid> byPath, ImmutableDictionary<Guid, ImmutableHashSet<string>> byTarget) =>
        (ByPath, this.byTarget) = (byPath, byTarget);

    public ImmutableDictionary<string, Guid> ByPath { get; }

    /// <param name="targets">Documents whose redirects were read anew.</param>
    /// <param name="current">All redirects that lead to them now.</param>
    public RedirectMap With(IEnumerable<Guid> targets, IEnumerable<(string Path, Guid Target)> current)
    {
        var paths = ByPath.ToBuilder();
        var ways = byTarget.ToBuilder();
        foreach (var target in targets)
            if (ways.TryGetValue(target, out var old))
            {
                foreach (var path in old.Where(p => paths[p] == target))
                    paths.Remove(path);
                ways.Remove(target);
            }

        foreach (var (path, target) in current)
        {
            paths[path] = target;
            ways[target] = (ways.TryGetValue(target, out var known) ? known : []).Add(path);
        }

        return new RedirectMap(paths.ToImmutable(), ways.ToImmutable());
    }
}
