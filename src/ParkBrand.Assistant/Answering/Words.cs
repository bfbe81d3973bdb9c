using System.Globalization;
using System.Text.Json;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>The assistant's words in one language, and values as that language writes them.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> texts;
    private readonly int culture;

    private Words(int culture, Dictionary<string, string> texts) => (this.culture, this.texts) = (culture, texts);

    public int Culture => culture;

    public string this[string key] => texts[key];

    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>So many of a kind: "1 job", "5 jobs".</summary>
    public string Counted(Seek seek, int count) =>
        string.Format(CultureInfo.InvariantCulture, (count == 1 ? Find($"counted.{Key(seek)}.one") : null) ?? this["counted." + Key(seek)], count);

    private static string Key(Seek seek) => seek.ToString().ToLowerInvariant();

    public string Joined(IEnumerable<string> items) => string.Join(this["separator"], items);

    /// <summary>The name of a space with that of its park.</summary>
    public string SpaceOf(string park, string space) => string.Format(CultureInfo.InvariantCulture, this["match.space"], park, space);

    /// <summary>Questions of a kind, as examples of what could be said.</summary>
    public IReadOnlyList<string> Choices(Seek? seek) =>
        [.. Enumerable.Range(1, 3).Select(i => Find($"choice.{seek?.ToString().ToLowerInvariant()}.{i}") ?? this["clarify." + i]).Distinct()];

    /// <summary>One for each language of the site, in its order.</summary>
    public static IReadOnlyList<Words> Read(ContentSchema schema) => [.. schema.Languages.Select((language, i) =>
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"texts/{language.IsoCode}.json")
            ?? throw new InvalidOperationException($"The assistant has no words in {language.IsoCode}.");
        return new Words(i, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    })];

    public string Label(Property property) => property.Name.In(culture);

    /// <summary>A label within a sentence.</summary>
    public string Inline(Property property) => Label(property) is [var first, var second, ..] label && char.IsAsciiLetterUpper(first) && !char.IsAsciiLetterUpper(second) ? char.ToLowerInvariant(first) + label[1..] : Label(property);

    /// <summary>A value as people read it, with its unit; null when nothing is stated.</summary>
    public string? Value(Property property, object? value, Snapshot snapshot) => value switch
    {
        null => null,
        // A year is no amount.
        decimal number when property is { Unit: null, Min: > 1900, Max: < 2100 } => number.ToString("0", CultureInfo.InvariantCulture),
        decimal number => Amount(number, property.Unit),
        bool flag => this[flag ? "yes" : "no"],
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => Name(snapshot.Find(id), snapshot),
        Guid[] ids => Joined(ids.Select(i => Name(snapshot.Find(i), snapshot)).OfType<string>()) is { Length: > 0 } names ? names : null,
        string[] texts when property.DataType.Kind == ValueKind.Choices => Joined(texts.Select(t => property.DataType.Item(t)?.Name.In(culture) ?? t)),
        string[] texts => texts.Length == 0 ? null : Joined(texts),
        string text when property.DataType.Kind == ValueKind.Choice => property.DataType.Item(text)?.Name.In(culture) ?? text,
        string text => text.Trim() is { Length: > 0 } words ? words : null,
        PublishedValues[] blocks => Joined(blocks.Select(b => Row(b, snapshot)).OfType<string>()) is { Length: > 0 } names ? names : null,
        _ => null,
    };

    /// <summary>A block by its name; one without a name by all that it says.</summary>
    private string? Row(PublishedValues block, Snapshot snapshot) => block.Holder.Find("name") is not null ? block.Text("name")
        : string.Join(' ', block.Holder.Properties.Select(p => Value(p, block[p], snapshot)).OfType<string>());

    public string Amount(decimal number, string? unit) => (Number(number * Scale(unit)) + Unit(unit)).TrimEnd();

    public static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    // A number and its unit stay on one line.
    private string Unit(string? unit) => unit is null ? "" : (texts.GetValueOrDefault("unit." + unit) ?? (unit == "%" ? unit : " " + unit)).Replace(' ', '\u00a0');

    private decimal Scale(string? unit) => unit is not null && texts.TryGetValue("scale." + unit, out var factor) ? decimal.Parse(factor, CultureInfo.InvariantCulture) : 1;

    private string? Name(PublishedDocument? document, Snapshot snapshot) => document?.In(culture, snapshot.Schema)?.Name;
}
