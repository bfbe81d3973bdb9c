using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>What a number with its unit measures.</summary>
internal enum Measure
{
    /// <summary>m².</summary>
    Area,

    /// <summary>t/m².</summary>
    FloorLoad,

    /// <summary>m.</summary>
    Height,

    /// <summary>kVA.</summary>
    Power,

    /// <summary>t that a crane lifts.</summary>
    Crane,

    /// <summary>Yuan a square metre and month.</summary>
    Rent,

    /// <summary>Yuan a month before tax.</summary>
    Pay,

    /// <summary>Minutes by car to the high-speed railway station.</summary>
    RailMinutes,

    /// <summary>Minutes by car to the airport.</summary>
    AirportMinutes,
}

/// <summary>A number that somebody asks for, in the unit of the measure, and where it stands in the (folded) text.</summary>
/// <param name="AtMost">Whether less is wanted: rents and distances, or whatever is said to be the limit.</param>
internal sealed partial record Quantity(Measure Measure, decimal Value, bool AtMost, int Start, int Length)
{
    private const decimal Mu = 666.6667m, DaysOfAMonth = 30m;

    // Folded text: half width, lower case, simplified; the square of m² has become a 2.
    private const string Chinese = "零〇一二两三四五六七八九十百千";

    // A range counts by its middle; numbers may be written out.
    private const string Number = $@"(?:(?<low>\d[\d,]*(?:\.\d+)?|[{Chinese}半]+)\s*(?:万|千|k|w)?\s*(?:-|–|—|~|至|到)\s*)?(?<n>\d[\d,]*(?:\.\d+)?|[{Chinese}半]+)\s*";
    private const string Square = @"(?:平方米|平方公尺|平米|平方|平|m2|m\^2|sqm|sq\.?\s*m|square\s*met(?:re|er)s?)";
    private const string Bound = @"(?:以上|以内|之内|内|以下|起步|起|左右|上下|or more|or less|\+)?";
    private const string Before = @"(?:不超过|不低于|不少于|至少|至多|最多|大于|小于|低于|高于|超过|up to|at least|at most|over|above|under|below|from)?\s*";

    private const string Yuan = @"(?:元|块钱|块|rmb|yuan|cny)", Month = @"(?<time>年|月|month|year|a month|a year|per month|per year)";

    [GeneratedRegex(
        $@"(?:(?<rent>{Before}{Number}{Yuan}?\s*(?:[/每]|per|a)?\s*{Square}\s*(?:[/每]|per|a)?\s*(?<per>天|日|月|day|month))"
        + $@"|(?<rent2>(?:租金|rent)\D{{0,8}}?{Number}{Yuan}?(?:\s*(?:[/每]|per|a)?\s*{Square})?(?:\s*(?:[/每]|per|a)?\s*(?<per>天|日|月|day|month))?)"
        + $@"|(?<area>{Before}{Number}(?<big>万|千|k)?\s*(?:(?<mu>亩|mu\b)|(?<ha>公顷|hectares?|ha\b)|{Square}))"
        + $@"|(?<pay>(?<word>月薪|月入|月工资|月收入|年入|年薪|年收入|薪资|薪水|薪酬|工资|salary|pay\b|paying)\D{{0,12}}?{Number}(?<wan>万|w\b|k\b|千)?\s*{Yuan}?(?:\s*(?:[/每一]|per|a)?\s*{Month})?)"
        + $@"|(?<pay2>{Number}(?:(?<wan>万|w|k|千)\s*{Yuan}?|{Yuan})\s*(?:[/每一]|per)?\s*{Month})"
        + $@"|(?<load>(?:(?:承重|荷载|荷重|承载|楼面|地面|load)\D{{0,8}}?{Number}(?:吨|t\b|t/m2|kn)?(?:/m2|/平米|/平方米|每平米|每平方米)?|{Number}(?:吨|t)\s*(?:/|每)\s*{Square}|{Number}(?:吨|t)\s*(?:的)?(?:承重|荷载)))"
        + $@"|(?<crane>(?:行车|行吊|吊车|天车|起重机|crane)\D{{0,4}}?{Number}(?:吨|t\b|tons?)|{Number}(?:吨|tons?|t)\s*(?:的)?(?:行车|行吊|吊车|天车|起重机|crane))"
        + $@"|(?<height>(?:层高|净高|高度|挑高|clear\s*height|height)\D{{0,6}}?{Number}(?:米|m\b)?|{Number}(?:米|m)\s*(?:层高|净高|挑高|clear\s*height))"
        + $@"|(?<power>{Before}{Number}(?:kva\b|千伏安))"
        + $@"|(?<near>{Number}(?:分钟|min(?:ute)?s?)\D{{0,10}}?(?<to>高铁|火车|rail|train|station|机场|airport)站?|(?<to>高铁|火车|机场|rail|train|station|airport)\D{{0,8}}?{Number}(?:分钟|min(?:ute)?s?)))\s*{Bound}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();

    [GeneratedRegex("以内|以下|不超过|至多|低于|under|below|at most|up to", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Limit();

    /// <param name="folded">At most a few hundred characters.</param>
    public static List<Quantity> In(string folded)
    {
        for (var first = true; ; first = false)
            try
            {
                return [.. Pattern().Matches(folded).Select(m => Read(m, folded)).OfType<Quantity>()];
            }
            catch (RegexMatchTimeoutException) when (first)
            {
                // The first use of all is also compiled within the time, which a busy machine makes too short.
            }
            catch (RegexMatchTimeoutException)
            {
                return []; // nothing that a person types takes this long
            }
    }

    private static Quantity? Read(Match match, string text)
    {
        if (Parse(match.Groups["n"].Value) is not { } number)
            return null;
        if (match.Groups["low"].Success && Parse(match.Groups["low"].Value) is { } low && low < number)
            number = (low + number) / 2;
        bool Has(string group) => match.Groups[group].Success;
        // "不超过" stands before the number, "以内" after it.
        var around = text[Math.Max(0, match.Index - 6)..Math.Min(text.Length, match.Index + match.Length + 4)];
        var limit = Limit().IsMatch(around);
        var (measure, value, atMost) = match switch
        {
            _ when Has("rent") => (Measure.Rent, number * (match.Groups["per"].Value is "天" or "日" or "day" ? DaysOfAMonth : 1), true),
            _ when Has("rent2") => (Measure.Rent, number * (match.Groups["per"].Value is "天" or "日" or "day" ? DaysOfAMonth : 1), true),
            _ when Has("area") => (Measure.Area, number * Times(match.Groups["big"].Value) * (Has("mu") ? Mu : Has("ha") ? 10_000m : 1), limit),
            _ when Has("pay") || Has("pay2") => (Measure.Pay, Monthly(number * Times(match.Groups["wan"].Value), match), limit),
            _ when Has("load") => (Measure.FloorLoad, match.Value.Contains("kn", StringComparison.Ordinal) ? number / 10 : number, limit),
            _ when Has("crane") => (Measure.Crane, number, limit),
            _ when Has("height") => (Measure.Height, number, limit),
            _ when Has("power") => (Measure.Power, number, limit),
            _ => (match.Groups["to"].Value is "机场" or "airport" ? Measure.AirportMinutes : Measure.RailMinutes, number, true),
        };
        return new Quantity(measure, value, atMost, match.Index, match.Length);
    }

    private static decimal? Parse(string written)
    {
        if (decimal.TryParse(written.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and <= 1_000_000_000m ? number : null;
        if (written == "半")
            return 0.5m;
        var (total, digit) = (0m, 0m);
        foreach (var c in written)
            switch (c)
            {
                case '十' or '百' or '千':
                    total += Math.Max(1, digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                    digit = 0;
                    break;
                default:
                    digit = Chinese.IndexOf(c, StringComparison.Ordinal) switch { 0 or 1 => 0, 2 => 1, 3 or 4 => 2, var place => place - 2 };
                    break;
            }
        return total + digit is > 0 and var value ? value : null;
    }

    private static decimal Monthly(decimal yuan, Match match) =>
        match.Groups["word"].Value.StartsWith('年') || match.Groups["time"].Value is "年" or "year" or "a year" or "per year" ? yuan / 12 : yuan;

    private static decimal Times(string word) => word.ToUpperInvariant() switch { "万" or "W" => 10_000m, "千" or "K" => 1_000m, _ => 1m };
}
