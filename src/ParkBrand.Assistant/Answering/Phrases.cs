using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Phrases and what they mean. Of those that begin at one place the longest counts.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<T>> known = new(StringComparer.Ordinal);
    private int longest = 1;

    public void Add(string phrase, T meaning)
    {
        var keys = Keys(Wording.Fold(phrase));
        if (keys.Count == 0)
            return;
        var key = WordRun.Key(keys);
        if (!known.TryGetValue(key, out var meanings))
            known[key] = meanings = [];
        if (!meanings.Contains(meaning))
            meanings.Add(meaning);
        longest = Math.Max(longest, keys.Count);
    }

    /// <summary>Every group of some cues by its name.</summary>
    public static Phrases<string> Of(Cues cues)
    {
        var phrases = new Phrases<string>();
        foreach (var group in cues.Names)
            foreach (var phrase in cues.Group(group).Values.SelectMany(p => p))
                phrases.Add(phrase, group);
        return phrases;
    }

    public bool Has(string phrase) => known.ContainsKey(WordRun.KeyOf(phrase));

    /// <param name="folded">Words of a phrase stand side by side in it.</param>
    public IEnumerable<(T Meaning, int Start, int Length)> In(string folded)
    {
        var words = WordRun.Of(folded);
        var row = new WordRow(words);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count;)
        {
            var taken = 1;
            for (var count = Math.Min(longest, words.Count - i); count > 0; count--)
            {
                if (!lookup.TryGetValue(row.Key(i, count), out var meanings))
                    continue;
                foreach (var meaning in meanings)
                    yield return (meaning, words[i].Start, words[i + count - 1].Start + words[i + count - 1].Length - words[i].Start);
                taken = count;
                break;
            }

            i += taken;
        }
    }

    private static List<string> Keys(string folded) => [.. WordRun.Of(folded).Where(w => w.Key != WordRun.Break).Select(w => w.Key)];
}
