using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Days between two, both of which belong to it; an end that is null is open.</summary>
internal readonly record struct Period(DateOnly? From, DateOnly? To)
{
    public bool Has(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>The stretch of time in which something that records state a day of has to lie: "in December", "before the 20th", "from June on".</summary>
internal static partial class Periods
{
    private const string Number = "(?:\\d{1,2}|[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private const string Names = "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|(?<=\\b(?:in|by|before|after|until|till|from|of|this|next|early|late) )may|jun|jul|aug|sept?|oct|nov|dec";
    private const string Digits = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";
    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private const int MostDays = 400;

    [GeneratedRegex(
        $@"(?<next>明年|来年|next year)?(?:(?<year>20\d\d)年?)?的?(?:[-./](?=\d))?(?<month>1[0-2]|0?[1-9]|十一|十二|十|[一二三四五六七八九])(?:月份?|(?<=20\d\d[-./]\d\d?)[-./](?=\d))(?:(?<day>\d{{1,2}}|[一二三]?十?[一二三四五六七八九十]?)[日号]?(?=[日号之以前后起到内截]|\b)|(?<last>底|末|下旬)|(?<middle>中旬?)|(?<first>初|上旬))?[日号]?"
        + $@"|(?<this>(?:本|这个?|当)月底?|月底|月内|\bthis month\b|\bthe month\b)|(?<after>下个?月底?|\bnext month\b)|(?<week>[本这]个?(?:周|星期|礼拜)|\bthis week\b)|(?<nextWeek>下个?(?:周|星期|礼拜)|\bnext week\b)|(?<yearEnd>年底|年末|年内|年前|今年(?:内|之内|底)?|\b(?:this year|year[- ]end|end of (?:the|this) year)\b)"
        + $@"|(?<whole>明年|来年|\bnext year\b|(?<!\d)20\d\d(?:年|(?!\d|[-./]\d)))"
        + $@"|(?:未来|接下来|之?后|往后|今后)?(?<n>{Number})个?(?<unit>天|日|周|星期|礼拜|月)(?:以内|之内|内)|\b(?:within|in|over) (?:the )?(?:next |coming )?(?<n>{Number}) (?<unit>day|week|month)s?\b"
        + $@"|(?<!\w)(?:(?<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?<english>{Names})\b\.?(?: (?<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,? (?<year>20\d\d))?",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Said();

    // What stands before or behind a time: until then, or from then on.
    [GeneratedRegex(@"^[日号份]?(?:\(含\)|及|或|就|要|得)?(?:之?前|以前|为止|止|(?<within>以内|之内|内))|^[日号份]?(?<from>之?后|以后|起|往后|过后|开始)|^(?<from> (?:or later|onwards?))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?:\b(?:(?<until>before|by|until|till|up to|no later than)|(?<from>after|from|since|past|beyond))(?: the)?(?: (?<last>end of|late))?(?: the)? |(?<until>截至|截止到|最[晚迟]|不晚于|到))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ahead();

    /// <summary>The first time that is said; null where none is.</summary>
    public static (Period Period, int Start, int Length)? In(string folded, DateOnly today)
    {
        foreach (Match match in Said().Matches(folded))
        {
            var (ahead, behind) = (Ahead().Match(folded[..match.Index]), Behind().Match(folded[(match.Index + match.Length)..]));
            if (Of(match, today, ahead.Groups["last"].Success) is not { } said)
                continue;
            var month = match.Groups["month"].Success || match.Groups["english"].Success;
            var whole = month && !match.Groups["day"].Success && !match.Groups["last"].Success && !ahead.Groups["last"].Success;
            var until = (behind.Success && !behind.Groups["from"].Success) || ahead.Groups["until"].Success;
            var period = behind.Groups["from"].Success || ahead.Groups["from"].Success ? new Period(whole && ahead.Groups["from"].Success && folded.AsSpan(ahead.Index).StartsWith("after", StringComparison.Ordinal) ? said.To!.Value.AddDays(1) : said.From, null)
                // Before a month is before it begins.
                : until ? new Period(null, whole && !behind.Groups["within"].Success && !folded.AsSpan(0, match.Index).EndsWith("by ", StringComparison.Ordinal) && !ahead.Value.Contains('\u6700') ? said.From!.Value.AddDays(-1) : said.To)
                : said;
            return (period, ahead.Success ? ahead.Index : match.Index, match.Index + match.Length + behind.Length - (ahead.Success ? ahead.Index : match.Index));
        }

        return null;
    }

    private static Period? Of(Match match, DateOnly today, bool last)
    {
        bool Has(string group) => match.Groups[group].Success;
        if (Has("this") || Has("after"))
            return Month(today.AddMonths(Has("after") ? 1 : 0));
        if (Has("week") || Has("nextWeek"))
            return new DateOnly[] { today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (Has("nextWeek") ? 7 : 0)) }[0] is var monday ? new(monday, monday.AddDays(6)) : null;
        if (Has("yearEnd"))
            return new(new(today.Year, 1, 1), new(today.Year, 12, 31));
        if (Has("whole"))
            return (char.IsAsciiDigit(match.Value[0]) ? int.Parse(match.Value.AsSpan(0, 4), CultureInfo.InvariantCulture) : today.Year + 1) is var whole ? new(new(whole, 1, 1), new(whole, 12, 31)) : null;
        if (Has("n"))
            return Count(match.Groups["n"].Value) is > 0 and < MostDays and var n
                ? new(today, match.Groups["unit"].Value is "月" or "month" ? today.AddMonths(n) : today.AddDays(match.Groups["unit"].Value is "天" or "日" or "day" ? n : n * 7)) : null;
        return Day(match, today, last);
    }

    private static Period? Day(Match match, DateOnly today, bool last)
    {
        bool Has(string group) => match.Groups[group].Success;
        var month = Has("english") ? 1 + Array.IndexOf(DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(match.Groups["english"].Value[..3])) : Count(match.Groups["month"].Value);
        if (month is < 1 or > 12)
            return null;
        // A month that is over is meant of the past only where it is nearer than the next one.
        var year = Has("year") ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : Has("next") || month < today.Month - 6 ? today.Year + 1 : today.Year;
        var whole = Month(new DateOnly(year, month, 1));
        if (Has("day") && Count(match.Groups["day"].Value) is > 0 and <= 31 and var day)
            return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))) is var one ? new(one, one) : null;
        return Has("last") || last ? whole with { From = whole.From!.Value.AddDays(20) } : Has("middle") ? new(whole.From!.Value.AddDays(10), whole.From.Value.AddDays(19)) : Has("first") ? whole with { To = whole.From!.Value.AddDays(9) } : whole;
    }

    private static Period Month(DateOnly day) => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static int Count(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (Array.IndexOf(English, written) is >= 0 and var word)
            return word;
        var ten = written.Replace('\u4e24', '\u4e8c').IndexOf('\u5341', StringComparison.Ordinal);
        int Digit(ReadOnlySpan<char> one) => one.Length == 0 ? 0 : Digits.IndexOf(one[^1] == '\u4e24' ? '\u4e8c' : one[^1], StringComparison.Ordinal);
        return ten < 0 ? Digit(written) : (Math.Max(1, Digit(written.AsSpan(0, ten))) * 10) + Digit(written.AsSpan(ten + 1));
    }
}
