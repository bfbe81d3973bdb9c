using System.Collections.Frozen;
using System.Text.Json;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>Phrases that say how a question is meant rather than what it is about. Data, in <c>cues.json</c>: groups of phrases, folded.</summary>
internal sealed class Cues
{
    public static readonly Cues All = Read("cues.json");

    /// <summary>What somebody wants to know of numbers, and what is said beside any question.</summary>
    public static readonly Cues Asking = Read("asking.json");

    /// <summary>Fields of life and places that this site has nothing to say of.</summary>
    public static readonly Cues Topics = Read("topics.json");

    /// <summary>Phrases by which people ask for a property, by type and property.</summary>
    public static readonly Cues Fields = Read("fields.json");

    /// <summary>What people say every day, by the words that texts use for it, divided by bars.</summary>
    public static readonly Cues Everyday = Read("everyday.json");

    /// <summary>What people say that they do for a living, likewise.</summary>
    public static readonly Cues Work = Read("work.json");

    /// <summary>Things that people make, by the word that parks have for the trade.</summary>
    public static readonly Cues Wares = Read("wares.json");

    /// <summary>Groups that end a question.</summary>
    public static readonly IReadOnlyList<string> Refusals = ["attack", "harm", "private", "advice", "offTopic", "elsewhere"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string[]>> groups;

    private Cues(FrozenDictionary<string, FrozenDictionary<string, string[]>> groups) => this.groups = groups;

    /// <summary>What a group tells apart, with its phrases; a group that tells nothing apart has one entry without a name.</summary>
    public FrozenDictionary<string, string[]> Group(string name) => groups[name];

    public IEnumerable<string> Names => groups.Keys;

    /// <summary>English words that name what a space has, for slips to be measured by.</summary>
    public IReadOnlyList<string> Words => field ??= [.. groups["slips"][""]];

    private static Cues Read(string file)
    {
        using var stream = typeof(Cues).Assembly.GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream);
        return new(json.RootElement.EnumerateObject().ToFrozenDictionary(g => g.Name, g => g.Value.ValueKind == JsonValueKind.Array
            ? new Dictionary<string, string[]> { [""] = Phrases(g.Value) }.ToFrozenDictionary()
            : g.Value.EnumerateObject().ToFrozenDictionary(v => v.Name, v => Phrases(v.Value))));
    }

    private static string[] Phrases(JsonElement list) => [.. list.EnumerateArray().Select(p => Wording.Fold(p.GetString()!))];
}
