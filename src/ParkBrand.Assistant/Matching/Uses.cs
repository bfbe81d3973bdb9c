using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// What is done in a space, what stands there, who sits there: by that people name the kind of space they need. Patterns of
/// <c>uses.json</c> over classes of words, so that other goods, machines and people are read alike; an entry that is called by a
/// need says it outright, the others only where nothing does, those with a question mark only where a space is looked for; <c>product</c> is what somebody makes.
/// </summary>
internal static class Uses
{
    public const string Cue = "kind use";
    private const string Product = "product";

    private static readonly PatternFile Patterns = PatternFile.Read("uses.json", TimeSpan.FromMilliseconds(250));

    public static IEnumerable<Spot> In(string folded)
    {
        var look = Patterns.In(folded);
        return from name in Patterns.Names
               where name != Product
               from match in Matches(look, name)
               select new Spot(match.Index, match.Length, [name.Contains('=', StringComparison.Ordinal) ? new Meaning(MeaningKind.Cue, "need", name)
                   : name.EndsWith('?') ? new Meaning(MeaningKind.Cue, "kind hint", name.TrimEnd('?')) : new Meaning(MeaningKind.Cue, Cue, name)]);
    }

    /// <summary>What somebody says to make: a maker of chargers need not have one.</summary>
    public static IEnumerable<(int Start, int End)> Products(string folded) =>
        Matches(Patterns.In(folded), Product).Select(m => m.Groups["of"]).Select(g => (g.Index, g.Index + g.Length));

    private static List<Match> Matches(PatternFile.Look look, string name)
    {
        try
        {
            return look.Matches(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return []; // what is not read is not guessed
        }
    }
}
