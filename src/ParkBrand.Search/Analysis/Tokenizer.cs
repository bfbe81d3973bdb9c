using Icu;

namespace ParkBrand.Search.Analysis;

/// <summary>Cuts a text into words and bigrams. The same text always gives the same tokens; offsets lead into the original.</summary>
internal sealed class Tokenizer(WordList words)
{
    [ThreadStatic]
    private static BreakIterator? iterator;

    public List<Token> Tokens(string original)
    {
        var folded = FoldedText.Of(original);
        var text = folded.Text;
        var tokens = new List<Token>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (IsHan(text[i]))
            {
                while (end < text.Length && IsHan(text[end]))
                    end++;
                Chinese(folded, i, end, tokens);
            }
            else if (IsLatin(text[i]))
            {
                while (end < text.Length && (IsLatin(text[end]) || IsJoint(text, end)))
                    end++;
                Latin(folded, i, end, tokens);
            }

            i = end;
        }

        return tokens;
    }

    private void Chinese(FoldedText folded, int start, int end, List<Token> tokens)
    {
        var run = folded.Text[start..end];
        foreach (var (at, length) in Words(run))
            Add(tokens, folded, start + at, length, TokenKind.Word, run.Substring(at, length));
        for (var i = 0; i + 1 < run.Length; i++)
            Add(tokens, folded, start + i, 2, TokenKind.Bigram, run.Substring(i, 2));
        if (run.Length == 1)
            Add(tokens, folded, start, 1, TokenKind.Bigram, run);
    }

    /// <summary>The longest word of our own lists wins; ICU's dictionary, which cuts words of the trade badly, fills the rest.</summary>
    private IEnumerable<(int Start, int Length)> Words(string run)
    {
        // One for each thread: making an iterator costs far more than using it, and it must not be shared.
        iterator ??= BreakIterator.CreateWordInstance(new Locale("zh"));
        iterator.SetText(run);
        var breaks = iterator.Boundaries;
        var next = 0;
        for (var i = 0; i < run.Length;)
        {
            while (next < breaks.Length && breaks[next] <= i)
                next++;
            var length = words.LongestAt(run, i) is var own and > 0 ? own : (next < breaks.Length ? breaks[next] : run.Length) - i;
            yield return (i, length);
            i += length;
        }
    }

    private static void Latin(FoldedText folded, int start, int end, List<Token> tokens)
    {
        while (end > start && !IsLatin(folded.Text[end - 1]))
            end--;
        var word = folded.Text[start..end];
        Add(tokens, folded, start, end - start, TokenKind.Latin, Stem.Of(word.Replace(",", "", StringComparison.Ordinal)));
        // "RV-20" is found as "rv" and "20" too.
        var parts = word.Split(['-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return;
        var at = start;
        foreach (var part in parts)
        {
            at = folded.Text.IndexOf(part, at, StringComparison.Ordinal);
            Add(tokens, folded, at, part.Length, TokenKind.Latin, Stem.Of(part));
            at += part.Length;
        }
    }

    private static void Add(List<Token> tokens, FoldedText folded, int start, int length, TokenKind kind, string term)
    {
        var (from, count) = folded.Origin(start, length);
        tokens.Add(new Token(term, kind, from, count));
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !IsHan(c);

    /// <summary>Signs that belong to a word when letters or digits stand on both sides: 1,000 and RV-20.</summary>
    private static bool IsJoint(string text, int at) =>
        text[at] is '-' or '.' or ',' or '/' && at + 1 < text.Length && IsLatin(text[at + 1]) && (text[at] != ',' || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));
}
