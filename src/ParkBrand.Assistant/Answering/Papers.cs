using ParkBrand.Assistant.Matching;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// What the words of a question that became no need are worth: where they stand in what parks publish. A word that the shown park
/// writes of is no reservation; a rare one that only another park writes of points to that park, though it states its trade otherwise.
/// </summary>
internal static class Papers
{
    /// <summary>More parks than that write of it: then it tells none from the others.</summary>
    private const int Rare = 5;

    private const int Most = 1, ShortestHan = 2, LongestHan = 6, ShortestLatin = 5;

    /// <summary>Whether words stand, as they are or by another name, in what a park and what belongs to it publish.</summary>
    public static bool Has(Turn turn, ParkMatch match, string word) => Coverage.OfPark(turn, match.Park).Strange(turn.Snapshot, [word]).Count == 0;

    /// <summary>Of parks that meet all but the trade, those that a rare word of the question points to, with the word.</summary>
    /// <param name="shown">Those that state the trade: what one of them says points to no other.</param>
    public static IReadOnlyList<(ParkMatch Match, string Word)> Pointing(Turn turn, IReadOnlyList<ParkMatch> shown, IReadOnlyList<ParkMatch> others)
    {
        var words = turn.Request.Trades.Concat(turn.Telling).SelectMany(Pieces).Distinct().OrderByDescending(w => w.Length).ToList();
        var found = new List<(ParkMatch Match, string Word)>();
        for (var i = 0; i < words.Count && found.Count < Most; i++)
        {
            var word = words[i];
            if (Wording.IsFiller(turn.Snapshot, word) || shown.Any(m => Coverage.OfPark(turn, m.Park).Has(word)) || turn.Snapshot.OfType("park", turn.Culture).Where(p => Coverage.OfPark(turn, p).Has(word)).Take(Rare + 1).ToList() is not { Count: > 0 and <= Rare } parks)
                continue;
            found.AddRange(others.Where(m => parks.Contains(m.Park) && found.TrueForAll(f => f.Match != m) && !Refuses(turn, m, word)).Select(m => (m, word)));
            words.RemoveAll(w => w != word && word.Contains(w, StringComparison.Ordinal));
        }

        return [.. found.Take(Most)];
    }

    private static bool Refuses(Turn turn, ParkMatch match, string word) =>
        turn.Draft.Values(match.Park).Find("excluded") is string[] excluded && excluded.Any(e => Wording.Fold(e).Contains(word, StringComparison.Ordinal));

    /// <summary>Chinese writes no space between words: any stretch may be one.</summary>
    private static IEnumerable<string> Pieces(string stretch)
    {
        foreach (var word in stretch.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!WordRun.IsHan(word[0]))
            {
                if (word.Length >= ShortestLatin)
                    yield return word;
            }
            else
                for (var from = 0; from + ShortestHan <= word.Length; from++)
                    for (var length = Math.Min(LongestHan, word.Length - from); length >= ShortestHan; length--)
                        yield return word.Substring(from, length);
    }
}
