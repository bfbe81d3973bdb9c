using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Numbers typed by sound, and units typed with a character that sounds alike: "yiqian wubai pingfangmi", "3000\u74f6".</summary>
internal static partial class SpelledNumbers
{
    private static readonly Dictionary<string, char> Syllables = new(StringComparer.Ordinal)
    {
        ["yi"] = '\u4e00', ["er"] = '\u4e8c', ["liang"] = '\u4e24', ["san"] = '\u4e09', ["si"] = '\u56db', ["wu"] = '\u4e94', ["liu"] = '\u516d', ["qi"] = '\u4e03', ["ba"] = '\u516b', ["jiu"] = '\u4e5d',
        ["shi"] = '\u5341', ["bai"] = '\u767e', ["qian"] = '\u5343', ["wan"] = '\u4e07', ["ling"] = '\u96f6', ["ban"] = '\u534a',
    };

    public static string Mend(string folded) => Clean().Replace(Quarter().Replace(Abbreviated().Replace(Spelled(folded), ""), "15 minutes"), m => "class " + Classes[string.Concat(m.Groups["n"].Value.Where(char.IsAsciiLetterOrDigit))]);

    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["100000"] = "100,000", ["hundredthousand"] = "100,000", ["10000"] = "10,000", ["tenthousand"] = "10,000", ["1000"] = "1,000", ["onethousand"] = "1,000", ["thousand"] = "1,000",
    };

    /// <summary>"Quarter of an hour", without the article before it.</summary>
    [GeneratedRegex(@"(?<!\ba |\ban |three )\bquarter of an hour\b")]
    private static partial Regex Quarter();

    private const string Of = @"(?<n>10{3,5}|100?[ ,]000|1,000|(?:hundred|ten|one)?[ -]?thousand)";

    /// <summary>Classes of clean rooms as they are translated: "10,000 grade purification", "hundred-thousand-level clean".</summary>
    [GeneratedRegex($@"(?<![a-z0-9,.])(?:clean(?:liness|ness)?|purification|purity|dust[ -]free)(?: room)? (?:level|grade|class)(?: of)? {Of}(?![\d,]\d| ?(?:sqm|m2|square|rmb|yuan))|(?<![a-z0-9,.])(?:clean(?:liness|ness)?|purification|purity|dust[ -]free)(?: room)?,? {Of}[ -]?(?:level|grade|class)(?![a-z])|(?<![a-z0-9,.]){Of}[ -]?(?:level|grade|class)(?: of)? (?:clean(?:liness|ness|ing)?|purification|purified|purify|dust[ -]free)(?: room)?(?![a-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Clean();

    /// <summary>The point of an abbreviation, which ends no sentence.</summary>
    [GeneratedRegex(@"(?<=\b(?:dev|min|max|approx|incl|excl|ca|dept|tel))\.(?= ?[a-z0-9])")]
    private static partial Regex Abbreviated();

    private static string Spelled(string folded) =>
        Sounds().Replace(Said().Replace(folded, m => string.Concat(Syllable().Matches(m.Value).Select(s => Syllables[s.Value])) + " "), m => m.Value[..^1] + (m.Value[^1] == '\u96c6' ? '\u7ea7' : '\u5e73'));

    private const string Digit = "(?:liang|ling|qian|san|liu|jiu|shi|bai|wan|ban|yi|er|si|wu|qi|ba)";

    // Only before a unit: by themselves most of these are words of their own.
    [GeneratedRegex($@"(?<![a-z])(?:{Digit}\s?)+(?<=[a-z])\s?(?=(?:pingfangmi|pingfang|pingmi|ping|mi|dun|yuan|kuai|mu|fenzhong|kva|yinei|yishang|zuoyou|yixia)(?![a-z]))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Said();

    [GeneratedRegex(Digit)]
    private static partial Regex Syllable();

    // Behind a number: bottles, judgements and apples for square metres, a collection for a class of clean rooms.
    [GeneratedRegex(@"(?<=\d{2}|[\u767e\u5343\u4e07])(?:[\u74f6\u8bc4\u82f9\u51ed\u5c4f](?=$|[,\uff0c\u3002;\uff1b \u7684\u5de6\u4ee5\u5382\u4ed3\u529e]))|(?<=[\u767e\u5343\u4e07])\u96c6(?=$|[,\uff0c\u3002;\uff1b \u7684\u6d01\u51c0])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Sounds();
}
