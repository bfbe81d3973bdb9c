using System.Text;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// A text as one string that can be searched for other texts brought into the same form: Chinese as it is after folding,
/// Latin words stemmed and set between single spaces, everything else a bar that nothing matches across.
/// </summary>
internal static class NormalText
{
    private const char Bar = '|';

    public static string Of(string original)
    {
        var text = FoldedText.Of(original).Text;
        var normal = new StringBuilder(text.Length + 16).Append(Bar);
        for (var i = 0; i < text.Length;)
        {
            var end = Tokenizer.RunEnd(text, i);
            if (Tokenizer.IsHan(text[i]))
                normal.Append(text, i, end - i);
            else if (Tokenizer.IsLatin(text[i]))
            {
                if (normal[^1] != ' ')
                    normal.Append(' ');
                normal.Append(Stem.Of(text[i..end].Replace(",", "", StringComparison.Ordinal))).Append(' ');
            }
            else if (normal[^1] is not (' ' or Bar) && !JoinsWords(text[i]))
                normal.Append(Bar);
            else if (normal[^1] == ' ' && !JoinsWords(text[i]))
                normal.Append(Bar).Append(' ');
            i = end;
        }

        return normal.Append(Bar).ToString();
    }

    /// <summary>A word or phrase as it is looked for: without the bars around a whole text.</summary>
    public static string Needle(string words) => Of(words).Trim(Bar);

    private static bool JoinsWords(char c) => c is ' ' or '-' or '\'' or '/' or '\u00b7' or '\u00a0';
}
