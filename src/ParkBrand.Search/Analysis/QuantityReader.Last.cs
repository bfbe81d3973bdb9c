using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <content>Of several numbers of one measure, those that are wanted.</content>
internal static partial class QuantityReader
{
    private const decimal MostTimes = 4;

    /// <summary>How far, in characters, what is listed stands apart.</summary>
    private const int Next = 8;

    /// <summary>"We had 1800 m2, now it has to be 4500"; "from 2 t up to 3 t": only what was said last is wanted.</summary>
    private static List<Quantity> Last(string folded, List<Quantity> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
            if (found[i] is { Measure: null, Unit: UnitKind.None, IsLimit: true } && found[i + 1] is { Measure: { } ends, IsLimit: true } && found[i].Value < found[i + 1].Value && found[i + 1].Value <= found[i].Value * MostTimes && Between(folded, found[i], found[i + 1]) is { Length: <= Next } between && !between.Any(Ends.Contains) && MeasureWords.In(between).Count == 0)
                found[i] = found[i] with { Measure = ends }; // "not below 400 and not above 500 m2"
        for (var i = 0; i + 1 < found.Count; i++)
            if (found[i].Measure is not null && found[i + 1] is { Measure: null } next && ((next.Unit == found[i].Unit && Changed().IsMatch(Between(folded, found[i], next))) || IsOfSame(folded, found[i], next) || IsListed(folded, found[i], next)))
                found[i + 1] = next with { Measure = found[i].Measure };
        return found.FindAll(q => q.Measure is null || !found.Exists(later => later.Measure == q.Measure && later.Start > q.Start && IsPast(folded, q, later)));
    }

    /// <summary>"Ideally 15 minutes, 20 are the limit": a limit that follows, of the same size and with no other word for what it measures.</summary>
    private static bool IsOfSame(string folded, Quantity earlier, Quantity next) => !(earlier.Measure == Measure.Area && next.AtMost) && (((next.IsLimit || next.IsLast) && (next.Unit == earlier.Unit || (next.Unit == UnitKind.None && (earlier.Unit is UnitKind.None or UnitKind.Money or UnitKind.Area || IsPast(folded, earlier, next)))) || (next.Unit == UnitKind.None && earlier.Unit != UnitKind.None && next.Value > earlier.Value && IsPast(folded, earlier, next)) || (next.Unit == earlier.Unit && next.Unit != UnitKind.None && IsPast(folded, earlier, next))))
        && next.Value >= earlier.Value / MostTimes && next.Value <= earlier.Value * MostTimes
        && Between(folded, earlier, next) is { Length: <= Far } between && MeasureWords.In(between).Count == 0;

    /// <summary>"A crane of 5 tonnes, one of 10": the same is meant as long as nothing else is named.</summary>
    private static bool IsListed(string folded, Quantity earlier, Quantity next) => next.Unit == earlier.Unit && next.Unit is UnitKind.Weight or UnitKind.Length && Between(folded, earlier, next) is { Length: <= Next } between
        && MeasureWords.In(between).Count == 0 && !OtherLength().IsMatch(between) && !OfThing().IsMatch(between) && !OfThing().IsMatch(folded[(next.Start + next.Length)..Math.Min(folded.Length, next.Start + next.Length + Next)]);

    private static string Between(string folded, Quantity earlier, Quantity later) => folded[Math.Min(earlier.Start + earlier.Length, later.Start)..later.Start];

    private static bool IsPast(string folded, Quantity earlier, Quantity later)
    {
        var between = Between(folded, earlier, later);
        if (Changed().IsMatch(between) || Little().IsMatch(between))
            return true;
        var sentence = earlier.Start;
        while (sentence > 0 && !SentenceEnds.Contains(folded[sentence - 1]))
            sentence--;
        var clause = folded.LastIndexOfAny([.. Ends], earlier.Start - 1 < 0 ? 0 : earlier.Start - 1) + 1;
        if (Short().IsMatch(folded.AsSpan(clause, Math.Max(0, earlier.Start - clause))) || Short().IsMatch(folded.AsSpan(earlier.Start, earlier.Length)) || (later.IsLimit && !earlier.IsLimit && OfThing().IsMatch(folded.AsSpan(clause, Math.Max(0, earlier.Start - clause)))))
            return true;
        if (Moved().IsMatch(between) && Past().IsMatch(folded.AsSpan(sentence, earlier.Start - sentence)))
            return true;
        return ((between.Any(Ends.Contains) || But().IsMatch(between)) && Past().IsMatch(folded.AsSpan(clause, Math.Max(0, earlier.Start - clause))))
            || (between.Any(SentenceEnds.Contains) && Past().IsMatch(folded.AsSpan(sentence, earlier.Start - sentence)));
    }

    [GeneratedRegex(@"^(?:左右|以上)?\s*(?:提|加|增|涨|升|降|减|缩|改|换|调|扩|变)(?:[高大小少低加整])?(?:到|至|成|为)|^(?:的?(?:厂房?|车间|仓库|办公室|地方|场地|房子|面积))?(?:已经|都|就|实在|根本|完全|肯定)*(?:不够|太小|小了|太挤|挤不下|装不下|放不下|坐不下)|^ ?(?:is |are |was )?(?:no longer enough|not enough|too (?:small|low|weak|little|tight))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Changed();

    /// <summary>What is said of an amount that does not do any more.</summary>
    [GeneratedRegex(@"不够(?!大家)|吊不动|带不动|拉不动|装不下|放不下|坐不下|挤不下|太[小大]了?|太低了?|太矮|吃不消|受不了|撑不住|转不开|满了|挤爆|涨价|\b(?:not enough|no longer enough|too (?:small|low|weak|little|tight)|cannot lift|can't lift|outgrown?|outgrew)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Little();

    [GeneratedRegex(@"搬|扩[到大建]|换(?:个|到|成|一)|新厂|新地方|新的|这回|这次|\b(?:here|now|move|moving|new|next)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Moved();

    /// <summary>How somebody says that there is too little of it.</summary>
    [GeneratedRegex(@"(?:才|只有|仅有?|\bonly|\bhalf of (?:an?|the)|\bpart of (?:an?|the))\s*(?:有|是)?\s*$|^(?:才|只有|仅有?|only)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Short();

    /// <summary>How large or heavy a thing is that shall stand there.</summary>
    [GeneratedRegex(@"机器|设备|机床|模具|货架|产品|工件|罐|塔|最[高重大]的|自重|本身|毛坯|\b(?:machines?|equipment|press(?:es)?|tools?|dies?|products?|parts?|moulds?|molds?|tanks?|vehicles?|pieces?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OfThing();

    [GeneratedRegex(@"\bbut\b|\band (?:now )?(?:want|need|require|look)|\bnow (?:we )?(?:want|need)|\bwe now\b|但是?|而是|不过", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex But();

    [GeneratedRegex(@"原先|原来|原本|原定|本来|之前|以前|去年|前年|上一个|上一处|上一家|上个厂|上家|现有|(?:现在|目前|如今)的?(?:只|才)?(?:租|用|有)|(?:现在|目前|如今|原)的?(?:厂房?|车间|仓库|办公室|场地|房子|地方|园区|[^,;，。；\d]{1,6}(?:是|有|才|只))|老厂|旧厂|老房子|老地方|老车间|老仓库|老园区|房东|租约|叉车|吴江|苏州(?!高铁|站|南|方向)|无锡|太仓(?!港)|常熟|上海(?!高铁|站|虹桥|方向|客户)|南京|杭州|宁波|深圳|东莞|嘉定|青浦|松江|\b(?:used to|formerly|originally|last year|currently|at present|so far|until now|at first|present|current|previous|forklifts?|existing|old|was|were|used up|outgr[eo]wn?|having)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Past();
}
