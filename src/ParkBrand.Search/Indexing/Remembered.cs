using System.Collections.Concurrent;

namespace ParkBrand.Search.Indexing;

/// <summary>
/// What the index answered since it was last written to. The words of the trade stand in nearly every question, and asking FTS5
/// for them costs more than all that is done with the answer.
/// </summary>
internal sealed class Remembered
{
    // Long lists are for cities in which a search takes its time anyway; all of it together stays below a few megabytes.
    private const int LongestList = 4_000, MostHits = 150_000, MostWords = 5_000;
    private readonly ConcurrentDictionary<(string, int, bool), Hit[]> hits = new();
    private readonly ConcurrentDictionary<string, bool> any = new(StringComparer.Ordinal);
    private int held, words;

    public Hit[]? Hits(string expression, int culture, bool weighed) => hits.GetValueOrDefault((expression, culture, weighed));

    public bool? Any(string expression) => any.TryGetValue(expression, out var stands) ? stands : null;

    /// <returns>The hits, which nobody may change.</returns>
    public Hit[] Keep(string expression, int culture, bool weighed, Hit[] found)
    {
        if (found.Length > LongestList)
            return found;
        Take(found.Length);
        return hits[(expression, culture, weighed)] = found;
    }

    public void Keep(string expression, bool stands)
    {
        Take(0);
        any[expression] = stands;
    }

    /// <summary>Whoever asks for much that is strange only makes it begin anew.</summary>
    private void Take(int more)
    {
        if (Interlocked.Add(ref held, more) <= MostHits && Interlocked.Increment(ref words) <= MostWords)
            return;
        hits.Clear();
        any.Clear();
        (held, words) = (0, 0);
    }
}
