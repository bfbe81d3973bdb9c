using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Spans of time that somebody tells of themselves: years that they worked, days that they can wait.</summary>
internal static partial class Spans
{
    private const int MostYears = 45, DaysOfAWeek = 7;
    private const string Number = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    [GeneratedRegex(
        $@"(?:干|做|搞|磨|玩|开|当|修|画|带|跑|从业|从事|工作)(?:了|过)?(?:有|快|将近)?(?<n>{Number})多?年|(?<n>{Number})(?:多?年|年以上)(?:的)?[^,;，。；]{{0,6}}(?:经验|工龄|老师傅)"
        + $@"|(?:本科|硕士|博士|大专)(?:毕业)?[,，]?(?:干|做|工作)?了?(?<n>{Number})年(?!级|前|后|内)"
        + @"|(?<none>没有?(?:相关|工作)?经验|无(?:工作)?经验|不要(?:求)?经验|零基础|没上过班|刚毕业|应届|半年经验|no experience|fresh graduate)"
        + $@"|\b(?<n>{Number})\+?\s*(?:years?|yrs?)['’]?\s*(?:of\s+)?(?:work\s+)?(?:experience|in\s|on\s|as\s)|\b(?:worked|did)\b[^,.;]{{0,20}}?\b(?:for\s+)?(?<n>{Number})\s*(?:years?|yrs?)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Work();

    [GeneratedRegex(
        $@"(?<n>{Number})\s*个?(?<unit>天|日|周|星期)(?:以内|之内|内|左右|能|可以|就)|(?:within|in)\s+(?:a\s+)?(?<n>{Number})?\s*(?<unit>day|week)s?\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wait();

    /// <summary>Years; 0 for who has none.</summary>
    public static int? Worked(string folded) => Work().Match(folded) is not { Success: true } match ? null
        : match.Groups["none"].Success ? 0 : Of(match.Groups["n"].Value) is > 0 and <= MostYears and var years ? years : null;

    /// <summary>Days at most.</summary>
    public static int? Waited(string folded) => Wait().Match(folded) is not { Success: true } match ? null
        : (match.Groups["n"].Success ? Of(match.Groups["n"].Value) : 1) * (match.Groups["unit"].Value is "天" or "日" or "day" ? 1 : DaysOfAWeek);

    private static int Of(string number)
    {
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
