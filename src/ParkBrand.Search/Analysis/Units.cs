using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>The unit after a number, and what it makes of the number.</summary>
/// <param name="Factor">To the unit of the measure.</param>
/// <param name="More">A decimal place that is said after the unit: 4米2.</param>
/// <param name="PerArea">By the square metre.</param>
/// <param name="Time">d, m or y where it is by time.</param>
/// <param name="Is">Kind; null for what is counted or told, not measured: people, floors, years.</param>
internal sealed partial record Unit(UnitKind? Is, decimal Factor, decimal More, bool PerArea, char? Time, int End)
{
    public const string Square = @"(?:平方米|平方公尺|坪米|平米|平方(?!公里|千米)|平(?!均|台|面|常|时|衡|整)|m2|m\^2|sqm|sq\.?\s*m(?:et(?:er|re)s?)?\b|square\s*met(?:re|er)s?|met(?:re|er)s?\s*squared?\b|pingfangmi\b|pingfang\b|pingmi\b|ping\b)";
    private const decimal Mu = 666.6667m, Acre = 4046.856m, Foot = 0.092903m, Tsubo = 3.3058m, MinutesOfAnHour = 60m, MinutesOfAQuarter = 15m;
    private const string Per = @"\s*(?:/|每|per\b|a\b|一|an?\s)?\s*(?:个)?\s*";

    [GeneratedRegex(
        @"\G\s*(?:多|余|来|几)?\s*-?\s*(?:个)?\s*(?:"
        + $@"(?<area>{Square})|(?<feet>sq\.?\s*f(?:ee)?t\b|square\s*f(?:ee|oo)t|ft2|sf\b)|(?<mu>亩|mu\b)|(?<ha>公顷|hectares?\b|ha\b)|(?<acre>acres?\b|英亩)|(?<tsubo>坪)"
        + @"|(?<power>(?<mega>mva\b|mw\b|兆瓦|兆伏安|megawatts?\b)|kva\b|kw\b|千伏安|千瓦(?!时)|kilowatts?\b)"
        + $@"|(?:(?<ton>吨级?|顿|tonnes?\b|tons?\b|t(?![a-z0-9])|dun\b)(?<half>半)?|(?<kilo>公斤|千克|kg\b|kilos?\b)|(?<kn>kn\b|千牛))(?<per>\s*(?:/|每|per|a)\s*(?:个)?{Square})?"
        + @"|(?<length>米(?!长|宽|深|远)|公尺|met(?:re|er)s?\b(?!\s*(?:long|wide|deep))|m(?![a-z0-9])|mi\b)(?<tail>[1-9一二三四五六七八九](?![\d平十百千万.]))?"
        + $@"|(?<money>(?<mao>毛钱?|角)|元|块钱?|rmb\b|yuan\b|cny\b|kuai\b)(?<tail>[1-9一二三四五六七八九](?![\d平十百千万.]))?(?:{Per}(?<per>{Square}))?(?:{Per}(?<time>天|日|月|年|day\b|d\b|month\b|mo\b|year\b))?"
        + @"|(?<minutes>分钟|分(?=内|以内|之内|车程|就|到|能)|minutes?\b|mins?\b|fenzhong\b)|(?<quarter>刻钟?)|(?<half>半)?(?<hour>小时|钟头|(?:an?\s+)?hours?\b|h\b|xiaoshi\b)"
        + @"|(?<volume>立方米|立方|方(?!面|案|向|法|便|形|块|位|米|式)|m3|cubic\s*met(?:re|er)s?)"
        + @"|(?<count>(?:层|楼|f|度|级|期|次|天|年|月|日|号|岁|倍|点|名|位|人|口|家|台|栋|幢|座|条|辆|套|间|项|款|批|头|升|轴|英寸|寸|%|亿|折|成|毫|微|纳|分之|代|维|字|hz|mm|cm|km|nm|um|l\b|g\b|d\b|st\b|nd\b|rd\b|th\b|%)|people\b|persons?\b|employees\b|engineers\b|staff\b|years?\b|days?\b|weeks?\b|months?\b|floors?\b|euros?\b|percent\b|个(?!平|吨|千|方)))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();

    /// <summary>Null where no unit follows.</summary>
    public static Unit? At(string folded, int end)
    {
        var match = Pattern().Match(folded, end);
        if (!match.Success)
            return null;
        bool Has(string group) => match.Groups[group].Success;
        var more = Has("tail") ? (Numeral.In(match.Groups["tail"].Value) is [var place] ? place.Value / 10 : 0) : Has("half") ? 0.5m : 0;
        UnitKind? kind = Has("count") ? null : Has("money") ? UnitKind.Money : Has("power") ? UnitKind.Power : Has("length") ? UnitKind.Length : Has("volume") ? UnitKind.Volume
            : Has("ton") || Has("kilo") || Has("kn") ? UnitKind.Weight : Has("minutes") || Has("hour") || Has("quarter") ? UnitKind.Minutes : UnitKind.Area;
        var factor = Has("feet") ? Foot : Has("mu") ? Mu : Has("ha") ? 10_000m : Has("acre") ? Acre : Has("tsubo") ? Tsubo : Has("mega") ? 1000m : Has("kilo") ? 0.001m : Has("kn") ? 0.1m
            : Has("mao") ? 0.1m : Has("quarter") ? MinutesOfAQuarter : Has("hour") ? MinutesOfAnHour : 1m;
        return new Unit(kind, factor, more, Has("per") || Has("kn"), TimeOf(match.Groups["time"].Value) ?? (Has("mao") ? 'd' : null), match.Index + match.Length);
    }

    public static char? TimeOf(string word) => word switch { "天" or "日" or "day" or "d" => 'd', "月" or "month" or "mo" => 'm', "年" or "year" => 'y', _ => null };
}
