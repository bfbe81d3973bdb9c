using System.Globalization;
using System.Text.Json;
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

    public string Joined(IEnumerable<string> items) => string.Join(this["separator"], items);

    /// <summary>One for each language of the site, in its order.</summary>
    public static IReadOnlyList<Words> Read(ContentSchema schema) => [.. schema.Languages.Select((language, i) =>
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"texts/{language.IsoCode}.json")
            ?? throw new InvalidOperationException($"The assistant has no words in {language.IsoCode}.");
        return new Words(i, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    })];

    public string Label(Property property) => property.Name.In(culture);

    /// <summary>A value as people read it, with its unit; null when nothing is stated.</summary>
    public string? Value(Property property, object? value, Snapshot snapshot) => value switch
    {
        null => null,
        decimal number => Amount(number, property.Unit),
        bool flag => this[flag ? "yes" : "no"],
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => Name(snapshot.Find(id), snapshot),
        Guid[] ids => Joined(ids.Select(i => Name(snapshot.Find(i), snapshot)).OfType<string>()) is { Length: > 0 } names ? names : null,
        string[] texts when property.DataType.Kind == ValueKind.Choices => Joined(texts.Select(t => property.DataType.Item(t)?.Name.In(culture) ?? t)),
        string[] texts => texts.Length == 0 ? null : Joined(texts),
        string text when property.DataType.Kind == ValueKind.Choice => property.DataType.Item(text)?.Name.In(culture) ?? text,
        string text => text.Trim() is { Length: > 0 } words ? words : null,
        PublishedValues[] blocks => Joined(blocks.Select(b => b.Holder.Find("name") is null ? null : b.Text("name")).OfType<string>()) is { Length: > 0 } names ? names : null,
        _ => null,
    };

    public string Amount(decimal number, string? unit) => (Number(number * Scale(unit)) + Unit(unit)).TrimEnd();

    public static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private string Unit(string? unit) => unit is null ? "" : texts.GetValueOrDefault("unit." + unit) ?? " " + unit;

    private decimal Scale(string? unit) => unit is not null && texts.TryGetValue("scale." + unit, out var factor) ? decimal.Parse(factor, CultureInfo.InvariantCulture) : 1;

    private string? Name(PublishedDocument? document, Snapshot snapshot) => document?.In(culture, snapshot.Schema)?.Name;
}
