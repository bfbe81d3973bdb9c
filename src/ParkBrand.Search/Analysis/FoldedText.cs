using System.Globalization;
using System.Text;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// A text in the one form that is compared: simplified, half width, lower case, without accents. Each character
/// remembers where it came from, so that whatever is found can be marked in the original.
/// </summary>
internal sealed class FoldedText
{
    private readonly int[] starts;
    private readonly int[] ends;

    private FoldedText(string text, int[] starts, int[] ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>Place in the original text of a stretch of the folded one.</summary>
    public (int Start, int Length) Origin(int start, int length) =>
        length == 0 ? (start < starts.Length ? starts[start] : 0, 0) : (starts[start], ends[start + length - 1] - starts[start]);

    public static FoldedText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length);
        var ends = new List<int>(original.Length);
        for (var i = 0; i < original.Length;)
        {
            // A character that composes with marks is folded together with them.
            var size = char.IsHighSurrogate(original[i]) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]) ? 2 : 1;
            foreach (var c in Fold(original, i, size))
            {
                text.Append(c);
                starts.Add(i);
                ends.Add(i + size);
            }

            i += size;
        }

        return new FoldedText(text.ToString(), [.. starts], [.. ends]);
    }

    private static string Fold(string original, int at, int size)
    {
        var c = original[at];
        if (size == 1 && c < 0x80)
            return char.ToLowerInvariant(c).ToString();
        if (size == 1 && c is >= '\u3400' and <= '\u9FFF')
            return Simplified.Of(c).ToString();
        var piece = original.Substring(at, size);
        // Half of a pair, or what is no character at all: normalising refuses both. Halves are never kept as they are: two of
        // them could come to stand side by side.
        if (size == 1 && char.IsSurrogate(c))
            return "\uFFFD";
        if (size == 1 && (c >= '\uFFFE' || c is >= '\uFDD0' and <= '\uFDEF'))
            return piece;
        var folded = new StringBuilder();
        foreach (var d in piece.Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark)
                folded.Append(d is >= '\u3400' and <= '\u9FFF' ? Simplified.Of(d) : char.ToLowerInvariant(d));
        return folded.ToString();
    }
}
