using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
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

    private const int ShortestHan = 2, LongestHan = 6, ShortestLatin = 5;

    /// <summary>Whether words stand, as they are or by another name, in what a park and what belongs to it publish.</summary>
    public static bool Has(Turn turn, ParkMatch match, string word) => Coverage.OfPark(turn, match.Park).Strange(turn.Snapshot, [word]).Count == 0;

    /// <summary>Of parks that meet all but the trade, the one that a rare word of the question points to, with the place where it stands.</summary>
    /// <param name="shown">Those that state the trade: what one of them says points to no other.</param>
    public static (ParkMatch Match, PublishedDocument Document, string Alias, string Part)? Pointing(Turn turn, IReadOnlyList<ParkMatch> shown, IReadOnlyList<ParkMatch> others)
    {
        foreach (var word in turn.Request.Trades.Concat(turn.Telling).SelectMany(Pieces).Distinct().OrderByDescending(w => w.Length))
            if (!Wording.IsFiller(turn.Snapshot, word) && !shown.Any(m => Coverage.OfPark(turn, m.Park).Has(word))
                && turn.Snapshot.OfType("park", turn.Culture).Where(p => Coverage.OfPark(turn, p).Has(word)).Take(Rare + 1).ToList() is { Count: > 0 and <= Rare } parks)
                foreach (var match in others.Where(m => parks.Contains(m.Park) && !Refuses(turn, m, word)))
                    if (Place(turn, match, word) is var (document, alias, part))
                        return (match, document, alias, part);
        return null;
    }

    /// <summary>Where a park, or what belongs to it, lists a word: what it is for, what it takes, what can be made there.</summary>
    private static (PublishedDocument Document, string Alias, string Part)? Place(Turn turn, ParkMatch match, string word)
    {
        foreach (var document in turn.Snapshot.ChildrenOf(match.Park.Id).Prepend(match.Park).Prepend(match.Unit).OfType<PublishedDocument>().Where(d => d.IsIn(turn.Culture)))
            foreach (var property in document.Type.Properties.Where(p => p.DataType.Kind == ValueKind.Texts && p.Alias != "excluded"))
                if (turn.Draft.Values(document).Texts(property.Alias).FirstOrDefault(t => Wording.Fold(t).Contains(word, StringComparison.Ordinal)) is { } part)
                    return (document, property.Alias, part);
        return null;
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
