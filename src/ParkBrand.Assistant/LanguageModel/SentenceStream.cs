using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>Cuts what a model says into sentences while it speaks. Marks belong to the sentence that they follow; decoration is left out.</summary>
internal sealed partial class SentenceStream
{
    private string rest = "";

    /// <exception cref="FormatException">A sentence does not end.</exception>
    public IEnumerable<string> Add(string text)
    {
        var all = rest + text.Replace("\r", "", StringComparison.Ordinal);
        var start = 0;
        // What is behind is not copied with every sentence: a part may hold very many, or empty lines alone.
        for (var end = End().Match(all); end.Success; end = end.NextMatch())
        {
            var sentence = Tidy(all[start..(end.Index + end.Length)]);
            start = end.Index + end.Length;
            if (sentence.Length > 0)
                yield return sentence;
        }

        rest = all[start..];
        if (rest.Length > Longest)
            throw new FormatException("A sentence does not end.");
    }

    private const int Longest = 2000;

    public IEnumerable<string> Rest()
    {
        var last = Tidy(rest);
        rest = "";
        if (last.Length > 0)
            yield return last;
    }

    private static string Tidy(string sentence) => MarksBehind().Replace(Decoration().Replace(sentence.Trim(), "").Replace("**", "", StringComparison.Ordinal), "$2$1").Trim();

    // An end counts once it is known what follows: a mark or a closing quotation mark belongs to the sentence.
    [GeneratedRegex(@"\n|[\u3002\uff01\uff1f](?:\s?\[\d{1,3}\])*[\u201d\uff09]?(?=[^\[\u201d\uff09\s])|[.!?](?:\s?\[\d{1,3}\])*(?=\s+\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:#{1,6}\s+|[-*\u2022]\s+|\d{1,2}[.)]\s+)+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"([\u3002\uff01\uff1f.!?])((?:\s?\[\d{1,3}\])+)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MarksBehind();
}
