using System.Globalization;
using System.Text;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// An answer while it is put together. A fact gets into the text only from a published property, which is cited in the same
/// breath; sentences are templates that hold no facts of their own.
/// </summary>
internal sealed class Draft(Snapshot snapshot, Words words)
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString().Trim();
    public Sources Sources { get; } = new(snapshot, words);
    public IReadOnlyList<Citation> Citations => Sources.Citations;
    public List<AnswerCard> Cards { get; } = [];
    public List<string> Shown { get; } = [];

    public PublishedValues Values(PublishedDocument document) => Sources.Values(document);

    public string Name(PublishedDocument document) => Sources.Name(document);

    public string Url(PublishedDocument document) => Sources.Url(document);

    /// <summary>Adds a sentence by its key.</summary>
    public void Say(string key, params object?[] parts) => Add(string.Format(CultureInfo.InvariantCulture, words[key], parts));

    private void Add(string sentence)
    {
        if (text.Length > 0 && words.Culture != 0)
            text.Append(' ');
        text.Append(sentence);
    }

    /// <summary>A property as it is published, with its mark: <c>11 分钟[2]</c>; null when nothing is stated.</summary>
    public string? Fact(PublishedDocument document, string alias) => Cited(document, alias) is var (value, n) ? $"{value}[{n}]" : null;

    /// <summary>Label and value with its mark.</summary>
    public string? Told(PublishedDocument document, string alias) =>
        Cited(document, alias) is var (value, n) ? string.Format(CultureInfo.InvariantCulture, words[document.Type.Find(alias)!.DataType.Kind is ValueKind.Integer or ValueKind.Decimal or ValueKind.Date ? "facts.value" : "facts.text"], words.Inline(document.Type.Find(alias)!), $"{value.TrimEnd('\u3002', '.')}[{n}]") : null;

    /// <summary>Properties in one clause after the other; from a lowest to a highest pay is one.</summary>
    public List<string> Told(PublishedDocument document, IEnumerable<string> aliases)
    {
        var told = new List<string>();
        foreach (var alias in aliases)
            if (alias == "payMin" && Fact(document, "payMin") is { } low && Fact(document, "payMax") is { } high)
                told.Add(string.Format(CultureInfo.InvariantCulture, words["facts.pay"], low, high));
            else if ((alias != "payMax" || told.Count == 0) && Told(document, alias) is { } one)
                told.Add(one);
        return told;
    }

    /// <summary>A part of a property that holds more than one, as the page shows it, with its mark.</summary>
    public string? Quoted(PublishedDocument document, string alias, string part) => Sources.Cite(document, document.Type.Find(alias)!, part) is { } citation ? $"{part}[{citation.N}]" : null;

    public CardFact? Card(PublishedDocument document, string alias, bool? met = null) =>
        Cited(document, alias) is var (value, n) ? new CardFact(words.Label(document.Type.Find(alias)!), value, n, met) : null;

    private (string Value, int N)? Cited(PublishedDocument document, string alias) => Sources.Cite(document, alias) is { } citation ? (citation.Value, citation.N) : null;
}
