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
    private static readonly string[] Types = ["park", "job", "resource", "policy"], Sources = [.. Sayings.OfTheSchema, .. Types];

    private readonly Dictionary<string, Meaning[]>.AlternateLookup<ReadOnlySpan<char>> knownBy, aliasesBy;
    private readonly Sayings[] all;
    private readonly List<(int Culture, string Name, string Slug)> parkNames = [];

    private Meanings(Snapshot snapshot)
    {
        var own = Sayings.Own(snapshot);
        all = [own, .. Types.Select(type => Sayings.Of(snapshot, type))];
        foreach (var document in snapshot.OfType("park"))
            for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
                if (document.IsIn(culture) && document.In(culture, snapshot.Schema) is { } variant)
                    parkNames.Add((culture, Wording.Fold(variant.Name), document.Slug));
        var known = new Dictionary<string, Meaning[]>(all.Sum(s => s.Said.Count), StringComparer.Ordinal);
        foreach (var (key, meaning) in all.SelectMany(s => s.Said))
            Sayings.Add(known, key, meaning);
        var aliases = new Dictionary<string, Meaning[]>(StringComparer.Ordinal);
        // Taken where the phrase means nothing else.
        foreach (var (key, meaning) in own.Aliases(snapshot).Where(a => !known.ContainsKey(a.Key)))
            aliases[key] = [.. aliases.GetValueOrDefault(key, []), meaning];
        (knownBy, aliasesBy) = (known.GetAlternateLookup<ReadOnlySpan<char>>(), aliases.GetAlternateLookup<ReadOnlySpan<char>>());
        Longest = all.Max(s => s.Longest);
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
    public bool Says(string word) => Array.Exists(all, s => s.Words.Contains(word));

    /// <summary>Chinese phrases for places and for what can be needed.</summary>
    public IReadOnlyCollection<string> Names => all[0].Names;

    public bool IsPhrase(ReadOnlySpan<char> han) => Find(WordRun.KeyOf(han.ToString())).Length > 0;

    /// <summary>Whether a number says how much there must be of it.</summary>
    public bool IsMeasure(string han) => Find(WordRun.KeyOf(han)).Any(m => m is { Kind: MeaningKind.Cue, Name: "field" or "need" } && NeedNames.IsNumber(m.Value.Split('=')[0]));

    public bool IsPlace(ReadOnlySpan<char> han) => Find(WordRun.KeyOf(han.ToString())).Any(m => m.Kind == MeaningKind.District);

    public Meaning[] Find(ReadOnlySpan<char> key) => knownBy.TryGetValue(key, out var found) ? found : [];

    /// <summary>Trades that are called otherwise than parks call them; they take nothing away from other phrases.</summary>
    public Meaning[] Alias(ReadOnlySpan<char> key) => aliasesBy.TryGetValue(key, out var found) ? found : [];

    /// <summary>A park is called by its name with and without what all are called by.</summary>
    public static IEnumerable<string> Shortened(string name)
    {
        yield return name;
        foreach (var ending in new[] { "\u4ea7\u4e1a\u56ed", "\u56ed" })
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length > 2)
                yield return name[..^ending.Length] + (ending.Length == 3 ? "\u56ed" : "");
    }
}
