using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Checks what the built-in steps put together: each mark stands behind the very value that it cites, and no number or day stands anywhere else.</summary>
internal static partial class Grounding
{
    /// <param name="alsoKnown">Needs, names and counts, which are no facts.</param>
    /// <returns>Values that are not what is cited, and numbers and days that nothing cites; as they are written.</returns>
    public static IReadOnlyList<string> Unfounded(string text, IReadOnlyList<Citation> citations, IEnumerable<string> alsoKnown)
    {
        var wrong = new List<string>();
        var rest = text;
        foreach (var mark in Mark().Matches(text).Reverse())
        {
            // A text is told without the full stop at its end, which the sentence around it has.
            var value = citations.FirstOrDefault(c => c.N == int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture))?.Value.TrimEnd('\u3002', '.');
            if (value is not null && text.AsSpan(0, mark.Index).EndsWith(value, StringComparison.Ordinal))
                rest = rest.Remove(mark.Index - value.Length, value.Length + mark.Length);
            else
            {
                wrong.Add(mark.Value);
                rest = rest.Remove(mark.Index, mark.Length);
            }
        }

        var known = alsoKnown.Concat(citations.SelectMany(c => new[] { c.Title, c.Field })).Select(Wording.Fold).ToList();
        foreach (var name in citations.Select(c => c.Title).Distinct().OrderByDescending(t => t.Length))
            rest = rest.Replace(name, " ", StringComparison.Ordinal);
        var folded = Wording.Fold(rest);
        var (amounts, days) = (known.SelectMany(Amount.In).ToList(), known.SelectMany(Days.In).ToList());
        foreach (var day in Days.In(folded).Reverse())
        {
            if (!days.Exists(day.Says))
                wrong.Add(folded.Substring(day.Start, day.Length));
            folded = folded.Remove(day.Start, day.Length).Insert(day.Start, " ");
        }

        wrong.AddRange(Amount.In(folded).Where(a => !amounts.Exists(k => k.Value == a.Value)).Select(a => folded.Substring(a.Start, a.Length)));
        return wrong;
    }

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Mark();
}
