using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>Questions about something or somewhere else, by closed lists of what people ask an assistant for: <c>topics.json</c>.</summary>
internal static class OffTopic
{
    // Characters between and with the second part.
    private const int FarHan = 9, FarLatin = 28;
    private static readonly string[] Beside = ["place", "there", "from", "ours", "people", "harm", "attack"];
    private static readonly string[] Origins = ["based in ", "from ", "company in ", "office in ", "we are in ", "factory in ", "live in ", "i am in ", "call in ", "to "];
    private static readonly string[] Subjects = [.. Cues.Topics.Names.Except(Beside)];

    /// <param name="acts">What is done by the question; see <see cref="Acts"/>.</param>
    /// <returns><c>attack</c>, <c>offTopic</c>, <c>advice</c>, <c>elsewhere</c>, <c>private</c>, <c>harm</c>; null for what may be answered.</returns>
    public static string? Of(string folded, IReadOnlySet<string> acts) =>
        Any("attack", folded) ? "attack" : Any("harm", folded) || acts.Contains(Acts.Harm) ? "harm"
            : acts.Contains(Acts.Private) || Any("people", folded) ? "private"
            : acts.Contains(Acts.Advice) ? "advice"
            : acts.Contains(Acts.Opinion) || acts.Contains(Acts.Subject) || Subjects.Any(s => Any(s, folded)) ? "offTopic"
            : acts.Contains(Acts.Elsewhere) || acts.Contains(Acts.There) || IsElsewhere(folded) ? "elsewhere" : null;

    private static bool Any(string group, string folded) => Cues.Topics.Group(group)[""].Any(phrase => phrase.Contains('~') ? Spans(folded, phrase) : Screen.Holds(folded, phrase));

    /// <summary>Whether the two parts of a phrase stand in order, with little between: "write ~ poem".</summary>
    private static bool Spans(string folded, string phrase)
    {
        var cut = phrase.IndexOf('~', StringComparison.Ordinal);
        var (first, second) = (phrase.AsMemory(0, cut), phrase.AsMemory(cut + 1));
        var least = char.IsAsciiLetter(phrase[0]) ? FarLatin : FarHan;
        for (var from = 0; folded.AsSpan(from).IndexOf(first.Span, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
        {
            var after = folded.AsSpan(from + at + cut);
            if (after[..Math.Min(least, after.Length)].IndexOf(second.Span, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Another city is asked for, not only come from: its parks, rents, policies. A name within a longer one of ours is none:
    /// "Shanghai Industry Innovation Centre".
    /// </summary>
    private static bool IsElsewhere(string folded)
    {
        foreach (var place in Cues.Topics.Group("place")[""])
            for (var at = folded.IndexOf(place, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(place, at + 1, StringComparison.Ordinal))
            {
                var after = folded[(at + place.Length)..];
                if (char.IsAsciiLetter(place[0]) ? IsAskedFor(folded[..at], after, folded) : IsSpokenOf(folded[..at], after, folded))
                    return true;
            }

        return false;
    }

    // Within a few characters after the name; the name of a district may stand between.
    private static bool IsSpokenOf(string before, string after, string folded)
    {
        const int between = 3, near = 12;
        var next = after[..Math.Min(near, after.Length)];
        if (Starts("from", next, between) || before.EndsWith('\u4ece') || before.EndsWith('\u5230') || before.EndsWith('\u79bb') || before.EndsWith('\u9760') || before.EndsWith('\u6328') || before.EndsWith('\u90bb'))
            return false;
        return Starts("there", next, between) && (!Cues.Topics.Group("ours")[""].Any(o => folded.Contains(o, StringComparison.Ordinal)) || next.Contains("\u6bd4\u6606\u5c71", StringComparison.Ordinal) || before.EndsWith('\u8ddf'));
    }

    private static bool Starts(string group, string next, int between) =>
        Cues.Topics.Group(group)[""].Any(p => next.IndexOf(p, StringComparison.Ordinal) is >= 0 and var at && at <= between);

    private static bool IsAskedFor(string before, string after, string folded)
    {
        if (after.Length > 0 && char.IsAsciiLetter(after[0]))
            return false;
        var compared = folded.Contains("compare", StringComparison.Ordinal) || folded.Contains(" than ", StringComparison.Ordinal) || before.EndsWith("vs ", StringComparison.Ordinal);
        var centre = after.Contains("centre", StringComparison.Ordinal) || after.Contains("center", StringComparison.Ordinal);
        var of = before.EndsWith(" does ", StringComparison.Ordinal) || before.EndsWith(", ", StringComparison.Ordinal) || before.EndsWith(" in ", StringComparison.Ordinal) || before.EndsWith(" looking at ", StringComparison.Ordinal) || after.StartsWith(" park", StringComparison.Ordinal) || after.StartsWith(" industrial", StringComparison.Ordinal);
        var origin = Origins.Any(o => before.EndsWith(o, StringComparison.Ordinal));
        return !centre && !origin && (compared || (of && !folded.Contains("kunshan", StringComparison.Ordinal)));
    }
}
