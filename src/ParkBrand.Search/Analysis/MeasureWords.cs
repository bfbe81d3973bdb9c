using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>A word that says what a number near it measures.</summary>
/// <param name="Strong">Whether it says so of a number without a unit, too.</param>
internal readonly record struct MeasureWord(Measure Measure, bool Strong, int Start, int End);

internal static partial class MeasureWords
{
    private static readonly (string Group, Measure Measure, bool Strong)[] Groups =
    [
        ("load", Measure.FloorLoad, true), ("floor", Measure.FloorLoad, false), ("crane", Measure.Crane, true), ("height", Measure.Height, true), ("high", Measure.Height, false), ("power", Measure.Power, true), ("water", Measure.WasteWater, false),
        ("area", Measure.Area, true), ("rent", Measure.Rent, true), ("pay", Measure.Pay, true), ("rail", Measure.RailMinutes, false), ("airport", Measure.AirportMinutes, false), ("motorway", Measure.MotorwayMinutes, false), ("port", Measure.PortMinutes, false),
    ];

    [GeneratedRegex(
        @"(?<load>承重(?:能力)?|承载力?|荷载|荷重|载荷|\b(?:floor\s*)?load(?:ing|s)?(?:[\s-]*(?:bearing|capacity))?\b|\bfloor\s+capacity\b|\bcheng\s?zhong\b)"
        + @"|(?<floor>楼板|楼面|地面|地坪|压(?!机|铸|合|延|力|缩)|放得下|\bfloors?\b)"
        + @"|(?<crane>(?:桥式)?起重机?(?:吊|行车)?|起吊(?:能力|重量)?|行车|天车|吊车|行吊|航吊|航车|桁车|桁吊|桥吊|龙门吊|天吊|能吊|要吊|吊装|吊重|吊具|吊钩|吊起?|\bcranes?(?:\s+capacity)?\b|\bhoists?\b|\bgantry\b|\blift(?:ing)?\b|\bhang\s?che\b)"
        + @"|(?<rail>高铁站?|火车站?|昆山南站?|南站|车站|\b(?:high[\s-]?speed\s+)?rail(?:way)?(?:\s+station)?\b|\b(?:bullet\s+)?trains?(?:\s+station)?\b|\bstation\b|gaotie)"
        + @"|(?<airport>机场|虹桥(?:枢纽|机场)?|\bairport\b|\bhongqiao\b|\bjichang\b)"
        + @"|(?<motorway>高速(?!铁|网|光|线|信|机|主|连|缆|电|传)(?:公路)?(?:出入口|入口|出口|口)?|\bmotorway\b|\bhighway\b|\bexpressway\b|\bfreeway\b)"
        + @"|(?<port>港口|太仓港|码头|\b(?:sea\s?)?port\b|\bharbou?r\b)"
        + @"|(?<height>层高|净高|净空|高度|挑高|举架|梁下(?:净空)?|楼高|\bclear\s*height\b|\bceilings?(?:\s*height)?\b|\bheight\b|\bheadroom\b|\bcenggao\b|\bjinggao\b)"
        + @"|(?<high>高(?!铁|速|新|校|企|分|薪|等|级|端|压|温|中|精|密|纯|层|科|性|频|强)|\bunder\s+the\s+hook\b|\bclear(?:ance)?\b|\bhigh\b|\btall\b)"
        + @"|(?<power>用电(?:量|容量|负荷|总量)?|电力|配电|供电|变压器|电容量|电量|电(?=要|得|需|至少|不少|不低|大概)|\bpower(?:\s*supply)?\b|\btransformer\b|\belectricity\b|yongdian)"
        + @"|(?<water>废水|污水|排水量?|日排|排污|\bwaste\s*water\b|\beffluent\b|\bsewage\b)"
        + @"|(?<area>面积|建面|\bsize\b|\barea\b|\bfloor\s*space\b)"
        + @"|(?<rent>租金|月租金?|房租|租价|场租|日租金?|租费|单价|预算|\brent(?:al|s)?\b(?!\s+an?\s)|\bbudget\b|\bzujin\b)"
        + @"|(?<pay>月薪|月入|月工资|月收入|年薪|年入|年收入|薪资|薪水|薪酬|工资|待遇|能拿|\bsalary\b|\bpay(?:s|ing)?\b|\bwages?\b|\bearn(?:ing)?\b|\byuexin\b)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();

    public static List<MeasureWord> In(string folded)
    {
        var found = new List<MeasureWord>();
        foreach (Match match in Pattern().Matches(folded))
            foreach (var (group, measure, strong) in Groups)
                if (match.Groups[group].Success)
                    found.Add(new MeasureWord(measure, strong, match.Index, match.Index + match.Length));
        return found;
    }

    [GeneratedRegex(@"厂房|车间|仓库|库房|办公|写字楼|实验室|研发楼|场地|房子|\bfactory\b|\bwarehouse\b|\boffices?\b|\blab(?:oratory)?\b|\bworkshop\b|\bplant\b|\bspace\b|changfang|bangong|shiyanshi|cangku", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex Premises();
}
