using System.Runtime.CompilerServices;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// Phrases with their meanings from one source: from the schema, the taxonomy and the cues, or from the documents of one type. What
/// one document says is worked out once for as long as it stays as it is: a publication costs what it changed.
/// </summary>
internal sealed class Sayings
{
    /// <summary>What the source is made of that is of no other type.</summary>
    public static readonly IReadOnlyList<string> OfTheSchema = ["vocabulary", "industry", "district"];

    private const int LongestPhrase = 24, ShortestTrade = 2, ShortestAlias = 2, ShortestLatinAlias = 3, ShortestPolicy = 6, LongestHead = 4;

    /// <summary>What policies give, at the end of their names.</summary>
    private static readonly string[] Given = ["\u652f\u6301", "\u8865\u52a9", "\u5956\u52b1", "\u8865\u8d34", "\u6fc0\u52b1", "\u8d34\u606f", "\u57f9\u80b2"];

    private static readonly char[] Joints = ['\u3001', '/', '\uff08', '\uff09', '(', ')', '\uff0c', ','];
    private static readonly string[] JoiningWords = ["\u4e0e", "\u548c", " and "];
    private static readonly ConditionalWeakTable<PublishedDocument, (string Key, Meaning Meaning)[]> OfDocuments = [];

    // Made with the vocabulary, and forgotten with it.
    private readonly ConditionalWeakTable<PublishedDocument, (string Key, Meaning Meaning)[]> aliases = [];
    private readonly Dictionary<string, Meaning[]> known = new(StringComparer.Ordinal);
    private readonly List<(string Key, Meaning Meaning)> said = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>In order, each once.</summary>
    public IReadOnlyList<(string Key, Meaning Meaning)> Said => said;

    /// <summary>Words of the phrases.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Words in the longest phrase.</summary>
    public int Longest { get; private set; }

    /// <summary>Chinese phrases for places and for what can be needed.</summary>
    public IReadOnlyCollection<string> Names => names;

    public static Sayings Own(Snapshot snapshot) => snapshot.Derive("assistant.sayings", OfTheSchema, default, () =>
    {
        var own = new Sayings();
        own.Cues(snapshot);
        own.Schema(snapshot);
        own.Taxonomy(snapshot);
        return own;
    });

    /// <param name="type">Park, job, resource or policy.</param>
    public static Sayings Of(Snapshot snapshot, string type) => snapshot.Derive("assistant.sayings." + type, [type], default, () =>
    {
        var sayings = new Sayings();
        foreach (var document in snapshot.OfType(type))
            foreach (var (key, meaning) in OfDocuments.GetValue(document, d => [.. OfDocument(d, snapshot).Select(s => (Key: WordRun.KeyOf(s.Phrase), s.Meaning)).Where(s => s.Key.Length > 0)]))
                sayings.Put(key, meaning);
        return sayings;
    });

    /// <summary>What else people in a trade call what a park says it does.</summary>
    public IEnumerable<(string Key, Meaning Meaning)> Aliases(Snapshot snapshot) => snapshot.OfType("park").SelectMany(park => aliases.GetValue(park, p =>
    [
        .. from variant in Variants(p, snapshot)
           from trade in variant.Values.Texts("keywords").Concat(Parts(variant.Values.Text("niche") ?? ""))
           from other in Wording.SameAs(snapshot, trade)
           where other.Length >= (WordRun.IsHan(other[0]) ? ShortestAlias : ShortestLatinAlias) && !Wording.IsFiller(snapshot, other)
           select (WordRun.KeyOf(other), new Meaning(MeaningKind.Alias, "niche", Wording.Fold(trade))),
    ]));

    /// <returns>Whether it is new there.</returns>
    public static bool Add(Dictionary<string, Meaning[]> known, string key, Meaning meaning)
    {
        if (!known.TryGetValue(key, out var meanings))
            known[key] = [meaning];
        else if (meanings.Contains(meaning))
            return false;
        else
            known[key] = [.. meanings, meaning];
        return true;
    }

    private void Put(string key, Meaning meaning)
    {
        if (!Add(known, key, meaning))
            return;
        said.Add((key, meaning));
        var words = key.Split('\u0001');
        Words.UnionWith(words);
        Longest = Math.Max(Longest, words.Length);
    }

    private void Put(Snapshot snapshot, string phrase, Meaning meaning, bool withSynonyms = true)
    {
        var key = WordRun.KeyOf(phrase);
        if (key.Length == 0)
            return;
        Put(key, meaning);
        if ((meaning.Kind is MeaningKind.Choice or MeaningKind.District || meaning.Name is "need" or "field") && Wording.Fold(phrase) is var name && name.All(WordRun.IsHan))
            names.Add(name);
        if (withSynonyms)
            foreach (var other in Wording.SameAs(snapshot, phrase))
                Put(snapshot, other, meaning, withSynonyms: false);
    }

    private void Cues(Snapshot snapshot)
    {
        // What a question is refused for is looked for by itself, in the text as a whole: it may stand across words.
        foreach (var group in Matching.Cues.All.Names.Except(Matching.Cues.Refusals).Except(["asked", "slips", "loose", "as typed", "common"]))
            foreach (var (value, phrases) in Matching.Cues.All.Group(group))
                foreach (var phrase in phrases)
                    Put(snapshot, phrase, new Meaning(MeaningKind.Cue, group, value), withSynonyms: false);
        foreach (var (phrase, field, low) in Wording.Wishes(snapshot))
            Put(snapshot, phrase, new Meaning(MeaningKind.Wish, field, low ? "low" : "high"), withSynonyms: false);
    }

    private void Schema(Snapshot snapshot)
    {
        foreach (var type in snapshot.Schema.DocumentTypes.Values.Where(t => t.Alias is "park" or "space" or "job" or "resource" or "policy" or "financeProduct"))
            foreach (var property in type.Properties.Where(p => p.DataType.Kind is ValueKind.Choice or ValueKind.Choices && p.Alias is not ("level" or "status")))
                foreach (var item in property.DataType.Items.Where(i => i.Value is not ("none" or "any")))
                    foreach (var name in item.Name.ByCulture.SelectMany(Parts))
                        Put(snapshot, name, new Meaning(MeaningKind.Choice, $"{type.Alias}.{property.Alias}", item.Value));
        foreach (var type in snapshot.Schema.DocumentTypes.Values.Where(t => t.Alias is "park" or "space"))
            foreach (var property in type.Properties)
                foreach (var name in property.Name.ByCulture)
                    Put(snapshot, name, new Meaning(MeaningKind.Property, type.Alias, property.Alias));
        foreach (var (alias, phrases) in Matching.Cues.All.Group("asked"))
            foreach (var phrase in phrases)
                Put(snapshot, phrase, new Meaning(MeaningKind.Property, "", alias), withSynonyms: false);
    }

    private void Taxonomy(Snapshot snapshot)
    {
        foreach (var (document, variant) in snapshot.OfType("district").SelectMany(d => Variants(d, snapshot).Select(v => (d, v))))
            foreach (var name in new[] { variant.Values.Text("shortName"), variant.Name }.OfType<string>())
                Put(snapshot, name, new Meaning(MeaningKind.District, "district", document.Slug));
        foreach (var (document, variant) in snapshot.OfType("industry").SelectMany(d => Variants(d, snapshot).Select(v => (d, v))))
        {
            foreach (var name in new[] { variant.Values.Text("shortName"), variant.Name }.OfType<string>())
                Put(snapshot, name, new Meaning(MeaningKind.Industry, "sector", document.Slug));
            foreach (var word in variant.Values.Texts("synonyms"))
                Put(snapshot, word, new Meaning(MeaningKind.Trade, "niche", Wording.Fold(word)), withSynonyms: false);
        }
    }

    private static IEnumerable<(string Phrase, Meaning Meaning)> OfDocument(PublishedDocument document, Snapshot snapshot) => Variants(document, snapshot).SelectMany(variant => document.Type.Alias switch
    {
        "park" => Meanings.Shortened(variant.Name).Select(n => (n, new Meaning(MeaningKind.Park, "park", document.Slug)))
            .Concat(Told(variant.Values.Texts("keywords").Concat(variant.Values.Texts("accepted").SelectMany(Parts)).Concat(Parts(variant.Values.Text("niche") ?? "")), ShortestTrade, MeaningKind.Trade, "niche")),
        "job" => Told(variant.Values.Texts("skills").SelectMany(Parts).Append(variant.Name), ShortestTrade, MeaningKind.Skill, "job"),
        "resource" => Told(variant.Values.Texts("techniques").SelectMany(Parts).Concat(Parts(variant.Name)), ShortestTrade + 1, MeaningKind.Technique, "resource"),
        _ => Called(variant.Name).Select(n => (n, new Meaning(MeaningKind.Policy, "policy", document.Slug))),
    });

    private static IEnumerable<(string, Meaning)> Told(IEnumerable<string> words, int shortest, MeaningKind kind, string name) =>
        words.Select(w => w.Trim()).Where(w => w.Length >= shortest && w.Length <= LongestPhrase).Select(w => (w, new Meaning(kind, name, Wording.Fold(w))));

    private static IEnumerable<PublishedVariant> Variants(PublishedDocument document, Snapshot snapshot) =>
        Enumerable.Range(0, snapshot.Schema.Languages.Count).Where(document.IsIn).Select(culture => document.In(culture, snapshot.Schema)!);

    /// <summary>A policy by its name with and without whom it is for: companies, industry; and by how the name begins, with what is given: the gazelle support.</summary>
    private static IEnumerable<string> Called(string name)
    {
        yield return name;
        if (name.Length > ShortestPolicy && Given.FirstOrDefault(g => name.EndsWith(g, StringComparison.Ordinal)) is { } given && !char.IsAsciiDigit(name[0]))
            foreach (var end in new[] { name.IndexOf("\u4f01\u4e1a", StringComparison.Ordinal), name.IndexOf('\u4e0e'), LongestHead })
                if (end > 1 && end < name.Length - given.Length)
                    yield return name[..end] + given;
        if (name.Length > ShortestPolicy && (name.StartsWith("\u4f01\u4e1a", StringComparison.Ordinal) || name.StartsWith("\u5de5\u4e1a", StringComparison.Ordinal)))
            yield return name[2..];
    }

    private static IEnumerable<string> Parts(string name)
    {
        yield return name;
        foreach (var part in name.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(p => p.Split(JoiningWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            if (part.Length > 1 && part != name)
                yield return part;
    }
}
