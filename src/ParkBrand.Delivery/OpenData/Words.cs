using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.OpenData;

/// <summary>What is said of the data in every language of the site; a language that is missing here takes the first one's words.</summary>
internal sealed class Words
{
    private static readonly JsonNode All = Read();
    private readonly string[] languages;

    public Words(ContentSchema schema) => languages = [.. schema.Languages.Select(l => l.IsoCode)];

    public LocalizedName this[string path] => Find(path) ?? throw new KeyNotFoundException($"words.json has nothing at '{path}'.");

    public LocalizedName? Find(string path) => At(path) is { } node ? new LocalizedName([.. languages.Select(l => (string)(node[l] ?? node[languages[0]])!)]) : null;

    public IReadOnlyList<string> Lines(string path, int culture) => [.. (At(path)![languages[culture]] ?? At(path)![languages[0]])!.AsArray().Select(l => (string)l!)];

    /// <summary>A unit as readers of a language know it; the schema writes units in Chinese.</summary>
    public string? Unit(string? unit, int culture) => unit is not null && !languages[culture].StartsWith("zh", StringComparison.Ordinal) && All["units"]![unit] is { } known ? (string)known! : unit;

    private static JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)All, (node, name) => node?[name]);

    private static JsonNode Read()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("open-data.words.json")!;
        return JsonNode.Parse(stream)!;
    }
}
