using System.Text.RegularExpressions;
using ParkBrand.Assistant.Answering;

namespace ParkBrand.Assistant.Matching;

/// <summary>Whether somebody tells what they do for a living, in everyday words, and looks for such work: "I drive a forklift, anybody?"</summary>
internal static partial class Work
{
    private const int Ends = 6, Begins = 2;
    private static readonly Phrases<string> Done = Phrases<string>.Of(Cues.Work);

    public static bool IsTold(string folded)
    {
        if (IsOfOthers(folded))
            return false;
        var done = Done.In(folded).Where(d => !Not().IsMatch(folded[..d.Start])).ToList();
        return done.Count > 0 && (Sought().IsMatch(folded) || done.Exists(d => d.Start <= Begins && d.Start + d.Length < folded.Length && Clause.Ends.Contains(folded[d.Start + d.Length])) || done.Exists(d => Doer().IsMatch(folded.AsSpan(d.Start + d.Length, Math.Min(Ends, folded.Length - d.Start - d.Length)))));
    }

    /// <summary>Whether a company tells what it does or needs, or somebody wants it done here and now.</summary>
    public static bool IsOfOthers(string folded) => Other().IsMatch(folded);

    /// <summary>A text without what is done for a living; a break stands for each.</summary>
    public static string Without(string folded) => Done.In(folded).Aggregate(folded, (left, d) => left.Remove(d.Start, d.Length).Insert(d.Start, new string('\n', d.Length)));

    // Somebody who does it: "who runs a lathe".
    [GeneratedRegex(@"^[^,;.?!\uff0c\uff1b\u3002\uff1f\uff01\s]{0,2}\u7684(?![\u5730\u573a\u623f\u8f66\u4ed3\u9879\u516c])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Doer();

    // Looks for work, or tells of a degree, years, a certificate.
    [GeneratedRegex(@"\u62db|\u8981\u4eba|\u8981\u4e0d\u8981|\u7f3a\u4eba|\u6709\u6d3b|\u6d3b\u513f?[\u5417\u4e48]|\u5c97|\u5de5\u4f5c|\u4e0a\u73ed|\u7ecf\u9a8c|\u5b66\u5f92|\u5305\u4f4f|\u5305\u5403|\u672c\u79d1|\u5927\u4e13|\u7855\u58eb|\u4e2d\u4e13|\u9ad8\u4e2d|\u521d\u4e2d|\u5b66\u5386|\u6bd5\u4e1a|[\u4e00-\u9fff0-9]\u5e74\u4e86?|\u8bc1|\u9a7e\u7167|\u5e08\u5085|\u6708\u85aa|\u85aa|\u5de5\u8d44|\u5b66\u8bbe\u8ba1|\u60f3\u627e|\bopenings?\b|\bjobs?\b|\bany work\b|\bfor a living\b|\bhir(?:e|es|ing)\b|\bbachelor|\bmaster|\bexperience\b|\bvacanc|\bnative speaker\b|\bdiploma\b|\bcertificate\b|\bcollege\b|\bi can\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Sought();

    // A company that tells what it does or needs, or somebody who wants it done here and now.
    [GeneratedRegex(@"\u6211\u4eec|\u54b1\u4eec?|\u516c\u53f8|\u4f01\u4e1a|\u5e73\u7c73?|\u5730\u65b9|\u573a\u5730|\u5382\u623f|\u529e\u516c\u5ba4|\u8f66\u95f4|\u5e2e\u6211|\u5e2e\u5fd9|\u6559\u6211|\u7ed9\u6211|\u8bf7\u4f60|\u600e\u4e48|\u4f60\u4f1a|\u4f60\u80fd|\bwe\b|\bour\b|\bhelp me\b|\bteach\b|\bhow (?:to|do)\b|\bcan you\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?:\u4e0d|\u522b|\bnot?)[^,;\uff0c\uff1b\u3002]{0,2}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Not();
}
