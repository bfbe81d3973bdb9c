using System.Globalization;
using System.Text;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// An answer while it is put together. A fact gets into the text only from a published property, which is cited in the same
/// breath; sentences are templates that hold no facts of their own.
/// </summary>
internal sealed class Draft(Snapshot snapshot, Words words)
{
    private static readonly string[] Days = ["confirmedOn", "verifiedOn", "publishedOn", "issuedOn"];
    private readonly StringBuilder text = new();
    private readonly List<Citation> citations = [];

    public string Text => text.ToString().Trim();
    public IReadOnlyList<Citation> Citations => citations;
    public List<AnswerCard> Cards { get; } = [];
    public List<string> Shown { get; } = [];

    public PublishedValues Values(PublishedDocument document) => document.In(words.Culture, snapshot.Schema)!.Values;

    public string Name(PublishedDocument document) => document.In(words.Culture, snapshot.Schema)!.Name;

    public string Url(PublishedDocument document) => snapshot.Schema.Languages[words.Culture].UrlPrefix + document.Path;

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
        Cited(document, alias) is var (value, n) ? string.Format(CultureInfo.InvariantCulture, words["facts.value"], words.Inline(document.Type.Find(alias)!), $"{value.TrimEnd('\u3002', '.')}[{n}]") : null;

    /// <summary>Properties in one clause after the other; from a lowest to a highest pay is one.</summary>
    public List<string> Told(PublishedDocument document, IEnumerable<string> aliases)
    {
        var told = new List<string>();
        foreach (var alias in aliases)
            if (alias == "payMin" && Values(document).Number("payMin") is { } from && Values(document).Number("payMax") is { } to && Cited(document, "payMin") is var (_, low) && Cited(document, "payMax") is var (_, high))
                told.Add(string.Format(CultureInfo.InvariantCulture, words["facts.pay"], Words.Number(from), Words.Number(to), low, high));
            else if ((alias != "payMax" || told.Count == 0) && Told(document, alias) is { } one)
                told.Add(one);
        return told;
    }

    /// <summary>A part of a property that holds more than one, as the page shows it, with its mark.</summary>
    public string Quoted(PublishedDocument document, string alias, string part)
    {
        var label = words.Label(document.Type.Find(alias)!);
        if (citations.Find(c => c.Url == Url(document) && c.Field == label && c.Value == part) is { } known)
            return $"{part}[{known.N}]";
        citations.Add(new Citation(citations.Count + 1, Url(document), Name(document), document.Version, label, part, ConfirmedOn(document)));
        return $"{part}[{citations.Count}]";
    }

    public CardFact? Card(PublishedDocument document, string alias, bool? met = null) =>
        Cited(document, alias) is var (value, n) ? new CardFact(words.Label(document.Type.Find(alias)!), value, n, met) : null;

    private (string Value, int N)? Cited(PublishedDocument document, string alias)
    {
        if (document.Type.Find(alias) is not { } property || words.Value(property, Values(document)[property], snapshot) is not { } value)
            return null;
        var label = words.Label(property);
        if (citations.Find(c => c.Url == Url(document) && c.Field == label) is { } known)
            return (value, known.N);
        citations.Add(new Citation(citations.Count + 1, Url(document), Name(document), document.Version, label, value, ConfirmedOn(document)));
        return (value, citations.Count);
    }

    /// <summary>The day on which what a document says was last confirmed; null where the type has none.</summary>
    public DateOnly? ConfirmedOn(PublishedDocument document) =>
        Days.Where(a => document.Type.Find(a) is not null).Select(a => Values(document).Date(a)).FirstOrDefault(d => d is not null);
}
