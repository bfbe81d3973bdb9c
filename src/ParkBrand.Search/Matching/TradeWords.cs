using System.Runtime.CompilerServices;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Matching;

/// <summary>What a park or an industry says it does, in every language of the site, folded once for as long as the document stands.</summary>
internal sealed class TradeWords
{
    private static readonly ConditionalWeakTable<PublishedDocument, TradeWords> Known = [];
    private readonly string says, refuses, takes;

    private TradeWords(PublishedDocument document, int cultures, Content.Schema.ContentSchema schema)
    {
        var variants = Enumerable.Range(0, cultures).Select(c => document.In(c, schema)).OfType<PublishedVariant>().Distinct().ToList();
        var park = document.Type.Alias == "park";
        takes = Folded(variants, park ? ["accepted", "conditional"] : []);
        refuses = Folded(variants, park ? ["excluded"] : []);
        says = Folded(variants, park ? ["niche", "keywords", "tagline"] : ["synonyms"]) + '\n' + takes + '\n' + Fold(string.Join('\n', variants.Select(v => v.Name)));
    }

    /// <param name="folded">A word in the form of <see cref="Fold"/>.</param>
    public static bool Says(Subject subject, string folded)
    {
        var own = Of(subject, subject.Document!);
        if (Contains(own.refuses, folded) && !Contains(own.takes, folded))
            return false;
        return Contains(own.says, folded) || (Industries(subject).Any(i => Contains(Of(subject, i).says, folded)) && !own.Refuses(subject.Snapshot, folded));
    }

    /// <summary>The same for who asks elsewhere, by <see cref="Contains"/>: what the park and its industries say, without what it refuses by another name; what it refuses; what it takes.</summary>
    public static string[] Offered(Subject subject)
    {
        var own = Of(subject, subject.Document!);
        var ofIndustries = Industries(subject).SelectMany(i => Of(subject, i).says.Split('\n')).Where(line => line.Length > 0 && !own.Refuses(subject.Snapshot, line)).Distinct();
        return [own.says + '\n' + string.Join('\n', ofIndustries), own.refuses, own.refuses.Length == 0 ? "" : own.takes];
    }

    /// <summary>What a whole industry does may be what one of its parks does not take, under another name.</summary>
    private bool Refuses(Snapshot snapshot, string folded) =>
        refuses.Length > 0 && Wording.SameAs(snapshot, folded).Select(Fold).Any(other => Contains(refuses, other) && !Contains(takes, other));

    private static IEnumerable<PublishedDocument> Industries(Subject subject)
    {
        if (subject.Find("sector") is Guid sector && subject.Snapshot.Find(sector) is { } first)
            yield return first;
        foreach (var id in subject.Find("pioneers") as Guid[] ?? [])
            if (subject.Snapshot.Find(id) is { } pioneer)
                yield return pioneer;
    }

    private static TradeWords Of(Subject subject, PublishedDocument document)
    {
        if (Known.TryGetValue(document, out var words))
            return words;
        var schema = subject.Snapshot.Schema;
        return Known.GetValue(document, d => new TradeWords(d, schema.Languages.Count, schema));
    }

    private static string Folded(List<PublishedVariant> variants, string[] aliases) => Fold(string.Join('\n', variants.SelectMany(v => aliases.SelectMany(a => v.Values.Find(a) switch
    {
        string text => [text],
        string[] texts => texts,
        _ => Array.Empty<string>(),
    }))));

    public static string Fold(string text) => FoldedText.Of(text).Text;

    /// <summary>A Latin word is found where a word begins: "AI" not inside "main", "robot" in "robotics".</summary>
    private static bool Contains(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsAsciiLetterOrDigit(word[0]) || !char.IsAsciiLetterOrDigit(text[at - 1]))
                return true;
        return false;
    }
}
