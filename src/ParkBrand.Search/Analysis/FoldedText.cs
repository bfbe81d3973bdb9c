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
            var c = original[i];
            var size = char.IsHighSurrogate(c) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]) ? 2 : 1;
            // Nearly every character is one of these two kinds and stays one character.
            if (c < 0x80)
                Add(char.ToLowerInvariant(c), i, 1);
            else if (c is >= '\u3400' and <= '\u9FFF')
                Add(Simplified.Of(c), i, 1);
            else
                foreach (var folded in Fold(original, i, size))
                    Add(folded, i, size);
            i += size;
        }

        void Add(char folded, int start, int size)
        {
            text.Append(folded);
            starts.Add(start);
            ends.Add(start + size);
        }

        return new FoldedText(text.ToString(), [.. starts], [.. ends]);
    }

    private static string Fold(string original, int at, int size)
    {
        var c = original[at];
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
