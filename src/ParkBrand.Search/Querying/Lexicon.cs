using System.Collections.Frozen;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Querying;

/// <summary>A Chinese word or phrase that can be meant, with how it is typed by sound.</summary>
/// <param name="Text">Folded, Chinese characters only.</param>
/// <param name="Weight">How readily it is taken: the rows that have it, raised for the words of the taxonomy and for titles.</param>
internal sealed record LexiconEntry(string Text, string Pinyin, string Initials, int Weight);

/// <summary>
/// Everything that a query can be taken to mean: the words of the index, the taxonomy, and the names of parks, districts and
/// topics; by spelling, sound and initials. In memory, made anew when the index has changed.
/// </summary>
internal sealed class Lexicon
{
    private const int Longest = 16, TitleWeight = 1000, PhraseWeight = 2000;
    private static readonly string[] Named = ["park", "industry", "district", "topic", "list", "contactPoint"];

    private readonly FrozenDictionary<string, LexiconEntry[]> byInitials;
    private readonly FrozenDictionary<string, LexiconEntry[]>.AlternateLookup<ReadOnlySpan<char>> byPinyin, byFuzzy;
    private readonly FrozenDictionary<string, LexiconEntry> byText;
    private readonly (char First, (int Place, LexiconEntry Entry)[] Entries)[][] byLength;
    private readonly LexiconEntry[][] byReadingLength;
    private readonly FrozenDictionary<string, string[]> byDeletion;
    private readonly (string Key, LexiconEntry Entry)[] pinyinOrder;
    private readonly string[] latinOrder;

    private Lexicon(Vocabulary vocabulary, IEnumerable<(string Term, int Rows)> terms, Snapshot snapshot)
    {
        var chinese = new Dictionary<string, int>(StringComparer.Ordinal);
        var latin = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, rows) in terms)
            if (term.All(Tokenizer.IsHan))
                chinese[term] = rows;
            else if (term.All(Tokenizer.IsLatin))
                latin[term] = rows;
        foreach (var phrase in vocabulary.Phrases.Where(IsChinese))
            chinese[phrase] = chinese.GetValueOrDefault(phrase) + PhraseWeight;
        foreach (var title in Titles(snapshot, vocabulary))
            chinese[title] = chinese.GetValueOrDefault(title) + TitleWeight;
        Known = chinese.ToFrozenDictionary(StringComparer.Ordinal);
        Latin = latin.ToFrozenDictionary(StringComparer.Ordinal);
        latinOrder = [.. latin.Keys.Where(k => k.Length > 2 && !char.IsDigit(k[0])).Order(StringComparer.Ordinal)];

        var entries = chinese.Where(c => c.Key.Length is > 1 and <= Longest).Select(c =>
        {
            var syllables = vocabulary.Readings.Syllables(c.Key);
            return new LexiconEntry(c.Key, Pinyin.Joined(syllables), Pinyin.Initials(syllables), c.Value);
        }).OrderByDescending(e => e.Weight).ThenBy(e => e.Text, StringComparer.Ordinal).ToArray();
        byText = entries.ToFrozenDictionary(e => e.Text, StringComparer.Ordinal);
        byLength = [.. Enumerable.Range(0, Longest + 1).Select(length => entries.Where(e => e.Text.Length == length).Select((e, i) => (Place: i, Entry: e)).GroupBy(e => e.Entry.Text[0]).Select(g => (g.Key, g.ToArray())).ToArray())];
        byPinyin = Group(entries, e => e.Pinyin).GetAlternateLookup<ReadOnlySpan<char>>();
        byFuzzy = Group(entries, e => Pinyin.Fuzzy(e.Pinyin)).GetAlternateLookup<ReadOnlySpan<char>>();
        byInitials = Group(entries, e => e.Initials);
        pinyinOrder = [.. entries.Select(e => (e.Pinyin, e)).OrderBy(e => e.Pinyin, StringComparer.Ordinal)];
        byDeletion = entries.Where(e => e.Text.Length is >= 3 and <= 10).SelectMany(e => Deletions(e.Text).Append(e.Text).Distinct().Select(d => (d, e.Text)))
            .GroupBy(d => d.d, d => d.Text).ToFrozenDictionary(g => g.Key, g => g.Take(12).ToArray(), StringComparer.Ordinal);
        LongestPinyin = entries.Length == 0 ? 0 : entries.Max(e => e.Pinyin.Length);
        var telling = entries.Where(e => e.Weight >= TitleWeight / 2 || e.Text.Length > 2).ToLookup(e => e.Pinyin.Length);
        byReadingLength = [.. Enumerable.Range(0, LongestPinyin + 1).Select(length => telling[length].ToArray())];
    }

    /// <summary>Chinese words and phrases with their weight.</summary>
    public FrozenDictionary<string, int> Known { get; }

    /// <summary>Stemmed Latin terms with the rows that have them.</summary>
    public FrozenDictionary<string, int> Latin { get; }
    public int LongestPinyin { get; }

    public static Lexicon Of(Vocabulary vocabulary, IEnumerable<(string, int)> terms, Snapshot snapshot) => new(vocabulary, terms, snapshot);

    /// <summary>The heaviest word of so many characters that a stretch can be a slip for. A word is looked at only where its first character can be meant.</summary>
    public LexiconEntry? Resembling(Resemblance slip, int length)
    {
        var (best, before) = ((LexiconEntry?)null, int.MaxValue);
        foreach (var (first, entries) in length < byLength.Length ? byLength[length] : [])
            if (slip.CanBegin(first))
                foreach (var (place, entry) in entries)
                    if (place > before)
                        break;
                    else if (slip.Of(entry.Text))
                    {
                        (best, before) = (entry, place);
                        break;
                    }

        return best;
    }

    /// <summary>Heaviest first; empty when nothing is read so.</summary>
    public IReadOnlyList<LexiconEntry> Sounding(ReadOnlySpan<char> pinyin) => byPinyin.TryGetValue(pinyin, out var entries) ? entries : [];

    public IReadOnlyList<LexiconEntry> SoundingAlike(ReadOnlySpan<char> fuzzy) => byFuzzy.TryGetValue(fuzzy, out var entries) ? entries : [];

    public IReadOnlyList<LexiconEntry> Beginning(string initials) => byInitials.GetValueOrDefault(initials, []);

    public LexiconEntry? Find(string text) => byText.GetValueOrDefault(text);

    /// <summary>Entries whose reading begins so, heaviest first.</summary>
    public IEnumerable<LexiconEntry> SoundingFrom(string pinyin, int take)
    {
        var at = LowerBound(pinyinOrder.Length, i => string.CompareOrdinal(pinyinOrder[i].Key, pinyin));
        var found = new List<LexiconEntry>();
        for (; at < pinyinOrder.Length && pinyinOrder[at].Key.StartsWith(pinyin, StringComparison.Ordinal) && found.Count < 400; at++)
            found.Add(pinyinOrder[at].Entry);
        return found.OrderByDescending(e => e.Weight).Take(take);
    }

    /// <summary>Latin terms that begin so, commonest first.</summary>
    public IEnumerable<string> LatinFrom(string start, int take)
    {
        var at = LowerBound(latinOrder.Length, i => string.CompareOrdinal(latinOrder[i], start));
        var found = new List<string>();
        for (; at < latinOrder.Length && latinOrder[at].StartsWith(start, StringComparison.Ordinal) && found.Count < 200; at++)
            found.Add(latinOrder[at]);
        return found.OrderByDescending(t => Latin[t]).Take(take);
    }

    /// <summary>Latin terms within a number of slips, nearest and commonest first.</summary>
    public IEnumerable<string> LatinNear(string word, int slips) => latinOrder
        .Where(t => Math.Abs(t.Length - word.Length) <= slips && (t[0] == word[0] || slips > 1)).Select(t => (Term: t, Slips: Distance.Between(t, word, slips)))
        .Where(t => t.Slips <= slips).OrderBy(t => t.Slips).ThenByDescending(t => Latin[t.Term]).Select(t => t.Term);

    /// <summary>Phrases whose reading is one slip away, nearest first.</summary>
    public IEnumerable<LexiconEntry> SoundingNear(string pinyin)
    {
        var near = new List<LexiconEntry>();
        for (var length = Math.Max(0, pinyin.Length - 1); length <= pinyin.Length + 1 && length < byReadingLength.Length; length++)
            foreach (var entry in byReadingLength[length])
                if (Distance.Between(entry.Pinyin, pinyin, 1) <= 1)
                    near.Add(entry);
        return near.OrderByDescending(e => e.Weight).ThenBy(e => e.Pinyin, StringComparer.Ordinal);
    }

    /// <summary>Entries with one character more, less, or another, heaviest first.</summary>
    public IEnumerable<LexiconEntry> SpelledNear(string word) => Deletions(word).Append(word).SelectMany(d => byDeletion.GetValueOrDefault(d, [])).Distinct()
        .Where(t => t != word && Distance.Between(t, word, 1) <= 1).Select(t => byText[t]).OrderByDescending(e => e.Weight);

    private static IEnumerable<string> Titles(Snapshot snapshot, Vocabulary vocabulary)
    {
        foreach (var type in Named)
            foreach (var document in snapshot.OfType(type, 0))
            {
                var name = FoldedText.Of(document.In(0, snapshot.Schema)!.Name).Text;
                if (!IsChinese(name))
                    continue;
                yield return name;
                // Nobody types the word that every park's name ends in.
                foreach (var end in ParkEndings.Where(e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length + 1))
                    yield return name[..^end.Length];
            }
    }

    private static readonly string[] ParkEndings = ["\u521b\u65b0\u56ed", "\u4ea7\u4e1a\u56ed", "\u79d1\u6280\u56ed", "\u521b\u65b0\u4ea7\u4e1a\u56ed", "\u56ed\u533a", "\u56ed"];

    private static bool IsChinese(string text) => text.Length > 1 && text.All(Tokenizer.IsHan);

    private static IEnumerable<string> Deletions(string text)
    {
        for (var i = 0; i < text.Length; i++)
            yield return text.Remove(i, 1);
    }

    private static FrozenDictionary<string, LexiconEntry[]> Group(LexiconEntry[] entries, Func<LexiconEntry, string> key) =>
        entries.GroupBy(key).ToFrozenDictionary(g => g.Key, g => g.Take(8).ToArray(), StringComparer.Ordinal);

    private static int LowerBound(int count, Func<int, int> compare)
    {
        var (low, high) = (0, count);
        while (low < high)
            if (compare((low + high) / 2) is < 0)
                low = ((low + high) / 2) + 1;
            else
                high = (low + high) / 2;
        return low;
    }
}
