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
        @"(?<load>承重(?:能力)?|承载力?|荷载|荷重|载荷|(?<![a-z])(?:floor\s*)?load(?:ing|s)?(?:[\s-]*(?:bearing|capacity))?(?![a-z])|(?<![a-z])floor\s+capacity(?![a-z])|(?<![a-z])cheng\s?zhong(?![a-z]))"
        + @"|(?<floor>楼板|楼面|地面|地坪|(?<![冲热模挤液气高低电油轧增加减按])压(?!机|铸|合|延|力|缩)|放得下|(?<![a-z])(?<!(?:ground|first|second|third|top|upper|lower|whole|open|single) )floors?(?! (?:hall|area|plan|space|unit|height))(?![a-z]))"
        + @"|(?<crane>(?:桥式)?起重机?(?:吊|行车)?|起吊(?:能力|重量)?|行车|天车|吊车|行吊|航吊|航车|桁车|桁吊|桥吊|龙门吊|天吊|能吊|要吊|吊装|葫芦|吊重|吨位(?=\s*(?:是|为|要|得|到|:)*\s*\d+(?!\s*[t吨\d.]))|吊具|吊钩|吊起?|(?<![a-z])(?:cranes?(?:\s+capacity)?|crain|(?:hallen|brucken)?kran)(?![a-z])|(?<![a-z])hoist(?:s|ing)?(?![a-z])|(?<![a-z])gantry(?![a-z])|(?<![a-z])hook(?=\s*(?:of|load|capacity|:)?\s*\d)|(?<![a-z])lift(?:ing)?(?![a-z])|(?<![a-z])hang\s?che(?![a-z]))"
        + @"|(?<rail>高铁站?|火车站?|昆山南站?|南站|车站|(?<![a-z])(?:high[\s-]?speed\s+)?rail(?:way)?(?:\s+station)?(?![a-z])|(?<![a-z])(?:bullet\s+|high[\s-]?speed\s+)?trains?(?:\s+station)?(?![a-z])|(?<![a-z])station(?![a-z])|(?<![a-z])hsr(?![a-z])|gaotie)"
        + @"|(?<airport>机场|虹桥(?:枢纽|机场)?|(?<![a-z])airport(?![a-z])|(?<![a-z])hongqiao(?![a-z])|(?<![a-z])jichang(?![a-z]))"
        + @"|(?<motorway>高速(?!铁|网|光|线|信|机|主|连|缆|电|传)(?:公路)?(?:出入口|入口|出口|口)?|(?<![a-z])motorway(?![a-z])|(?<![a-z])highway(?![a-z])|(?<![a-z])expressway(?![a-z])|(?<![a-z])freeway(?![a-z]))"
        + @"|(?<port>港口|太仓港|码头|(?<![a-z])(?:sea\s?)?port(?![a-z])|(?<![a-z])harbou?r(?![a-z]))"
        + @"|(?<height>层高|净高|净空|高度|挑[高空]|举架|梁[下底](?:净[空高])?|[楼顶内]高|钩下|内净|下弦|檐[高口]|起脊|(?<![a-z])clear\s*height(?![a-z])|(?<![a-z])(?<!(?:rent|rental|price|budget|cost) )c(?:eil|eill|iel|ell)ings?(?:\s*height)?(?![a-z])|(?<![a-z])height(?![a-z])|(?<![a-z])headroom(?![a-z])|(?<![a-z])eaves(?![a-z])|(?<![a-z])cenggao(?![a-z])|(?<![a-z])jinggao(?![a-z]))"
        + @"|(?<high>[码堆垒叠摞](?:[放货垛]|得)?[到至高]|(?<=货架[^,;，。；]{0,4})到|高(?!铁|速|新|校|企|分|薪|等|级|端|压|温|中|精|密|纯|层|科|性|频|强)|(?<![a-z])(?:under|to|below)\s+(?:the\s+)?(?:hook|beams?|ceiling|roof)(?![a-z])|(?<![a-z])clear(?:ance)?(?![a-z])|(?<![a-z])high(?:er)?(?![a-z])|(?<![a-z])tall(?:er)?(?![a-z]))"
        + @"|(?<power>用电(?:量|容量|负荷|总量)?|电力|配电|供电|变压器|专变|电容(?!器)量?|电量|装机|电流|电(?=\s*(?:[1-9]\d{2}|[一二两三四五六七八九]+[百千])|要|得|需|至少|不少|不低|大概|最少|最低|起码|总共|大约|不能)|(?<![a-z])power(?:\s*supply)?(?![a-z])|(?<![a-z])transformer(?![a-z])|(?<![a-z])electricity(?![a-z])|yongdian)"
        + @"|(?<water>废水|污水|处理能力|处理量|日处理|排水量?|日排(?:水量?|放量?|量)?|排污|(?<![a-z])waste\s*water(?![a-z])|(?<![a-z])effluent(?![a-z])|(?<![a-z])sewage(?![a-z]))"
        + @"|(?<area>面积|建面|(?<![a-z])size(?![a-z])|(?<![a-z])area(?![a-z])|(?<![a-z])floor\s*space(?![a-z]))"
        + @"|(?<rent>租金|月租金?|房租|租价|场租|日租金?|租费|租(?=\s*\d)|单价|价格|价钱|价位|预算|(?<![a-z])rent(?:al|s)?(?![a-z])(?!\s+an?\s)|(?<![a-z])budget(?![a-z])|(?<![a-z])price(?![a-z])|(?<![a-z])zujin(?![a-z])|(?<![a-z])stretch(?= to )|(?<![a-z])(?:dearer|pricier|costlier)(?= than \d)|(?<![a-z])afford(?![a-z]))"
        + @"|(?<pay>月薪|日薪|起薪|底薪|年包|总包|到手|税前|税后|月入|月工资|月收入|年薪|年入|年收入|薪资|薪水|薪酬|工资|待遇|能拿|(?<![a-z])package(?![a-z])|(?<![a-z])take[\s-]?home(?![a-z])|(?<![a-z])salary(?![a-z])|(?<![a-z])pay(?:s|ing)?(?![a-z])|(?<![a-z])wages?(?![a-z])|(?<![a-z])earn(?:ing)?(?![a-z])|(?<![a-z])(?:yue|nian)xin(?![a-z]))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
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

    [GeneratedRegex(@"厂房|车间|仓库|仓(?=\s*\d)|库房|办公|写字楼|实验室|研发楼|场地|房子|(?<![a-z])factory(?![a-z])|(?<![a-z])warehouse(?![a-z])|(?<![a-z])offices?(?![a-z])|(?<![a-z])lab(?:oratory)?(?![a-z])|(?<![a-z])workshop(?![a-z])|(?<![a-z])plant(?![a-z])|(?<![a-z])space(?![a-z])|changfang|bangong|shiyanshi|cangku", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    public static partial Regex Premises();

    [GeneratedRegex(@"岗|职位|招聘|求职|找工作|找活|(?<![a-z])jobs?(?![a-z])|(?<![a-z])positions?(?![a-z])|(?<![a-z])vacanc(?:y|ies)(?![a-z])|(?<![a-z])openings?(?![a-z])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    public static partial Regex Posts();
}
