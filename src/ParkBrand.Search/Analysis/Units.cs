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
    public const string Square = @"(?:平方米|平方公尺|坪方?米|平米|平方(?!公里|千米|英?尺|英寸|呎)|平(?!方|均|台|面|常|时|衡|整(?![层栋租个幢套间体]))|m2|m\^2|sqm|sm(?![a-z0-9])|qm(?![a-z])|mq(?![a-z])|sq\.?\s*m(?:et(?:er|re)s?|trs?|ts)?(?![a-z])|square[\s-]*met(?:re|er)s?|met(?:re|er)s?\s*squared?(?![a-z])|pingfangmi(?![a-z])|pingfang(?![a-z])|pingmi(?![a-z])|ping(?![a-z])|squares?(?![a-z])(?!\s*(?:f|k|mil|inch)))";
    private const decimal Mu = 666.6667m, Acre = 4046.856m, Foot = 0.092903m, LinearFoot = 0.3048m, Tsubo = 3.3058m, MinutesOfAnHour = 60m, MinutesOfAQuarter = 15m, Pound = 0.00045359m, PoundPerFoot = Pound / Foot;

    /// <summary>kVA of one ampere in three phases at 400 V.</summary>
    private const decimal Ampere = 0.6928m;

    private const string Per = @"\s*(?:/|每|per(?![a-z])|a(?![a-z])|一|an?\s)?\s*(?:个)?\s*";

    [GeneratedRegex(
        @"\G\s*(?:多|余|来|几|把|\+|or more |or less |or so |and more )?\s*-?\s*(?:个)?\s*(?:"
        + $@"(?<area>{Square})|(?<feet>平方英?尺|平方呎|平尺|呎|平方英呎|sq\.?\s*f(?:ee)?t(?![a-z])|square\s*f(?:ee|oo)t|ft2|sf(?:t)?(?![a-z]))|(?<mu>亩|mu(?![a-z]))|(?<ha>公顷|(?:an?\s+)?hectares?(?![a-z])|ha(?![a-z]))|(?<acre>(?:an?\s+)?acres?(?![a-z])|英亩)|(?<tsubo>坪|tsubo(?![a-z])|py[eu]?ong(?![a-z]))"
        + @"|(?<power>(?<mega>mva(?![a-z])|mw(?![a-z])|兆瓦|兆伏安|megawatts?(?![a-z]))|kva(?![a-z])|kav(?![a-z])|kw(?![a-z])|千伏安|千瓦(?!时)|kilowatts?(?![a-z])|(?<ampere>安培|安(?![全静装排亭置徽放心])|(?<=\d\d)a(?![a-z0-9])|amp(?:ere)?s?(?![a-z])))"
        + $@"|(?:(?<ton>公?吨级?|顿|to(?=\s*(?:crane|kran|hoist))|tonnes?(?![a-z])|tons?(?![a-z])|t(?![a-z0-9])|dun(?![a-z]))(?:(?<half>半)|(?<tail>[1-9一二三四五六七八九](?![\d平十百千万.]))(?!\s*(?:个?平|方|层|台|楼|吨|顿|米|块|条|号|t(?![a-z]))))?|(?<kilo>公斤|千克|kg(?![a-z])|kilos?(?![a-z]))|(?<kn>kn(?![a-z])|千牛)|(?<psf>psf(?![a-z])|(?:pounds?|lbs?)\.?\s*(?:/|per|an?(?=\s))\s*(?:sq\.?\s*f(?:ee)?t|square\s*f(?:oo|ee)t|ft2|sf)(?![a-z]))|(?<pound>(?<=\d\d\d\s?|thousand\s)(?:pounds|lbs?)(?![a-z])))(?<per>\s*(?:/|每|per|each|a|to (?:the|an?|one)|on (?:the|an?|each|every))\s*(?:个)?{Square})?"
        + @"|(?<length>(?<centi>(?<=[3-9]\d\d\s?|\d{4}\s?)(?:厘米|公分|cm(?![a-z])))|(?<milli>(?<=\d{4}\s?)(?:毫米|mm(?![a-z])))|(?<foot>ft(?![a-z0-9])|feet(?![a-z])|foot(?![a-z])|['\u2019\u2032](?![a-z0-9]))|米(?!长|宽|深|远)|公尺|mtrs?(?![a-z])|met(?:re|er)s?(?![a-z])(?!\s*(?:long|wide|deep))|m(?![a-z0-9])|mi(?![a-z]))(?:(?<half>半(?!径))|(?<tail>[1-9一二三四五六七八九](?![\d平十百千万.吨顿块条台层号]|\s*(?:t(?![a-z])|kva|kw))))?"
        + $@"|(?<money>(?<mao>毛钱?(?!坯|利|重|料|巾)|角(?!落|度))|元(?!旦|器|件|宇)|(?<!(?:在|到|聚|凑|跟|去)一)块钱?(?!地|板|料|区|儿)|快(?=钱|一平|/|每|以[内下]|封顶)|rmb(?![a-z])|yuan(?![a-z])|cny(?![a-z])|kuai(?![a-z]))(?<tail>[1-9一二三四五六七八九](?![\d平十百千万.天日月年个间台]))?(?:{Per}(?<per>{Square}))?(?:{Per}(?<time>天|日|月|年|day(?![a-z])|d(?![a-z])|month(?![a-z])|mo(?![a-z])|year(?![a-z])))?"
        + @"|(?<minutes>分[钟种]|钟(?!头|表|点|摆|罩)|分(?=内|以内|之内|车程|就|到|能)|minutes?(?![a-z])|mins?(?![a-z])|fenzhong(?![a-z]))|(?<quarter>刻钟?|quarters?\s+of\s+an\s+hour(?![a-z]))|(?<half>半)?(?<hour>小时|钟头|(?:an?\s+)?hours?(?![a-z])|h(?![a-z])|xiaoshi(?![a-z]))"
        + @"|(?<volume>立方米|立方|方(?!面|案|向|法|便|形|块|位|米|式)|m3|cubic\s*met(?:re|er)s?)"
        + @"|(?<count>(?:层(?!高)|楼|件|箱|f|度|级|期|次|天|年|月|日|号|岁|倍|点|名|位|人|口|家|台|栋|幢|座|条|辆|套|间|项|款|批|头|升|轴|英寸|寸|%|亿|折|成|毫|微|纳|分之|代|维|字|hz|mm|cm|km|nm|um|l(?![a-z])|g(?![a-z])|d(?![a-z])|st(?![a-z])|nd(?![a-z])|rd(?![a-z])|th(?![a-z])|%)|people(?![a-z])|persons?(?![a-z])|employees(?![a-z])|engineers(?![a-z])|staff(?![a-z])|years?(?![a-z])|days?(?![a-z])|weeks?(?![a-z])|months?(?![a-z])|floors?(?![a-z])|euros?(?![a-z])|percent(?![a-z])|个(?!平|吨|千|方)))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
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
            : Has("ton") || Has("kilo") || Has("kn") || Has("psf") || Has("pound") ? UnitKind.Weight : Has("minutes") || Has("hour") || Has("quarter") ? UnitKind.Minutes : UnitKind.Area;
        var factor = Has("feet") ? Foot : Has("foot") ? LinearFoot : Has("centi") ? 0.01m : Has("milli") ? 0.001m : Has("mu") ? Mu : Has("ha") ? 10_000m : Has("acre") ? Acre : Has("tsubo") ? Tsubo : Has("mega") ? 1000m : Has("ampere") ? Ampere : Has("kilo") ? 0.001m : Has("kn") ? 0.1m : Has("psf") ? PoundPerFoot : Has("pound") ? Pound
            : Has("mao") ? 0.1m : Has("quarter") ? MinutesOfAQuarter : Has("hour") ? MinutesOfAnHour : 1m;
        return new Unit(kind, factor, more, Has("per") || Has("kn") || Has("psf"), TimeOf(match.Groups["time"].Value) ?? (Has("mao") ? 'd' : null), match.Index + match.Length);
    }

    public static char? TimeOf(string word) => word switch { "天" or "日" or "day" or "d" or "daily" => 'd', "月" or "month" or "mo" or "monthly" => 'm', "年" or "year" or "annual" or "annually" or "yearly" or "annum" or "nian" => 'y', _ => null };
}
