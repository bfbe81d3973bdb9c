using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Querying;

/// <summary>A phrase that wishes for something without ruling anything out.</summary>
/// <param name="Field">Property alias of a park or of a record.</param>
/// <param name="Low">Whether less is better.</param>
internal sealed record Preference(string Phrase, string Field, bool Low);

/// <summary>
/// The words that editors keep for the search: synonyms, readings, characters that are taken for one another, wishes. From
/// the vocabulary document and the taxonomy of the published content.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The documents that it is made of; it is made again when one of them changes.</summary>
    public static readonly IReadOnlyList<string> Types = ["vocabulary", "industry", "district"];

    private Vocabulary(Snapshot snapshot)
    {
        var own = snapshot.OfType("vocabulary").Select(d => d.In(0, snapshot.Schema)?.Values).FirstOrDefault(v => v is not null);
        var groups = (own?.Blocks("synonyms") ?? []).Select(g => g.Texts("words").ToList()).ToList();
        var taxonomy = Taxonomy(snapshot).ToList();
        Synonyms = Same(groups.Concat(taxonomy.Select(t => t.Names)));
        Related = Near(taxonomy);
        Phrases = [.. groups.Concat(taxonomy.Select(t => t.Names)).Concat(taxonomy.Select(t => t.Words)).SelectMany(g => g).Select(w => FoldedText.Of(w).Text.Trim()).Where(w => w.Length > 1).Distinct()];
        var readings = (own?.Blocks("readings") ?? []).Select(r => (Word: r.Text("word") ?? "", Pinyin: r.Text("pinyin") ?? "")).ToList();
        Readings = new Pinyin(readings.DistinctBy(r => r.Word).ToDictionary(r => r.Word, r => r.Pinyin));
        Words = new WordList(Phrases.Concat(readings.Select(r => FoldedText.Of(r.Word).Text)));
        Lookalikes = (own?.Texts("lookalikes") ?? []).Select(g => FoldedText.Of(g).Text).SelectMany(g => g.Select(c => (c, g))).ToLookup(c => c.c, c => c.g)
            .ToFrozenDictionary(c => c.Key, c => c.SelectMany(g => g).ToFrozenSet());
        Preferences = [.. (own?.Blocks("preferences") ?? []).SelectMany(p => p.Texts("phrases").Select(t => new Preference(FoldedText.Of(t).Text, p.Text("field") ?? "", p.Text("direction") == "low")))
            .OrderByDescending(p => p.Phrase.Length)];
        StopWords = (own?.Texts("stopWords") ?? []).Select(w => FoldedText.Of(w).Text).ToFrozenSet();
        Queries = [.. snapshot.Schema.Languages.Select((_, culture) => QueriesIn(culture, snapshot))];
        Hash = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Words.Words.Order(StringComparer.Ordinal)))));
    }

    private const int MostSynonyms = 24;

    /// <summary>Needle → needles that mean the same.</summary>
    public FrozenDictionary<string, string[]> Synonyms { get; }

    /// <summary>An industry's name → what it is about, and each of those → the name: near, but not the same.</summary>
    public FrozenDictionary<string, string[]> Related { get; }

    /// <summary>Phrases of Latin letters and Chinese together, longest first: 3D打印.</summary>
    public IReadOnlyList<string> Mixed => field ??= [.. Phrases.Where(p => p.Any(Tokenizer.IsHan) && p.Any(c => Tokenizer.IsLatin(c))).OrderByDescending(p => p.Length)];

    /// <summary>Several Latin words that are one name, by length.</summary>
    public ILookup<int, (int Place, string Name)> LatinNames => field ??= Synonyms.Keys.Where(k => k.Trim().Contains(' ') && !k.Any(Tokenizer.IsHan)).Select((k, i) => (i, k)).ToLookup(k => k.k.Length);

    /// <summary>Words and phrases of the trade, folded.</summary>
    public IReadOnlyList<string> Phrases { get; }
    public WordList Words { get; }
    public Pinyin Readings { get; }
    public FrozenDictionary<char, FrozenSet<char>> Lookalikes { get; }

    /// <summary>Longest first.</summary>
    public IReadOnlyList<Preference> Preferences { get; }
    public FrozenSet<string> StopWords { get; }

    /// <summary>Questions to suggest, by culture.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Queries { get; }

    /// <summary>Changes when texts would be cut into other words.</summary>
    public ulong Hash { get; }

    private const float Synonym = 0.75f, Close = 0.35f;

    /// <summary>A needle with everything that means the same or lies near.</summary>
    public List<Alternative> Alternatives(string needle) =>
    [
        new(needle, 1),
        .. Synonyms.GetValueOrDefault(needle, []).Select(o => new Alternative(o, Synonym)),
        .. Related.GetValueOrDefault(needle, []).Where(o => !Synonyms.GetValueOrDefault(needle, []).Contains(o)).Select(o => new Alternative(o, Close)),
    ];

    public static Vocabulary Of(Snapshot snapshot) => snapshot.Derive("vocabulary", Types, default, () => new Vocabulary(snapshot));

    private static FrozenDictionary<string, string[]> Same(IEnumerable<IEnumerable<string>> groups)
    {
        var same = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var needles in groups.Select(Needles))
            foreach (var needle in needles)
                Add(same, needle, needles.Where(n => n != needle));
        return same.ToFrozenDictionary(s => s.Key, s => s.Value.Take(MostSynonyms).ToArray());
    }

    private static FrozenDictionary<string, string[]> Near(IEnumerable<(List<string> Names, List<string> Words)> taxonomy)
    {
        var near = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (names, words) in taxonomy.Select(t => (Needles(t.Names), Needles(t.Words))))
        {
            foreach (var name in names)
                Add(near, name, words);
            foreach (var word in words)
                Add(near, word, names);
        }

        return near.ToFrozenDictionary(n => n.Key, n => n.Value.Take(MostSynonyms).ToArray());
    }

    private static List<string> Needles(IEnumerable<string> words) => words.Select(NormalText.Needle).Where(n => n.Length > 1).Distinct().ToList();

    private static void Add(Dictionary<string, HashSet<string>> groups, string needle, IEnumerable<string> others)
    {
        if (!groups.TryGetValue(needle, out var known))
            groups[needle] = known = new HashSet<string>(StringComparer.Ordinal);
        known.UnionWith(others.Where(o => o != needle));
    }

    private static IEnumerable<(List<string> Names, List<string> Words)> Taxonomy(Snapshot snapshot)
    {
        foreach (var document in snapshot.OfType("industry").Concat(snapshot.OfType("district")))
        {
            var (names, words) = (new List<string>(), new List<string>());
            for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
                if (document.IsIn(culture) && document.In(culture, snapshot.Schema) is { } variant)
                {
                    names.Add(variant.Name);
                    names.AddRange(new[] { variant.Values.Text("shortName") ?? "" }.Where(w => w.Length > 0));
                    if (document.Type.Find("synonyms") is not null)
                        words.AddRange(variant.Values.Texts("synonyms"));
                }

            yield return (names, words);
        }
    }

    private static List<string> QueriesIn(int culture, Snapshot snapshot) =>
        snapshot.OfType("vocabulary").Where(d => d.IsIn(culture)).SelectMany(d => d.In(culture, snapshot.Schema)!.Values.Texts("queries")).ToList();
}
