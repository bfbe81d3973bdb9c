using System.Text.RegularExpressions;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>Understands what was typed: phrases, exclusions, numbers with units, wishes, words; by spelling and by sound.</summary>
internal sealed partial class QueryReader(Searchable city)
{
    public const int Longest = 200;
    private const int MostConcepts = 12;
    private readonly HanReader han = new(city);
    private readonly LatinReader latin = new(city);

    public ParsedQuery Read(string original)
    {
        var typed = FoldedText.Of(original.Length > Longest ? original[..Longest] : original).Text.Trim();
        var concepts = new List<Concept>();
        var excluded = new List<string>();
        var text = Quoted().Replace(typed, m =>
        {
            var needle = NormalText.Needle(m.Groups["p"].Value);
            if (needle.Length > 0 && m.Groups["not"].Success)
                excluded.Add(needle);
            else if (needle.Length > 0)
                concepts.Add(new Concept(m.Groups["p"].Value, [new Alternative(needle, 1)]));
            return "\n";
        });
        text = Excluded().Replace(text, m =>
        {
            excluded.Add(NormalText.Needle(m.Groups["w"].Value));
            return "\n";
        });
        var quantities = Quantity.In(text);
        foreach (var quantity in quantities.OrderByDescending(q => q.Start))
            text = text.Remove(quantity.Start, quantity.Length).Insert(quantity.Start, "\n");
        var preferences = new List<Preference>();
        foreach (var preference in city.Vocabulary.Preferences.Where(p => Contains(text, p.Phrase)))
            if (Contains(text, preference.Phrase))
            {
                preferences.Add(preference);
                text = text.Replace(preference.Phrase, "\n", StringComparison.Ordinal);
            }

        foreach (var phrase in city.Vocabulary.Mixed)
            if (Contains(text, phrase))
            {
                concepts.Add(new Concept(phrase, city.Vocabulary.Alternatives(NormalText.Needle(phrase))));
                text = text.Replace(phrase, "\n", StringComparison.Ordinal);
            }

        concepts.AddRange(Words(text));
        return new ParsedQuery(typed, concepts.Take(MostConcepts).Select(Found).ToList(), excluded.Where(e => e.Trim().Length > 0).ToList(), quantities,
            preferences.DistinctBy(p => p.Field).ToList(), NormalText.Needle(typed));
    }

    /// <summary>Of the many words that mean the same, those that stand somewhere, heaviest first.</summary>
    private Concept Found(Concept concept) => concept.Alternatives.Count == 1 ? concept
        : concept with { Alternatives = [.. concept.Alternatives.Where(a => city.Phrases.Expression(a.Needle, sure: a.Weight == 1) is not null).OrderByDescending(a => a.Weight)] };

    private List<Concept> Words(string text)
    {
        var concepts = new List<Concept>();
        for (var i = 0; i < text.Length;)
        {
            var end = Tokenizer.RunEnd(text, i);
            if (Tokenizer.IsHan(text[i]))
                concepts.AddRange(han.Read(text[i..end]));
            else if (Tokenizer.IsLatin(text[i]))
            {
                // Latin words up to the next Chinese character belong together: "high speed rail", "xin neng yuan".
                while (end < text.Length && !Tokenizer.IsHan(text[end]) && text[end] != '\n')
                    end++;
                concepts.AddRange(latin.Read(text[i..end]));
            }

            i = end;
        }

        var telling = concepts.Where(c => !city.Vocabulary.StopWords.Contains(c.Typed)).ToList();
        return (telling.Count > 0 ? telling : concepts).DistinctBy(c => c.Typed).ToList();
    }

    /// <summary>A Latin phrase is a wish only where it stands as whole words.</summary>
    private static bool Contains(string text, string phrase)
    {
        var at = text.IndexOf(phrase, StringComparison.Ordinal);
        return at >= 0 && (!char.IsAsciiLetter(phrase[0]) || at == 0 || !char.IsAsciiLetter(text[at - 1]))
            && (!char.IsAsciiLetter(phrase[^1]) || at + phrase.Length == text.Length || !char.IsAsciiLetter(text[at + phrase.Length]));
    }

    [GeneratedRegex("(?<not>(?<=^|\\s)-)?[\"\u201c\u201d\u300c\u300e\u300a](?<p>[^\"\u201c\u201d\u300c\u300d\u300e\u300f\u300a\u300b]{1,200})[\"\u201c\u201d\u300d\u300f\u300b]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=^|\s)-(?<w>[^\s-]\S{0,60})")]
    private static partial Regex Excluded();
}
