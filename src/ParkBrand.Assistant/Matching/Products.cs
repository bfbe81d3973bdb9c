using System.Text.RegularExpressions;
using ParkBrand.Assistant.Answering;

namespace ParkBrand.Assistant.Matching;

/// <summary>What somebody says that they make, by the form of the sentence: also what no record has a word for.</summary>
internal static partial class Products
{
    private static readonly Phrases<string> Wares = Phrases<string>.Of(Cues.Wares);

    /// <summary>Things of everyday life that are made, with the word that parks have for the trade: who makes lipstick looks for cosmetics.</summary>
    public static IEnumerable<(string Trade, int Start, int Length)> Known(string folded, IReadOnlyList<Spot> spots) =>
        Wares.In(folded).Concat(spots.SelectMany(s => s.Meanings.Where(m => m.Kind == MeaningKind.Alias).Take(1).Select(m => (Meaning: m.Value, s.Start, s.Length))))
            .Where(w => Making().IsMatch(folded.AsSpan(0, w.Start)) || (Maker().IsMatch(folded.AsSpan(w.Start + w.Length)) && !(w.Start > 0 && "打拧修卖送买".Contains(folded[w.Start - 1], StringComparison.Ordinal))));

    public static IEnumerable<string> In(string folded, IReadOnlyList<Spot> spots)
    {
        foreach (Match match in Form().Matches(folded))
            if (match.Groups["what"] is var what && !spots.Any(s => s.Start < what.Index + what.Length && what.Index < s.End && (s.IsContent || s.IsTrade || s.IsCue("field") || s.IsCue(Uses.Cue))))
                yield return what.Value.Trim();
    }

    [GeneratedRegex(
        "(?<![不没别])(?:做|生产|制造|加工|研发|开发|设计|组装|装配|经营|主营|销售|出口|卖|搞|产品是|产品有|产品为)[\u4e00-\u9fff]{0,4}$"
        + @"|(?<!not |n't )\b(?:mak|produc|manufactur|develop|design|assembl|sell|bak|bottl|brew)(?:e|es|s|ing)? (?:[a-z-]+ ){0,2}$",
        RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Making();

    [GeneratedRegex(
        "^[\u4e00-\u9fff]{0,2}(?:厂(?!房)|工厂|公司|企业|团队|工作室|加工|生产|制造|研发|产线|生产线|代工|品牌)"
        + @"|^s? (?:maker|manufacturer|producer|factory|plant|production|manufacturing|making|company|business|studio|brand|start-?up)\b",
        RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Maker();

    [GeneratedRegex(
        "(?:我们?|咱们?|公司|我司|本厂|工厂|一家|客户|老板|朋友)(?:主要|专门|专业|一直|现在)?(?:是)?(?:主要|专门|专业)?(?:做|生产|制造|搞)(?<what>[\u4e00-\u9fff]{2,8}?)的?(?=公司|企业|厂|团队|[,;.!?\uff0c\u3002\uff1b]|$)"
        + "|(?:园区?|家)(?:是)?在(?:做|生产|制造)(?<what>[\u4e00-\u9fff]{2,8}?)的?(?=[,;.!?\uff0c\u3002\uff1b]|$)"
        + "|(?:^|[,;.!?\uff0c\u3002\uff1b])(?:我是|本人|想|打算|准备)?(?:做|生产|制造)(?!进口|出口|[得好起不])(?<what>[\u4e00-\u9fff]{2,8}?)的(?=[,;.!?\uff0c\u3002\uff1b]|$)"
        + @"|\b(?:we|(?:company|firm|client|startup|start-up|team) (?:that|which)) (?:make|produce|manufacture|develop|design)s? (?<what>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}?)(?=[,;.!?]|$| and (?:we |are |need|want|look)| (?:for|in|at) )",
        RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Form();
}
