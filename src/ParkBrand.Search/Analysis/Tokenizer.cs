using Icu;

namespace ParkBrand.Search.Analysis;

/// <summary>Cuts a text into words and bigrams. The same text always gives the same tokens; offsets lead into the original.</summary>
internal sealed class Tokenizer(WordList words)
{
    [ThreadStatic]
    private static BreakIterator? iterator;

    public List<Token> Tokens(string original) => Tokens(FoldedText.Of(original));

    public List<Token> Tokens(FoldedText folded)
    {
        var text = folded.Text;
        var tokens = new List<Token>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = RunEnd(text, i);
            if (IsHan(text[i]))
                Chinese(folded, i, end, tokens);
            else if (IsLatin(text[i]))
                Add(tokens, folded, i, end - i, TokenKind.Latin, Stem.Of(text[i..end].Replace(",", "", StringComparison.Ordinal)));
            i = end;
        }

        return tokens;
    }

    /// <summary>
    /// Where the stretch of one kind that begins at a place ends. Letters and digits part company, so that ISO5, ISO-5 and
    /// ISO 5 are the same two tokens; as a phrase they are found together again.
    /// </summary>
    internal static int RunEnd(string text, int start)
    {
        var end = start + 1;
        if (IsHan(text[start]))
            while (end < text.Length && IsHan(text[end]))
                end++;
        else if (char.IsDigit(text[start]))
            while (end < text.Length && (char.IsDigit(text[end]) || IsPoint(text, end)))
                end++;
        else if (IsLatin(text[start]))
            while (end < text.Length && IsLatin(text[end]) && !char.IsDigit(text[end]))
                end++;
        return end;
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
    /// <param name="longest">Longer words of our own are passed over: to see what one is made of.</param>
    public IEnumerable<(int Start, int Length)> Words(string run, int longest = int.MaxValue)
    {
        // One for each thread: making an iterator costs far more than using it, and it must not be shared.
        iterator ??= BreakIterator.CreateWordInstance(new Locale("zh"));
        iterator.SetText(run);
        var breaks = iterator.Boundaries;
        var cuts = new List<(int, int)>(run.Length);
        var next = 0;
        for (var i = 0; i < run.Length;)
        {
            while (next < breaks.Length && breaks[next] <= i)
                next++;
            var length = words.LongestAt(run, i, longest);
            if (length == 0)
            {
                length = (next < breaks.Length ? breaks[next] : run.Length) - i;
                // A word of ours that begins inside ICU's word cuts that one short.
                for (var inside = 1; inside < length; inside++)
                    if (words.LongestAt(run, i + inside, longest) > length - inside)
                        length = inside;
            }

            cuts.Add((i, length));
            i += length;
        }

        return cuts;
    }

    /// <summary>Whether ICU's dictionary has it as one word.</summary>
    public static bool IsWord(string run)
    {
        iterator ??= BreakIterator.CreateWordInstance(new Locale("zh"));
        iterator.SetText(run);
        return iterator.Boundaries is [0, var end] && end == run.Length;
    }

    private static void Add(List<Token> tokens, FoldedText folded, int start, int length, TokenKind kind, string term)
    {
        var (from, count) = folded.Origin(start, length);
        tokens.Add(new Token(term, kind, from, count));
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    internal static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !IsHan(c);

    /// <summary>A point or comma between digits.</summary>
    private static bool IsPoint(string text, int at) => text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]);
}
