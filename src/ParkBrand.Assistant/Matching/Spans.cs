using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Spans of time that somebody tells of themselves: years that they worked, days that they can wait.</summary>
internal static partial class Spans
{
    private const int MostYears = 45, DaysOfAWeek = 7, Around = 10;
    private const string Number = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    [GeneratedRegex(
        $@"(?:干|做|搞|磨|玩|开|当|修|画|带|跑|从业|从事|工作)(?:了|过)?(?:有|快|将近)?(?<n>{Number})多?年|(?<n>{Number})(?:多?年|年以上)(?:的)?[^,;，。；]{{0,6}}(?:经验|工龄|老师傅)"
        + $@"|(?:本科|硕士|博士|大专)(?:毕业)?[,，]?(?:干|做|工作)?了?(?<n>{Number})年(?!级|前|后|内)"
        + @"|(?<none>没有?(?:相关|工作)?经验|无(?:工作)?经验|不(?:用|需要)?要?(?:求)?经验|零(?:基础|经验)|没上过班|(?:也|都|从)?没(?:怎么)?干过|刚毕业|应届|半年经验|no experience|without experience|fresh graduate)"
        + $@"|\b(?<n>{Number})\+?\s*(?:years?|yrs?)['’]?\s*(?:of\s+)?(?:work\s+)?(?:experience|in\s|on\s|as\s)|\b(?:worked|did)\b[^,.;]{{0,20}}?\b(?:for\s+)?(?<n>{Number})\s*(?:years?|yrs?)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Work();

    [GeneratedRegex(
        $@"(?<n>{Number})\s*个?(?<unit>天|日|周|星期)(?:以内|之内|内|左右|能|可以|就)|(?:within|in)\s+(?:a\s+)?(?<n>{Number})?\s*(?<unit>day|week)s?\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wait();

    [GeneratedRegex(
        @"(?<n>\d{1,4}|[一二两三四五六七八九十百]{1,5})(?:来|多|几|余)?(?:个|名|位|号|口)?(?:来|多)?(?:人(?!民|才|机|工|均|次|行|像|体)|员工|同事|伙伴|人员|职工|老师|研发|设计师|程序员|坐席|座席)|(?:员工|团队|人员|同事|人数|编制|坐席|座席)(?:有|大概|大约|约|一共|总共|差不多|共|就|是|规模|目前|现在)*(?<n>\d{1,4}|[一二两三四五六七八九十百]{1,5})(?:来|多|几)?(?:个|名|位|人|号)"
        + @"|\b(?<n>\d{1,4}|twenty|thirty|forty|fifty|sixty|hundred|ten|dozen)[ -](?:[a-z]+ )?(?:people|persons?|heads|staff|employees|colleagues|seats|desks|consultants|designers|engineers|developers|programmers)\b|\b(?:team|staff|crew|headcount|group) of (?:about |around |some |roughly |nearly )?(?<n>\d{1,4}|twenty|thirty|forty|fifty|sixty|hundred|ten|dozen)\b(?! ?(?:sqm|m2|square))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"工人|操作工|普工|师傅|倒班|\bworkers?\b|\boperators?\b|\bscientists?\b|\bchemists?\b|科学家|博士", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AtMachines();

    [GeneratedRegex(@"重|工件|单件|毛坯|铸件|一台|单台|heav|weigh", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Heavy();

    /// <summary>How many people are to sit there; null where that is not said, or where they stand at machines.</summary>
    public static int? People(string folded) => Counted().Match(folded) is { Success: true } match && !AtMachines().IsMatch(folded) && Count(match.Groups["n"].Value) is > 1 and var people ? people : null;

    private static int Count(string number) => number switch
    {
        "twenty" => 20, "thirty" => 30, "forty" => 40, "fifty" => 50, "sixty" => 60, "hundred" => 100, "dozen" => 12,
        _ when number.Split('百') is [var hundreds, var rest] => (Math.Max(1, Of(hundreds)) * 100) + Of(rest),
        _ => Of(number),
    };

    [GeneratedRegex(@"(?:一共|总共|(?<![公一总])共(?![享用同])|合计|总计|共计|加起来|加一起|合起来|共需|总面积|in total|altogether|all together|in all|total of)[^\d,;.\u3002\uff0c]{0,6}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Total();

    /// <summary>Whether what begins there is said of all together.</summary>
    public static bool IsTotal(string folded, int start) => Total().IsMatch(folded.AsSpan(0, start));

    /// <summary>Whether a weight is one of things.</summary>
    public static bool IsHeavy(string folded, int start, int end) => Heavy().IsMatch(folded.AsSpan(Math.Max(0, start - Around), Math.Min(folded.Length, end + 2) - Math.Max(0, start - Around)));

    /// <summary>Years; 0 for who has none.</summary>
    public static int? Worked(string folded) => Work().Match(folded) is not { Success: true } match ? null
        : match.Groups["none"].Success ? 0 : Of(match.Groups["n"].Value) is > 0 and <= MostYears and var years ? years : null;

    /// <summary>Days at most.</summary>
    public static int? Waited(string folded) => Wait().Match(folded) is not { Success: true } match ? null
        : (match.Groups["n"].Success ? Of(match.Groups["n"].Value) : 1) * (match.Groups["unit"].Value is "天" or "日" or "day" ? 1 : DaysOfAWeek);

    private static int Of(string number)
    {
        if (number.Length == 0)
            return 0;
        if (int.TryParse(number, CultureInfo.InvariantCulture, out var digits))
            return digits;
        if (Array.IndexOf(English, number) is >= 0 and var word)
            return word;
        number = number.Replace('两', '二');
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        int Digit(ReadOnlySpan<char> one) => one.Length == 0 ? 0 : Digits.IndexOf(one[^1], StringComparison.Ordinal);
        return ten < 0 ? Digit(number) : (Math.Max(1, Digit(number.AsSpan(0, ten))) * 10) + Digit(number.AsSpan(ten + 1));
    }
}
