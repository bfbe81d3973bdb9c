using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>The day by which something is needed.</summary>
internal static partial class Days
{
    private const string Number = "(?:\\d{1,2}|[一二三四五六七八九十两]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
    private const string English = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private const int DaysOfAWeek = 7, DaysOfHalfAMonth = 15;

    private const string Before = "(?:之?前|以前)";
    private const string Uncounted = @"(?<![一二三四五六七八九十几两多数半今明去前后来\d])";

    [GeneratedRegex(
        $@"(?<n>\d{{1,3}}|{Number})\s*(?:个?(?<unit>天|周|星期|礼拜)|个(?<more>半)?(?<unit>月))(?:以内|之内|内|以后|之后|后)"
        + $@"|(?:within|in)\s+(?:the\s+next\s+)?(?<n>{Number})\s+(?<unit>day|week|month)s?\b"
        + @"|(?<half>半年(?:以内|之内|内|以后|之后|后)|\b(?:within|in) half a year\b)"
        + @"|(?<year>20\d\d)[-./](?<month>1[0-2]|0?[1-9])[-./](?<day>[12]\d|3[01]|0?[1-9])(?!\d)"
        + @"|(?:(?:租约|合同|租期|协议)(?:是|签)?到|最晚|最迟|不晚于|晚不过|不能晚于|晚不能过|卡在|定在|截止到?|截至)(?:不过|到|是|在)?(?<within>)(?<next>明年|来年|次年|(?<year>20\d\d)年?)?(?<month>1[0-2]|0?[1-9]|十一|十二|十|[一二三四五六七八九])月(?:份)?(?:(?<day>\d{1,2})[日号]?|(?<end>底|末|下旬)|(?<middle>中旬?)|(?<start>初|上旬))?(?!\d)|(?<![\d/])(?<month>1[0-2]|0?[1-9])/(?<day>[12]\d|3[01]|0?[1-9])(?:号|日)?(?:之?前|以前)|(?<next>明年|来年|次年|(?<year>20\d\d)年?)?(?<month>1[0-2]|0?[1-9]|十一|十二|十|[一二三四五六七八九])月(?:份)?(?<day>\d{1,2})(?:到期|期满|之?前|以前)"
        + @"|(?<![\d.])(?<day>[12]\d|3[01]|0?[1-9])\.\s?(?<month>1[0-2]|0?[1-9])\.\s?(?<year>20\d\d)(?!\d)"
        + @"|(?<![\d./])(?<day>[12]\d|3[01]|0?[1-9])/(?<month>1[0-2]|0?[1-9])/(?<year>20\d\d)(?!\d)|(?<![\d./])(?<month>1[0-2]|0?[1-9])/(?<day>1[3-9]|2\d|3[01])/(?<year>20\d\d)(?!\d)"
        + @"|(?<next>明年|来年|次年|(?<year>20\d\d)年?)?(?<month>1[0-2]|0?[1-9]|十一|十二|十|[一二三四五六七八九])月(?:份)?(?:(?<day>\d{1,2}|[一二三]?十?[一二三四五六七八九]?)[日号]|(?<end>底|末|下旬)|(?<middle>中旬?)|(?<start>初|上旬))?[)）]?\s*(?:之?前|以前|(?<within>内)|(?<=底|末)|(?<=[日号])(?:就|得|要|能|可|交|入|进|搬|到期|起租|开租|起用)|(?<within>(?:就|得|要|必须|能|可以|可|开始)[^,\uff0c\u3002]{0,4}?(?:用|进|搬|入驻|交|投产|开工|开业|到位|装|落)|(?:设备|机器|产线|正式|工厂|项目)?(?:试?投产|量产|开工|开业|进场|入驻|交付|交房|启用|投用)))"
        + @"|(?<startOfYear>[明来]年年?初|\b(?:at the )?(?:beginning|start) of next year\b)|(?<endOfNext>明年(?:下半年|年内|之内))|(?<soon>\bearly next year\b)"
        + $@"|(?<next>明年)(?:年中|年?6月底|上半年)|(?<middleOfYear>年中|上半年)(?:之?前|以前|内)?|(?<next>明年)年?底(?:之?前)?|(?<endOfYear>年底|年末|年内|今年(?:之内|内)|明年{Before}|\b(?:by |before |within |during )?this year\b){Before}?"
        + $@"|(?<newYear>元旦){Before}|(?<spring>(?:春节|过年|农历新年|除夕|大年三十|农历年){Before}|{Uncounted}年前(?!后))|(?<afterSpring>过完年|春节后|春节(?:一|刚)过|年一过|过了(?:年|春节)|节后(?!续)|{Uncounted}年后(?!续)|年初[七八]|正月里?(?!十五))"
        + @"|(?<springtime>开春|春天|春季|\bspring (?:of )?20\d\d|\b(?:in|by|this|next|early) (?:the )?spring\b(?! festival))"
        + $@"|(?<holiday>{Holidays.Names})(?:节|假期|长假|黄金周)?{Before}|\b(?:by|before) (?<holiday>christmas|xmas)\b"
        + @"|(?:(?:(?<next>明年|来年)|(?<year>20\d\d)年?)?的?第?(?<quarter>[一二三四1-4])季度(?!一|付|交|缴|结|末付)(?:之?前|以前|内|末|底)?)|(?:(?<next>明年|来年)|(?<year>20\d\d)年?\s?|(?<![a-z0-9]))q(?<quarter>[1-4])(?![a-z0-9])(?:[\s/,of]*(?<year>20\d\d))?|\b(?<quarter>first|second|third|fourth) quarter(?: of (?:(?<next>next year)|(?<year>20\d\d)))?"
        + @"|(?<nextMonth>下个?月)|(?<thisMonth>(?:本|这个?)?月底|本月|这个月|月内)"
        + @"|(?<soonest>明天|后天|\btomorrow\b)(?=[^,;.\uff0c\u3002]{0,4}?(?:[要能用]|进|搬|入驻|起租|开工)|$|[ ,.])"
        + @"|(?<now>拎包入住|随时入驻|即租即用|现房|现成的(?=[,;。，；！!]|$)|(?:马上|立刻|立即|现在|随时)[^,\uff0c]{0,4}?(?:[能可]以?用|就用|入驻|搬|进场|进驻|进设备|进机器|[能可]以?进|交付|交房)|(?:马上|立刻|立即)(?:就)?要(?!求|有|[一-龥]))"
        + $@"|(?:by|before|on|until|not? later than|(?:at (?:the )?)?latest(?: by| on| in)?|start(?:ing|s)?(?: production)? in|till|ready(?: in| at| from)?|available(?: in)?|available from|starting from|starting|from|(?:lease|contract|rental|tenancy) (?:ends?|expires?|runs out|is up)(?: on| in)?)\s+(?:the\s+)?(?:(?<last>end of|late)\s+|(?<middle>middle of|mid)[\s-]+|(?<start>beginning of|early)\s+)?(?:(?:the|next|this|coming)\s+)*(?:(?<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<english>{English})[a-z]*\.?(?:\s+(?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+(?<year>20\d\d))?"
        + $@"|\bin (?<english>{English})[a-z]*\.?,? (?<year>20\d\d)|\b(?<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?<english>{English})[a-z]*\.?,? (?<year>20\d\d)|\b(?<english>{English})[a-z]*\.? (?<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?<year>20\d\d)"
        + @"|(?:by|before)\s+(?:the\s+)?(?<endOfYear>(?:end of (?:the |this )?year|year[\s-]?end))|(?<newYear>(?:by|before) new year)|(?<spring>(?:by|before) (?:the )?(?:chinese new year|lunar new year|cny\b|spring festival))|(?<nextMonth>(?:by )?next month)|(?<thisMonth>(?:by |before )(?:the )?end of (?:the|this) month)"
        + @"|(?<now>\b(?:available now|immediately|right away|right now|ready now|turnkey|ready to move in(?! (?:by|latest|before|until|on|in|at the latest)\b)|move[\s-]?in ready|straight away|at once)\b)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();

    /// <summary>Null where no day is said.</summary>
    public static DateOnly? In(string folded, DateOnly today) => Find(folded, today)?.Day;

    /// <summary>The first day that is said, and the words that say it.</summary>
    public static (DateOnly Day, int Start, int Length)? Find(string folded, DateOnly today)
    {
        (DateOnly Day, int Start, int Length)? first = null;
        foreach (Match match in Pattern().Matches(folded))
            if (By(match, today) is { } day && day >= today)
            {
                // "Ideally before the holidays, at the latest in April."
                // A day in brackets says which is meant: "before the new year (31 December)".
                if (Last().IsMatch(folded.AsSpan(0, match.Index)) || Last().IsMatch(match.Value + "$") || (first is not null && match.Index > 0 && folded[match.Index - 1] is '(' or '\uff08'))
                    return (day, match.Index, match.Length);
                first ??= (day, match.Index, match.Length);
            }

        return first;
    }

    [GeneratedRegex(@"(?:最晚|最迟|不晚于|不能晚于|晚不过|no later than|latest)[^,;.\uff0c\u3002]{0,8}$|(?:最晚|最迟|不晚于|晚不过|latest|no later).*\$$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Last();

    private static DateOnly? By(Match match, DateOnly today)
    {
        bool Has(string group) => match.Groups[group].Success;
        if (Has("now"))
            return today;
        if (Has("soonest"))
            return today.AddDays(match.Value[0] == '\u540e' ? 2 : 1);
        if (Has("n"))
            return Of(match.Groups["n"].Value) is var n && match.Groups["unit"].Value is var unit ? unit is "月" or "month" ? today.AddMonths(n).AddDays(Has("more") ? DaysOfHalfAMonth : 0) : today.AddDays(unit is "天" or "day" ? n : n * DaysOfAWeek) : null;
        if (Has("half"))
            return today.AddMonths(6);
        if (Has("spring"))
            return Holidays.NewYearsEve(today);
        if (Has("afterSpring"))
            return End(Holidays.NewYearsEve(today).AddDays(DaysOfAWeek * 3)); // back from the holidays
        if (Has("springtime") || Has("soon"))
            return new DateOnly(today.Month > 3 ? today.Year + 1 : today.Year, 3, 31);
        if (Has("holiday"))
            return Holidays.Next(match.Groups["holiday"].Value, today).AddDays(-1);
        var endOfYear = new DateOnly(today.Year, 12, 31);
        if (Has("newYear") || Has("endOfYear"))
            return endOfYear;
        if (Has("startOfYear") || Has("endOfNext"))
            return Has("endOfNext") ? endOfYear.AddYears(1) : endOfYear.AddMonths(1);
        if (Has("thisMonth") || Has("nextMonth"))
            return End(Has("nextMonth") ? today.AddMonths(1) : today);
        if (Has("quarter"))
            return Quarter(Of(match.Groups["quarter"].Value), Has("year") ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : Has("next") ? today.Year + 1 : null, today);
        if (Has("middleOfYear"))
            return new DateOnly(today.Month > 6 ? today.Year + 1 : today.Year, 6, 30);
        if (!Has("month") && !Has("english"))
            return match.Value.Contains('\u5e95') ? endOfYear.AddYears(1) : new DateOnly(today.Year + 1, 6, 30);
        return OfMonth(match, today);
    }

    /// <summary>Its last day; without a year the next such quarter that is not over.</summary>
    private static DateOnly Quarter(int quarter, int? year, DateOnly today) =>
        End(new DateOnly(year ?? today.Year, quarter * 3, 1)) is var end && year is null && end < today ? end.AddYears(1) : end;

    private static DateOnly OfMonth(Match match, DateOnly today)
    {
        bool Has(string group) => match.Groups[group].Success;
        var month = Has("english") ? 1 + (English.IndexOf(match.Groups["english"].Value[..3], StringComparison.Ordinal) / 4) : Of(match.Groups["month"].Value);
        var year = Has("year") ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : Has("next") ? today.Year + 1 : month < today.Month ? today.Year + 1 : today.Year;
        var first = new DateOnly(year, month, 1);
        if (Has("day") && Of(match.Groups["day"].Value) is > 0 and var day)
            return first.AddDays(Math.Min(day, DateTime.DaysInMonth(year, month)) - 1);
        if (Has("end") || Has("last") || (Has("english") && !Has("middle") && !Has("start") && (match.Value.StartsWith("by", StringComparison.Ordinal) || match.Value.StartsWith("no", StringComparison.Ordinal) || match.Value.StartsWith("in ", StringComparison.Ordinal) || match.Value.Contains("latest", StringComparison.Ordinal) || match.Value.Contains(" in ", StringComparison.Ordinal))))
            return End(first);
        if (Has("middle"))
            return first.AddDays(14);
        // Before a month is before it begins; before its first days, too.
        return Has("start") ? first.AddDays(9) : Has("within") ? End(first) : first.AddDays(-1);
    }

    private static DateOnly End(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    private static int Of(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (Array.IndexOf(Ordinals, written) is >= 0 and var place)
            return place + 1;
        if (Array.IndexOf(Small, written) is >= 0 and var at)
            return at;
        var (total, digit) = (0, 0);
        foreach (var c in written)
            if (c == '\u5341')
                (total, digit) = (Math.Max(1, digit) * 10, 0);
            else
                digit = c == '\u4e24' ? 2 : Han.IndexOf(c, StringComparison.Ordinal) + 1;
        return total + digit;
    }

    private const string Han = "一二三四五六七八九";
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];
    private static readonly string[] Small = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
}
