using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>What a number with its unit measures.</summary>
public enum Measure
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

    /// <summary>Minutes by car to the motorway.</summary>
    MotorwayMinutes,

    /// <summary>Minutes by car to the sea port.</summary>
    PortMinutes,

    /// <summary>m³ of waste water a day.</summary>
    WasteWater,
}

/// <summary>A number that somebody asks for, in the unit of the measure, and where it stands in the (folded) text.</summary>
/// <param name="AtMost">Whether less is wanted: rents and distances, or whatever is said to be the limit.</param>
public sealed partial record Quantity(Measure Measure, decimal Value, bool AtMost, int Start, int Length)
{
    private const decimal Mu = 666.6667m, Foot = 0.092903m, DaysOfAMonth = 30m;

    // Folded text: half width, lower case, simplified; the square of m² has become a 2.
    private static readonly System.Buffers.SearchValues<char> Numerals = System.Buffers.SearchValues.Create("0123456789半" + Chinese);
    private const string Chinese = "零〇一二两三四五六七八九十百千";

    // A range counts by its middle; numbers may be written out.
    private const string Number = $@"(?:(?<low>\d[\d,]*(?:\.\d+)?|[{Chinese}半]+)\s*(?:万|千|k|w)?\s*(?:-|–|—|~|至|到)\s*)?(?<n>\d[\d,]*(?:\.\d+)?|[{Chinese}半]+)\s*(?:多|余|来)?\s*";
    private const string Square = @"(?:平方米|平方公尺|平米|平方|平|m2|m\^2|sqm|sq\.?\s*m|square\s*met(?:re|er)s?|(?<feet>sq\.?\s*f(?:ee)?t|square\s*f(?:ee|oo)t))";
    // Up to the number, not across what separates.
    private const string Near = @"[^\d,.;，。；、\n]";
    private const string Minutes = @"(?:分钟|min(?:ute)?s?|(?<hours>个?小时|hours?))";
    private const string To = @"(?<to>高铁|火车|昆山南|rail|train|station|机场|虹桥|airport|hongqiao|高速|motorway|highway|expressway|港口|太仓港|码头|sea\s?port|\bport)";
    private const string Bound = @"(?:以上|以内|之内|内|以下|起步|起|左右|上下|or more|or less|\+)?";
    private const string Before = @"(?:不超过|不低于|不少于|至少|至多|最多|大于|小于|低于|高于|超过|up to|at least|at most|over|above|under|below|from)?\s*";

    private const string Yuan = @"(?:元|块钱|块|rmb|yuan|cny)", Month = @"(?<time>年|月|month|year|a month|a year|per month|per year)";

    [GeneratedRegex(
        $@"(?:(?<rent>{Before}{Number}{Yuan}?\s*(?:[/每]|per|a)?\s*{Square}\s*(?:[/每]|per|a)?\s*(?<per>天|日|月|day|month))"
        + $@"|(?<rent2>(?:租金|房租|租价|场租|rent){Near}{{0,12}}?{Number}(?!\s*(?:个月|平|天|年|楼|层|号|栋)){Yuan}?(?:\s*(?:[/每]|per|a)?\s*{Square})?(?:\s*(?:[/每]|per|a)?\s*(?<per>天|日|月|day|month))?)"
        + $@"|(?<area>{Before}{Number}(?<big>万|千|k)?\s*(?:(?<mu>亩|mu\b)|(?<ha>公顷|hectares?|ha\b)|{Square}))"
        + $@"|(?<pay>(?<word>月薪|月入|月工资|月收入|一个月能?拿|每个?月能?拿|年入|年薪|年收入|薪资|薪水|薪酬|工资|salary|pay\b|paying){Near}{{0,12}}?{Number}(?<wan>万|w\b|k\b|千)?(?<tail>[一二三四五六七八九1-9](?![0-9.]))?\s*{Yuan}?(?:\s*(?:[/每一]|per|a)?\s*{Month})?)"
        + $@"|(?<pay2>{Number}(?:(?<wan>万|w|k|千)\s*{Yuan}?|{Yuan})\s*(?:[/每一]|per)?\s*{Month})"
        + $@"|(?<load>(?:(?:(?:承重|荷载|荷重|承载|楼面|地面){Near}{{0,8}}?|load(?:ing)?\W{{0,3}}(?:of|is|at least|over|above)?\s*){Number}(?<weight>吨|t\b|t/m2|kn|千牛|公斤|kg)?(?:/m2|/平米|/平方米|每平米|每平方米)?|{Number}(?<weight>吨|tons?|tonnes?|t|kn|千牛|公斤|kg)\s*(?:/|每|per)\s*(?:{Square}|m2)|{Number}(?:吨|t)\s*(?:的)?(?:承重|荷载)))"
        + $@"|(?<crane>(?:行车|起吊|能吊|吊重|吊装|行吊|吊车|天车|起重机|crane)\D{{0,4}}?{Number}(?:吨|t\b|tons?)|{Number}-?(?:吨级?|tons?|tonnes?|t)\s*(?:的)?(?:行车|行吊|吊车|天车|起重机|crane))"
        + $@"|(?<height>(?:层高|净高|高度|挑高|clear\s*height|height){Near}{{0,6}}?{Number}(?:米|m\b)?|{Number}(?:met(?:re|er)s?|米|m)\s*(?:以上|以下)?的?\s*(?:under the hook|层高|净高|挑高|高|clear|high|tall|headroom))"
        + $@"|(?<power>{Before}{Number}(?<big>万|k)?\s*(?:kva\b|kw\b|千伏安|千瓦))"
        + $@"|(?<water>{Number}(?<big>万)?\s*(?:吨|立方米|立方|方|tons?|m3|cubic met(?:re|er)s?)\s*(?:/\s*day|a day|per day|/\s*d\b|/\s*天|每天|一天)?\s*(?:of|的)?\s*(?:waste\s*water|effluent|废水|污水)|(?:排水|废水|污水|排污|waste\s*water|effluent){Near}{{0,10}}?{Number}(?<big>万)?\s*(?:吨|立方米|立方|方|t\b|tons?|m3|cubic met(?:re|er)s?)(?!\s*/\s*m2))"
        + $@"|(?<area>(?<=(?:面积|厂房|车间|仓库|办公室|写字楼|实验室){Near}{{0,3}}?){Number}(?<big>万|千|k)?(?!\s*(?:元|块|年|月|吨|米|个|家|号|楼|层|栋|k|t|kva|千|分|点|\d|/|以)))"
        + $@"|(?<near>{Number}{Minutes}[^\d,.;，。；]{{0,24}}?{To}站?|{To}[^\d,.;，。；]{{0,8}}?{Number}{Minutes}))\s*{Bound}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();

    [GeneratedRegex("以内|以下|不超过|至多|低于|under|below|at most|up to", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Limit();

    /// <param name="folded">At most a few hundred characters.</param>
    public static List<Quantity> In(string folded)
    {
        if (!folded.AsSpan().ContainsAny(Numerals))
            return []; // most of what is asked has no number

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
            _ when Has("area") => (Measure.Area, number * Times(match.Groups["big"].Value) * (Has("mu") ? Mu : Has("ha") ? 10_000m : Has("feet") ? Foot : 1), limit),
            _ when Has("pay") || Has("pay2") => (Measure.Pay, Monthly((number + Tail(match)) * Times(match.Groups["wan"].Value), match), limit),
            _ when Has("load") => (Measure.FloorLoad, match.Groups["weight"].Value switch { "kn" or "千牛" => number / 10, "公斤" or "kg" => number / 1000, _ => number }, limit),
            _ when Has("crane") => (Measure.Crane, number, limit),
            _ when Has("height") => (Measure.Height, number, limit),
            _ when Has("water") => (Measure.WasteWater, number * Times(match.Groups["big"].Value), limit),
            _ when Has("power") => (Measure.Power, number * Times(match.Groups["big"].Value), limit),
            _ => (Way(match.Groups["to"].Value), number * (Has("hours") ? 60 : 1), true),
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
                    var next = Chinese.IndexOf(c, StringComparison.Ordinal) switch { 0 or 1 => 0m, 2 => 1, 3 or 4 => 2, var place => place - 2 };
                    // "两三千" is somewhere between.
                    digit = digit > 0 && next == digit + 1 ? digit + 0.5m : next;
                    break;
            }
        return total + digit is > 0 and var value ? value : null;
    }

    private static Measure Way(string to) => to switch
    {
        "机场" or "虹桥" or "airport" or "hongqiao" => Measure.AirportMinutes,
        "高速" or "motorway" or "highway" or "expressway" => Measure.MotorwayMinutes,
        "港口" or "太仓港" or "码头" => Measure.PortMinutes,
        _ when to.EndsWith("port", StringComparison.Ordinal) => Measure.PortMinutes,
        _ => Measure.RailMinutes,
    };

    /// <summary>"一万五": what follows the ten thousand is a tenth of it.</summary>
    private static decimal Tail(Match match) => match.Groups["tail"].Success && match.Groups["wan"].Value is "万" or "千" && Parse(match.Groups["tail"].Value) is { } tail ? tail / 10 : 0;

    private static decimal Monthly(decimal yuan, Match match) =>
        match.Groups["word"].Value.StartsWith('年') || match.Groups["time"].Value is "年" or "year" or "a year" or "per year" ? yuan / 12 : yuan;

    private static decimal Times(string word) => word.ToUpperInvariant() switch { "万" or "W" => 10_000m, "千" or "K" => 1_000m, _ => 1m };
}
