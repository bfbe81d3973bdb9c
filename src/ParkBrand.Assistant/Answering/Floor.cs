using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Answering;

/// <summary>Floors by their numbers: "3 层", "三楼", "45th floor", "4F-6F". Below the ground is no number.</summary>
internal static partial class Floor
{
    private const int Below = int.MaxValue;
    private const string Digits = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

    /// <returns>The highest; 0 where none is named.</returns>
    public static int Asked(string folded) => Cellar().IsMatch(folded) ? Below : Highest(folded);

    public static int Highest(string folded) => Number().Matches(folded).Select(m => Value(m.Groups["n"].Value)).DefaultIfEmpty().Max();

    private static int Value(string number)
    {
        if (int.TryParse(number, CultureInfo.InvariantCulture, out var value))
            return value;
        var ten = number.IndexOf('\u5341');
        int Of(string digits) => digits.Length == 0 ? 0 : Math.Max(0, Digits.IndexOf(digits[^1]));
        return ten < 0 ? Of(number) : (ten == 0 ? 10 : Of(number[..ten]) * 10) + Of(number[(ten + 1)..]);
    }

    [GeneratedRegex(@"(?<n>[0-9]{1,3}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}) ?(?:\u5c42|\u697c|f\b|(?:st|nd|rd|th) floor)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\u5730\u4e0b[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d0-9]?[\u5c42\u5ba4]|\u8d1f[\u4e00\u4e8c\u4e090-9][\u5c42\u697c]|\bbasement\b|\bunderground\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cellar();
}
