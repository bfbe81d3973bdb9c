using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// English words of what a space has, mistyped: one letter off, in two halves, or run into the next word. Only words that no page says
/// and that are no fillers; short ones and units only as fingers slip, and units only behind a number.
/// </summary>
internal sealed partial class Slips(Snapshot snapshot, SiteSearch search)
{
    private const int Shortest = 4, LeastHalf = 2, MostSteps = 200;

    /// <summary>Keys that lie beside each other.</summary>
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly string[] Units = ["sqm", "square", "metres", "meters", "metre", "meter", "tonnes", "tonne", "tons", "ton", "minutes", "minute", "kva", "yuan", "rmb", "hectares", "acres", "ping", "pingmi", "dun"];

    /// <summary>What runs into a word that is meant.</summary>
    private static readonly HashSet<string> Small = [.. Units, "in", "at", "for", "of", "with", "within", "near", "under", "from", "and", "or", "to", "the", "a", "m2", "kw", "clean", "room", "clear", "load", "high", "need", "want", "natural", "floor", "max", "min", "least", "most", "below", "above", "less", "over", "than", "up"];

    private static readonly HashSet<string> Known = [.. Cues.All.Words];

    private readonly Meanings meanings = Meanings.Of(snapshot);

    public string Mend(string folded) => folded.Any(char.IsAsciiLetter) ? Misspelled(Joined(Parted(folded))) : folded;

    /// <summary>A word with a blank in it, where the two halves together name what a space has.</summary>
    private string Joined(string folded)
    {
        var words = WordRun.Of(folded);
        for (var i = words.Count - 2; i >= 0; i--)
            if (char.IsAsciiLetter(folded[words[i].Start]) && char.IsAsciiLetter(folded[words[i + 1].Start]) && words[i].Length > 1 && words[i + 1].Start == words[i].Start + words[i].Length + 1 && folded[words[i + 1].Start - 1] == ' '
                && string.Concat(folded.AsSpan(words[i].Start, words[i].Length), folded.AsSpan(words[i + 1].Start, words[i + 1].Length)) is var joined && Known.Contains(joined) && meanings.Find(WordRun.Key([words[i].Key, words[i + 1].Key])).Length == 0)
                folded = folded.Remove(words[i + 1].Start - 1, 1);
        return folded;
    }

    /// <summary>Two words without the blank between them: "sqmwarehouse", "naturalgas".</summary>
    private string Parted(string folded)
    {
        for (var (at, steps) = (0, 0); at < folded.Length && steps < MostSteps; steps++)
        {
            if (!char.IsAsciiLetter(folded[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < folded.Length && char.IsAsciiLetter(folded[end]))
                end++;
            var typed = folded[at..end];
            if (typed.Length > Shortest && Half(typed, at > 0 && char.IsAsciiDigit(folded[at - 1])) is > 0 and var half && IsStrange(typed))
                folded = folded.Insert(end = at + half, " ");
            at = end;
        }

        return folded;
    }

    private static int Half(string typed, bool behindNumber)
    {
        static bool Is(string part) => part.Length >= LeastHalf && (Small.Contains(part) || Known.Contains(part));
        // The longest first half, so that "metreshigh" is no "metre".
        for (var at = typed.Length - LeastHalf; at >= (behindNumber ? 1 : LeastHalf); at--)
            if ((Is(typed[..at]) || (behindNumber && typed[..at] is "m" or "t")) && Is(typed[at..]) && (Known.Contains(typed[..at]) || Known.Contains(typed[at..]) || Units.Contains(typed[..at]) || behindNumber))
                return at;
        return 0;
    }

    private string Misspelled(string folded)
    {
        foreach (var unit in Behind().Matches(folded).Reverse())
            if (!Wording.IsUnit(folded, unit.Index) && Array.Find(Units, u => IsSlip(unit.Value, u)) is { } meant && IsStrange(unit.Value))
                folded = string.Concat(folded.AsSpan(0, unit.Index), meant, folded.AsSpan(unit.Index + unit.Length));
        foreach (var word in WordRun.Of(folded).Where(w => w.Length >= LeastHalf && char.IsAsciiLetter(folded[w.Start])).Reverse())
            if (folded.Substring(word.Start, word.Length) is var typed && typed.All(char.IsAsciiLetter) && (typed.Length > LeastHalf || !(folded.AsSpan(0, word.Start).TrimEnd() is [.., >= '0' and <= '9'])) && Cues.All.Words.FirstOrDefault(w => IsSlip(typed, w)) is { } meant && IsStrange(typed))
                folded = string.Concat(folded.AsSpan(0, word.Start), meant, folded.AsSpan(word.Start + word.Length));
        return folded;
    }

    /// <summary>A word right behind a number, where its unit stands.</summary>
    [GeneratedRegex(@"(?<=[\d\u5341\u767e\u5343\u4e07][ -]?|(?:hundred|thousand|ten|five|two|three|four|six|eight) )[a-z]{2,8}(?![a-z0-9])")]
    private static partial Regex Behind();

    /// <summary>Whether nothing that is published says a word.</summary>
    private bool IsStrange(string typed) => !meanings.Says(Wording.Stem(typed)) && !Wording.IsFiller(snapshot, typed) && !Small.Contains(typed) && !search.Says(typed);

    /// <summary>One letter off, never the first. In a short word: two swapped, one doubled or left out, or the key beside it.</summary>
    private static bool IsSlip(string typed, string meant) => typed[0] == meant[0] && Wording.IsSlip(typed, meant)
        && (meant.Length > Shortest || (typed.Length == meant.Length ? IsFinger(typed, meant) : typed.Length > meant.Length ? IsDoubled(typed) : typed.Length >= LeastHalf && typed[^1] == meant[^1]));

    private static bool IsDoubled(string typed) => Enumerable.Range(1, typed.Length - 1).Any(i => typed[i] == typed[i - 1]);

    private static bool IsFinger(string typed, string meant)
    {
        var at = Enumerable.Range(0, typed.Length).First(i => typed[i] != meant[i]);
        return (at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]) || Array.Exists(Rows, r => r.Contains(typed[at]) && r.Contains(meant[at]) && Math.Abs(r.IndexOf(typed[at], StringComparison.Ordinal) - r.IndexOf(meant[at], StringComparison.Ordinal)) == 1);
    }
}
