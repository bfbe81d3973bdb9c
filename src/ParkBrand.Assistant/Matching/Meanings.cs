using System.Collections.Frozen;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

internal enum MeaningKind
{
    /// <summary>How the question is meant; see <see cref="Cues"/>.</summary>
    Cue,

    /// <summary>A value of a choice, named by type and property: <c>space.kind</c> = <c>lab</c>.</summary>
    Choice,

    /// <summary>An industry by its name.</summary>
    Industry,

    /// <summary>A word of some trade.</summary>
    Trade,

    /// <summary>What a trade is called otherwise.</summary>
    Alias,

    /// <summary>What a job is called or asks for.</summary>
    Skill,

    /// <summary>What a shared resource is called or does.</summary>
    Technique,

    /// <summary>A policy by its name.</summary>
    Policy,
    District,
    Park,

    /// <summary>A property of a park or its records that is asked after.</summary>
    Property,

    /// <summary>A wish that rules nothing out.</summary>
    Wish,
}

/// <param name="Name">Group of the cue, type and property of the choice, or property.</param>
/// <param name="Value">What it is: the value, the slug, the word.</param>
internal sealed record Meaning(MeaningKind Kind, string Name, string Value)
{
    /// <param name="key">In the form of <see cref="WordRun.Key"/>.</param>
    public delegate Meaning[] Lookup(ReadOnlySpan<char> key);
}

/// <summary>Every phrase that a question is understood by, with all that it can mean. From the schema, the taxonomy, the parks, the editors' vocabulary and the cues.</summary>
internal sealed class Meanings
{
    private const int LongestPhrase = 24, ShortestTrade = 2, ShortestAlias = 2, ShortestLatinAlias = 3, ShortestPolicy = 6;
    private static readonly string[] Sources = ["vocabulary", "industry", "district", "park", "job", "resource", "policy"];
    private static readonly char[] Joints = ['\u3001', '/', '\uff08', '\uff09', '(', ')', '\uff0c', ','];
    private static readonly string[] JoiningWords = ["\u4e0e", "\u548c", " and "];

    private readonly FrozenDictionary<string, Meaning[]>.AlternateLookup<ReadOnlySpan<char>> knownBy, aliasesBy;
    private readonly FrozenSet<string> words;
    private readonly List<(int Culture, string Name, string Slug)> parkNames = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private Meanings(Snapshot snapshot)
    {
        var all = new Dictionary<string, HashSet<Meaning>>(StringComparer.Ordinal);
        void Add(string phrase, Meaning meaning, bool withSynonyms = true)
        {
            var key = WordRun.KeyOf(phrase);
            if (key.Length == 0)
                return;
            if (!all.TryGetValue(key, out var meanings))
                all[key] = meanings = [];
            meanings.Add(meaning);
            if ((meaning.Kind is MeaningKind.Choice or MeaningKind.District || meaning.Name is "need" or "field") && Wording.Fold(phrase) is var name && name.All(WordRun.IsHan))
                names.Add(name);
            if (withSynonyms)
                foreach (var other in Wording.SameAs(snapshot, phrase))
                    Add(other, meaning, withSynonyms: false);
        }

        // What a question is refused for is looked for by itself, in the text as a whole: it may stand across words.
        foreach (var group in Cues.All.Names.Except(Cues.Refusals).Except(["asked", "slips", "loose"]))
            foreach (var (value, phrases) in Cues.All.Group(group))
                foreach (var phrase in phrases)
                    Add(phrase, new Meaning(MeaningKind.Cue, group, value), withSynonyms: false);
        foreach (var (phrase, field, low) in Wording.Wishes(snapshot))
            Add(phrase, new Meaning(MeaningKind.Wish, field, low ? "low" : "high"), withSynonyms: false);
        foreach (var type in snapshot.Schema.DocumentTypes.Values.Where(t => t.Alias is "park" or "space" or "job" or "resource" or "policy" or "financeProduct"))
            foreach (var property in type.Properties.Where(p => p.DataType.Kind is ValueKind.Choice or ValueKind.Choices && p.Alias is not ("level" or "status")))
                foreach (var item in property.DataType.Items.Where(i => i.Value is not ("none" or "any")))
                    foreach (var name in item.Name.ByCulture.SelectMany(Parts))
                        Add(name, new Meaning(MeaningKind.Choice, $"{type.Alias}.{property.Alias}", item.Value));
        foreach (var type in snapshot.Schema.DocumentTypes.Values.Where(t => t.Alias is "park" or "space"))
            foreach (var property in type.Properties)
                foreach (var name in property.Name.ByCulture)
                    Add(name, new Meaning(MeaningKind.Property, type.Alias, property.Alias));
        foreach (var (alias, phrases) in Cues.All.Group("asked"))
            foreach (var phrase in phrases)
                Add(phrase, new Meaning(MeaningKind.Property, "", alias), withSynonyms: false);
        Taxonomy(snapshot, Add);
        foreach (var job in Variants(snapshot, "job"))
            foreach (var word in job.Values.Texts("skills").SelectMany(Parts).Append(job.Variant.Name))
                if (word.Trim() is { Length: >= ShortestTrade and <= LongestPhrase } skill)
                    Add(skill, new Meaning(MeaningKind.Skill, "job", Wording.Fold(skill)), withSynonyms: false);
        foreach (var resource in Variants(snapshot, "resource"))
            foreach (var word in resource.Values.Texts("techniques").SelectMany(Parts).Concat(Parts(resource.Variant.Name)))
                if (word.Trim() is { Length: > ShortestTrade and <= LongestPhrase } technique)
                    Add(technique, new Meaning(MeaningKind.Technique, "resource", Wording.Fold(technique)), withSynonyms: false);
        foreach (var policy in Variants(snapshot, "policy"))
            foreach (var name in Called(policy.Variant.Name))
                Add(name, new Meaning(MeaningKind.Policy, "policy", policy.Document.Slug), withSynonyms: false);
        aliasesBy = Aliases(snapshot).Where(a => !all.ContainsKey(WordRun.KeyOf(a.Phrase)) && !Wording.IsFiller(snapshot, a.Phrase)).GroupBy(a => WordRun.KeyOf(a.Phrase)).ToFrozenDictionary(a => a.Key, a => a.Select(m => m.Meaning).ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        knownBy = all.ToFrozenDictionary(a => a.Key, a => a.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        words = all.Keys.SelectMany(k => k.Split('\u0001')).ToFrozenSet();
        Longest = all.Keys.Max(k => k.Count(c => c == '\u0001')) + 1;
    }

    /// <summary>Words in the longest phrase.</summary>
    public int Longest { get; }

    public static Meanings Of(Snapshot snapshot) => snapshot.Derive("assistant.meanings", Sources, default, () => new Meanings(snapshot));

    /// <summary>The one park that is called by a part of its name, as people do: null when none or several are.</summary>
    public string? ParkCalled(string part) => ParksCalled(part, 2) is [var slug] ? slug : null;

    /// <summary>Parks that are called by a part of their names.</summary>
    public IReadOnlyList<string> ParksCalled(string part, int most = int.MaxValue)
    {
        var slug = part.Replace(' ', '-') + "-park";
        var slugs = parkNames.Where(p => p.Name.Contains(part, StringComparison.Ordinal) || p.Slug == slug).Select(p => p.Slug).Distinct().Take(most).ToList();
        if (slugs.Count == 0 && part.Length > 1 && part.All(WordRun.IsHan))
            slugs = parkNames.Where(p => Abbreviates(part, p.Name)).Select(p => p.Slug).Distinct().Take(most).ToList();
        return slugs;
    }

    /// <summary>Whether the name of a park says a word.</summary>
    public bool ParkNamed(string part) => parkNames.Exists(p => p.Name.Contains(part, StringComparison.Ordinal));

    /// <summary>Whether the characters of a short form stand in a name, in order and beginning with one of its first.</summary>
    private static bool Abbreviates(string part, string name)
    {
        var at = -1;
        foreach (var c in part)
            if ((at = name.IndexOf(c, at + 1)) < 0)
                return false;
        return name.IndexOf(part[0], StringComparison.Ordinal) < 3;
    }

    /// <summary>Whether a word, in the form of <see cref="Word.Key"/>, is part of any phrase.</summary>
    public bool Says(string word) => words.Contains(word);

    /// <summary>Chinese phrases for places and for what can be needed.</summary>
    public IReadOnlyCollection<string> Names => names;

    public bool IsPhrase(ReadOnlySpan<char> han) => Find(WordRun.KeyOf(han.ToString())).Length > 0;

    /// <summary>Whether a number says how much there must be of it.</summary>
    public bool IsMeasure(string han) => Find(WordRun.KeyOf(han)).Any(m => m is { Kind: MeaningKind.Cue, Name: "field" or "need" } && NeedNames.IsNumber(m.Value.Split('=')[0]));

    public bool IsPlace(ReadOnlySpan<char> han) => Find(WordRun.KeyOf(han.ToString())).Any(m => m.Kind == MeaningKind.District);

    public Meaning[] Find(ReadOnlySpan<char> key) => knownBy.TryGetValue(key, out var found) ? found : [];

    /// <summary>Trades that are called otherwise than parks call them; they take nothing away from other phrases.</summary>
    public Meaning[] Alias(ReadOnlySpan<char> key) => aliasesBy.TryGetValue(key, out var found) ? found : [];

    private void Taxonomy(Snapshot snapshot, Action<string, Meaning, bool> add)
    {
        foreach (var variant in Variants(snapshot, "district"))
            foreach (var name in new[] { variant.Values.Text("shortName"), variant.Variant.Name }.OfType<string>())
                add(name, new Meaning(MeaningKind.District, "district", variant.Document.Slug), true);
        foreach (var variant in Variants(snapshot, "industry"))
        {
            foreach (var name in new[] { variant.Values.Text("shortName"), variant.Variant.Name }.OfType<string>())
                add(name, new Meaning(MeaningKind.Industry, "sector", variant.Document.Slug), true);
            foreach (var word in variant.Values.Texts("synonyms"))
                add(word, new Meaning(MeaningKind.Trade, "niche", Wording.Fold(word)), false);
        }

        foreach (var variant in Variants(snapshot, "park"))
        {
            foreach (var name in Shortened(variant.Variant.Name))
                add(name, new Meaning(MeaningKind.Park, "park", variant.Document.Slug), false);
            parkNames.Add((variant.Variant.Culture, Wording.Fold(variant.Variant.Name), variant.Document.Slug));
            foreach (var word in variant.Values.Texts("keywords").Concat(variant.Values.Texts("accepted").SelectMany(Parts)).Concat(Parts(variant.Values.Text("niche") ?? "")))
                if (word.Trim() is { Length: >= ShortestTrade and <= LongestPhrase } trade)
                    add(trade, new Meaning(MeaningKind.Trade, "niche", Wording.Fold(trade)), false);
        }
    }

    /// <summary>What else people in a trade call what a park says it does: taken where the phrase means nothing else.</summary>
    private static IEnumerable<(string Phrase, Meaning Meaning)> Aliases(Snapshot snapshot) =>
        from park in Variants(snapshot, "park")
        from trade in park.Values.Texts("keywords").Concat(Parts(park.Values.Text("niche") ?? ""))
        from other in Wording.SameAs(snapshot, trade)
        where other.Length >= (WordRun.IsHan(other[0]) ? ShortestAlias : ShortestLatinAlias)
        select (other, new Meaning(MeaningKind.Alias, "niche", Wording.Fold(trade)));

    private static IEnumerable<(PublishedDocument Document, PublishedVariant Variant, PublishedValues Values)> Variants(Snapshot snapshot, string type)
    {
        foreach (var document in snapshot.OfType(type))
            for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
                if (document.IsIn(culture) && document.In(culture, snapshot.Schema) is { } variant)
                    yield return (document, variant, variant.Values);
    }

    /// <summary>A park is called by its name with and without what all are called by.</summary>
    public static IEnumerable<string> Shortened(string name)
    {
        yield return name;
        foreach (var ending in new[] { "\u4ea7\u4e1a\u56ed", "\u56ed" })
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length > 2)
                yield return name[..^ending.Length] + (ending.Length == 3 ? "\u56ed" : "");
    }

    /// <summary>A policy by its name with and without whom it is for: companies, industry.</summary>
    private static IEnumerable<string> Called(string name)
    {
        yield return name;
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
