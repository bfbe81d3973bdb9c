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
        var groups = (own?.Blocks("synonyms") ?? []).Select(g => g.Texts("words").ToList()).Concat(Taxonomy(snapshot)).ToList();
        var synonyms = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var needles in groups.Select(g => g.Select(NormalText.Needle).Where(n => n.Length > 1).Distinct().ToList()))
            foreach (var needle in needles)
            {
                if (!synonyms.TryGetValue(needle, out var others))
                    synonyms[needle] = others = new HashSet<string>(StringComparer.Ordinal);
                others.UnionWith(needles.Where(n => n != needle));
            }

        Synonyms = synonyms.ToFrozenDictionary(s => s.Key, s => s.Value.Take(MostSynonyms).ToArray());
        Phrases = [.. groups.SelectMany(g => g).Select(w => FoldedText.Of(w).Text.Trim()).Where(w => w.Length > 1).Distinct()];
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

    public static Vocabulary Of(Snapshot snapshot) => snapshot.Derive("vocabulary", Types, default, () => new Vocabulary(snapshot));

    private static IEnumerable<List<string>> Taxonomy(Snapshot snapshot)
    {
        foreach (var document in snapshot.OfType("industry").Concat(snapshot.OfType("district")))
        {
            var words = new List<string>();
            for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
                if (document.IsIn(culture) && document.In(culture, snapshot.Schema) is { } variant)
                {
                    words.Add(variant.Name);
                    words.AddRange(new[] { variant.Values.Text("shortName") ?? "" }.Where(w => w.Length > 0));
                    if (document.Type.Find("synonyms") is not null)
                        words.AddRange(variant.Values.Texts("synonyms"));
                }

            yield return words;
        }
    }

    private static List<string> QueriesIn(int culture, Snapshot snapshot) =>
        snapshot.OfType("vocabulary").Where(d => d.IsIn(culture)).SelectMany(d => d.In(culture, snapshot.Schema)!.Values.Texts("queries")).ToList();
}
