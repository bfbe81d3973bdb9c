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
            var cited = citations.FirstOrDefault(c => c.N == int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            var value = cited?.Value.TrimEnd('\u3002', '.');
            // In a list of those that have something, the mark stands behind the name.
            if (value is not null && !value.Any(char.IsAsciiDigit) && text.AsSpan(0, mark.Index).EndsWith(cited!.Title, StringComparison.Ordinal))
                rest = rest.Remove(mark.Index, mark.Length);
            else if (value is not null && text.AsSpan(0, mark.Index).EndsWith(value, StringComparison.Ordinal))
                rest = rest.Remove(mark.Index - value.Length, value.Length + mark.Length);
            else
            {
                wrong.Add(mark.Value);
                rest = rest.Remove(mark.Index, mark.Length);
            }
        }

        wrong.AddRange(Strange(rest, citations, alsoKnown));
        return wrong;
    }

    /// <summary>Where what is cited stands in a text, each with its mark.</summary>
    public static IEnumerable<(int Start, int End)> Cited(string text, IReadOnlyList<Citation> citations)
    {
        foreach (Match mark in Mark().Matches(text))
        {
            var value = citations.FirstOrDefault(c => c.N == int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture))?.Value.TrimEnd('\u3002', '.');
            yield return (value is not null && text.AsSpan(0, mark.Index).EndsWith(value, StringComparison.Ordinal) ? mark.Index - value.Length : mark.Index, mark.Index + mark.Length);
        }
    }

    /// <summary>The same for a model's words, which need not repeat a value letter by letter: each number and day that is cited stands in what is cited there, and none stands anywhere else.</summary>
    public static IReadOnlyList<string> UnfoundedPhrasing(string text, IReadOnlyList<Citation> citations, IReadOnlyCollection<string> alsoKnown)
    {
        var (wrong, start) = (new List<string>(), 0);
        foreach (Match marks in Marks().Matches(text))
        {
            var cited = Mark().Matches(marks.Value).Select(m => citations.FirstOrDefault(c => c.N == int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))).ToList();
            if (cited.Contains(null))
                wrong.Add(marks.Value);
            wrong.AddRange(Strange(text[start..marks.Index], citations, alsoKnown.Concat(cited.OfType<Citation>().Select(c => c.Value))));
            start = marks.Index + marks.Length;
        }

        return [.. wrong, .. Strange(text[start..], citations, alsoKnown)];
    }

    /// <summary>Numbers and days that nobody knows.</summary>
    private static List<string> Strange(string text, IReadOnlyList<Citation> citations, IEnumerable<string> alsoKnown)
    {
        var (wrong, rest) = (new List<string>(), text);
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

    [GeneratedRegex(@"(?:\s?\[\d{1,3}\])+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mark();
}
