using System.Text;

namespace ParkBrand.Search.Analysis;

/// <summary>Tokens as they are written to the index and asked for: separated by spaces, with a bar where one text ends.</summary>
internal static class Terms
{
    /// <summary>Stands between stretches, so that a phrase is never found across them. Not ASCII: the index keeps it as a token.</summary>
    private const char Gap = '\u2502';

    public static (string Words, string Bigrams) Of(string text, Tokenizer tokenizer)
    {
        var (words, bigrams) = (new StringBuilder(text.Length), new StringBuilder(text.Length * 2));
        var (wordEnd, bigramEnd) = (0, 0);
        foreach (var token in tokenizer.Tokens(text))
            if (token.Kind == TokenKind.Bigram)
                Add(bigrams, token, ref bigramEnd, text, 1);
            else
                Add(words, token, ref wordEnd, text, 0);
        return (words.ToString(), bigrams.ToString());
    }

    /// <param name="overlap">Characters that neighbours share.</param>
    private static void Add(StringBuilder text, Token token, ref int end, string original, int overlap)
    {
        if (text.Length > 0)
            text.Append(' ');
        if (token.Start > end - overlap && Breaks(original, Math.Max(0, end), token.Start))
            text.Append(Gap).Append(' ');
        text.Append(token.Term);
        end = token.Start + token.Length;
    }

    /// <summary>Whether something other than a space or joining sign stands between two tokens.</summary>
    private static bool Breaks(string text, int from, int to)
    {
        for (var i = from; i < to && i < text.Length; i++)
            if (text[i] is not (' ' or '-' or '/' or '\'' or '\u00a0' or '\u00b7' or '.' or '+'))
                return true;
        return false;
    }
}
