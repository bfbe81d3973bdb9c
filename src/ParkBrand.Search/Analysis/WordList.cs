using System.Collections.Frozen;

namespace ParkBrand.Search.Analysis;

/// <summary>Words of the trade, by their first character, for finding the longest that begins at a place.</summary>
internal sealed class WordList
{
    private const int Longest = 10;
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="words">Folded, Chinese only, two to ten characters; others are passed over.</param>
    public WordList(IEnumerable<string> words)
    {
        this.words = words.Where(w => w.Length is >= 2 and <= Longest && w.All(Tokenizer.IsHan)).ToFrozenSet(StringComparer.Ordinal);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyCollection<string> Words => words;

    /// <returns>Length of the longest word at a place, or 0.</returns>
    public int LongestAt(string text, int at, int most = Longest)
    {
        for (var length = Math.Min(Math.Min(Longest, most), text.Length - at); length >= 2; length--)
            if (lookup.Contains(text.AsSpan(at, length)))
                return length;
        return 0;
    }
}
