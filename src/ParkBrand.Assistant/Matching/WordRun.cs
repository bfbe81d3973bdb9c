using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <param name="Key">A Chinese character, a stemmed Latin word or number, or a line break where something separates.</param>
/// <param name="Start">Place in the folded text.</param>
internal readonly record struct Word(string Key, int Start, int Length);

/// <summary>Words in a row as one text, so that any stretch of them is looked up without being put together first.</summary>
internal readonly struct WordRow
{
    private readonly string keys;
    private readonly int[] starts;

    public WordRow(List<Word> words)
    {
        keys = WordRun.Key(words.Select(w => w.Key));
        starts = new int[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
            starts[i + 1] = starts[i] + words[i].Key.Length + 1;
    }

    /// <summary>In the form of <see cref="WordRun.Key"/>.</summary>
    public ReadOnlySpan<char> Key(int first, int count) => keys.AsSpan(starts[first], starts[first + count] - starts[first] - 1);
}

/// <summary>A folded text as the words that phrases are compared by.</summary>
internal static class WordRun
{
    public const string Break = "\n";

    public static List<Word> Of(string folded)
    {
        var words = new List<Word>(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var end = i + 1;
            if (IsHan(folded[i]))
                words.Add(new(folded[i].ToString(), i, 1));
            else if (IsLatin(folded[i]))
            {
                while (end < folded.Length && (IsLatin(folded[end]) || (folded[end] is '.' or ',' && end + 1 < folded.Length && char.IsAsciiDigit(folded[end - 1]) && char.IsAsciiDigit(folded[end + 1]))))
                    end++;
                words.Add(new(Wording.Stem(folded[i..end]), i, end - i));
            }
            else if (folded[i] is not (' ' or '-' or '\'' or '/' or '\u00b7' or '\u00a0' or '&') && (words.Count == 0 || words[^1].Key != Break))
                words.Add(new(Break, i, 1));
            i = end;
        }

        return words;
    }

    public static string KeyOf(string phrase) => Key(Of(Wording.Fold(phrase)).Where(w => w.Key != Break).Select(w => w.Key));

    public static string Key(IEnumerable<string> keys) => string.Join('\u0001', keys);

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '\u3007';

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && !IsHan(c);
}
