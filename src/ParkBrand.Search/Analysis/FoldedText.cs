using System.Globalization;
using System.Text;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// A text in the one form that is compared: simplified, half width, lower case, without accents. Each character
/// remembers where it came from, so that whatever is found can be marked in the original.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Stands in <see cref="Singles"/> for a character that becomes none or several.</summary>
    private const char Several = '\uFFFF';

    /// <summary>What a character becomes, 0 where nobody has asked yet: normalising is slow, and a text has few different characters.</summary>
    private static readonly char[] Singles = new char[char.MaxValue + 1];

    private readonly int[]? starts, ends;

    private FoldedText(string text, int[]? starts, int[]? ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>Place in the original text of a stretch of the folded one.</summary>
    public (int Start, int Length) Origin(int start, int length) => starts is null || ends is null ? (start, length)
        : length == 0 ? (start < starts.Length ? starts[start] : 0, 0) : (starts[start], ends[start + length - 1] - starts[start]);

    public static FoldedText Of(string original)
    {
        var same = new char[original.Length];
        for (var i = 0; i < same.Length; i++)
            if ((same[i] = Single(original[i])) == Several)
                return Mapped(original, same.AsSpan(0, i));
        // Each character stayed one, as in nearly every text: places need no table.
        return new FoldedText(new string(same), null, null);
    }

    private static FoldedText Mapped(string original, ReadOnlySpan<char> begun)
    {
        var text = new StringBuilder(original.Length + 16).Append(begun);
        var starts = new List<int>(original.Length + 16);
        var ends = new List<int>(original.Length + 16);
        for (var i = 0; i < begun.Length; i++)
        {
            starts.Add(i);
            ends.Add(i + 1);
        }

        for (var i = begun.Length; i < original.Length;)
        {
            var size = char.IsHighSurrogate(original[i]) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]) ? 2 : 1;
            if (size == 1 && Single(original[i]) is var single and not Several)
                Add(single, i, 1);
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

    private static char Single(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c))
            return Several;
        // Written twice by two threads it is the same character.
        return Singles[c] is var known and not '\0' ? known : Singles[c] = Fold(c.ToString(), 0, 1) is [var one] ? one : Several;
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
