using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>Dates as people write them. Texts are folded.</summary>
/// <param name="Year">Null where only a day of some year is named.</param>
/// <param name="Day">Null where only a month is named.</param>
internal readonly partial record struct Days(int? Year, int Month, int? Day, int Start, int Length)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public bool Says(Days known) => Month == known.Month && (Year is null || Year == known.Year) && (Day is null || Day == known.Day);

    public static IEnumerable<Days> In(string folded)
    {
        foreach (Match match in Pattern().Matches(folded))
        {
            int? Read(string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
            var month = Read("m") ?? Array.FindIndex(Months, m => match.Groups["name"].Value.StartsWith(m, StringComparison.Ordinal)) + 1;
            if (month is < 1 or > 12 || Read("y") is < 1900 or > 2100 || (match.Groups["name"].Success && Read("d") is null && Read("y") is null))
                continue; // no date: a decimal number, or a word like may
            yield return new Days(Read("y"), month, Read("d"), match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<y>\d{4})\s?(?:[-/.]|\u5e74)\s?(?<m>\d{1,2})(?:\s?(?:[-/.]|\u6708)\s?(?<d>\d{1,2})(?:\s?[\u65e5\u53f7])?|\s?\u6708)|(?<m>\d{1,2})\s?\u6708(?:\s?(?<d>\d{1,2})(?:\s?[\u65e5\u53f7])?)?"
        + @"|(?:(?<d>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?)?\b(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\s(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,?\s(?<y>\d{4}))?", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();
}
