using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>What somebody says that they make, by the form of the sentence: also what no record has a word for.</summary>
internal static partial class Products
{
    public static IEnumerable<string> In(string folded, IReadOnlyList<Spot> spots)
    {
        foreach (Match match in Form().Matches(folded))
            if (match.Groups["what"] is var what && !spots.Any(s => s.Start < what.Index + what.Length && what.Index < s.End && (s.IsContent || s.IsTrade || s.IsCue("field") || s.IsCue(Uses.Cue))))
                yield return what.Value.Trim();
    }

    [GeneratedRegex(
        "(?:我们?|咱们?|公司|我司|本厂|工厂|一家|客户|老板|朋友)(?:主要|专门|专业|一直|现在)?(?:是)?(?:主要|专门|专业)?(?:做|生产|制造|搞)(?<what>[\u4e00-\u9fff]{2,8}?)的?(?=公司|企业|厂|团队|[,;.!?\uff0c\u3002\uff1b]|$)"
        + @"|\b(?:we|(?:company|firm|client|startup|start-up|team) (?:that|which)) (?:make|produce|manufacture|develop|design)s? (?<what>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?)(?=[,;.!?]|$| and (?:we |are |need|want|look)| (?:for|in|at) )",
        RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();
}
