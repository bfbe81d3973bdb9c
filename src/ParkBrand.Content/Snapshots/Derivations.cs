using System.Collections.Concurrent;

namespace ParkBrand.Content.Snapshots;

/// <summary>
/// What pages work out from whole sets of documents (counts, facets, the newest), kept as long as those sets are the same
/// objects: a publication renews only the sets that it touches, so a new job does not make anyone count spaces again.
/// </summary>
internal sealed class Derivations
{
    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);

    private sealed record Entry(object[] Sources, DateOnly Day, object Value);

    public T Get<T>(string key, object[] sources, DateOnly day, Func<T?, T> make) where T : class
    {
        known.TryGetValue(key, out var entry);
        var before = entry?.Value as T;
        if (before is not null && entry!.Day == day && Same(entry.Sources, sources))
            return before;
        // Two readers may work it out at once; both get the same.
        var made = make(before);
        known[key] = new Entry(sources, day, made);
        return made;
    }

    private static bool Same(object[] before, object[] now)
    {
        if (before.Length != now.Length)
            return false;
        for (var i = 0; i < now.Length; i++)
            if (!ReferenceEquals(before[i], now[i]))
                return false;
        return true;
    }
}
