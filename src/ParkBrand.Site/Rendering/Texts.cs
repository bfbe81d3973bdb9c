using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace ParkBrand.Site.Rendering;

/// <summary>The words of a theme in one language. A missing word is an error at start, not a gap on a page.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> words;

    private Texts(string culture, Dictionary<string, string> words) => (Culture, this.words) = (culture, words.ToFrozenDictionary());

    public string Culture { get; }

    public IEnumerable<string> Keys => words.Keys;

    public string this[string key] => words.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"The theme has no text '{key}' in {Culture}.");

    public string? Find(string key) => words.GetValueOrDefault(key);

    public string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A unit as written in this language; the schema writes units in Chinese.</summary>
    public string Unit(string? unit) => unit is null ? "" : words.GetValueOrDefault("unit." + unit, unit);

    /// <summary>What a number in the schema's unit is multiplied by before this language's unit: 1 亿元 is 0.1 bn yuan.</summary>
    public decimal Scale(string? unit) => unit is not null && words.TryGetValue("scale." + unit, out var factor) ? decimal.Parse(factor, CultureInfo.InvariantCulture) : 1;

    /// <summary>"1 job", "2 jobs": the key with <c>.one</c> where the language has it.</summary>
    public string Count(string key, int count) =>
        string.Format(CultureInfo.InvariantCulture, count == 1 && words.TryGetValue(key + ".one", out var one) ? one : this[key], count.ToString("N0", CultureInfo.InvariantCulture));

    internal static Texts Read(string culture, Stream json) =>
        new(culture, JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);
}
