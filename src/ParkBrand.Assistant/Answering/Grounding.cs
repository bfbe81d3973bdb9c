using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Answering;

/// <summary>Checks that every number and date of a text stands in what it cites.</summary>
internal static partial class Grounding
{
    /// <returns>Numbers that no cited value, name or count has.</returns>
    public static IReadOnlyList<string> Unfounded(string text, IReadOnlyList<Citation> citations, IEnumerable<string> alsoKnown)
    {
        var known = citations.SelectMany(c => Numbers(c.Value).Concat(Numbers(c.Title)).Concat(Numbers(c.Field))).Concat(alsoKnown.SelectMany(Numbers)).ToHashSet(StringComparer.Ordinal);
        return [.. Numbers(Mark().Replace(text, " ")).Where(n => !known.Contains(n)).Distinct()];
    }

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();
}
