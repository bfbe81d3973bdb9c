using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;

namespace ParkBrand.Assistant.Answering;

/// <summary>A question points at what was said before, where nothing was: what is meant is asked back.</summary>
internal static partial class BackStep
{
    private const int Longest = 24, LongestLatin = 60, MostSaid = 6;

    public static AnswerStatus? Answer(Turn turn)
    {
        var asked = turn.Asked;
        if (turn.GoesOn || turn.Sifted is not null || turn.StatesAmount || turn.Does(Acts.Promise) || turn.Does(Acts.Forecast) || turn.Parks.Count > 0 || (asked.Trades.Count > 0 && asked.Asked.Count == 0) || turn.Folded.Length > (turn.Culture == 0 ? Longest : LongestLatin) || !Points().IsMatch(turn.Folded)
            || turn.Unsaid([]).Length > (turn.Culture == 0 ? MostSaid : MostSaid * 3) || asked.Wanted.Count(w => !turn.IsBare(w)) > 1 || NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, []).Count > 0)
            return null;
        turn.Draft.Say("clarify.topic");
        LimitStep.Examples(turn);
        return AnswerStatus.Clarify;
    }

    [GeneratedRegex(@"\u521a\u624d|\u521a\u521a|(?:\u4e0a\u6b21|\u4e4b\u524d|\u524d\u9762|\u5148\u524d)(?:\u90a3|\u8bf4|\u63d0|\u7684|\u53d1|\u95ee)|(?:\u8ddf|\u548c|\u540c)(?:\u4e0a\u6b21|\u4e4b\u524d|\u521a\u624d|\u524d\u9762)|^(?:\u90a3(?:\u4e2a|\u5bb6|\u8fb9|\u91cc|\u513f|\u95f4|\u680b)|\u5b83\u4eec?|\u4ed6\u4eec|\u8fd9(?:\u4e2a|\u5bb6|\u95f4|\u680b))(?![\u4e48\u6837\u4e9b])|\u53e6\u4e00?\u4e2a|\u53e6\u5916(?:\u4e00\u4e2a|\u90a3\u4e2a)|^\u6362\u4e00?\u4e2a|^(?:\u518d|\u4e5f)?\u540c\u6837|^(?:\u4f60|\u60a8)?\u61c2\u6211|\u4e0a\u56de|^\u521a(?:\u8bf4|\u95ee|\u63d0)|^\u90a3.{1,4}\u8fd8|^\u8fd9\u8fb9\u5462|^\u518d(?:\u4fbf\u5b9c|\u5927|\u5c0f|\u8fd1|\u597d|\u9ad8|\u4f4e|\u8fdc)|^(?:\u6750\u6599|\u8d44\u6599|\u8868\u683c?|\u8d39\u7528|\u94b1|\u62bc\u91d1|\u5408\u540c)(?:\u600e\u4e48|\u5728\u54ea|\u53bb\u54ea|\u5f80\u54ea|\u4ec0\u4e48\u65f6\u5019)[\u91cc\u513f]?(?:\u4ea4|\u586b|\u4ed8|\u9000|\u7b7e|\u9886|\u62ff)|^[0-9a-z\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}(?:\u53f7|\u680b|\u5ea7|\u671f)(?:\u697c|\u4ed3|\u5e93|\u680b|\u68da|\u5382\u623f)?[^,]{0,5}[\u5417\u6ca1\u4e48\u4e0d\u5462]$|^\u90a3?\u7b2c[\u4e8c\u4e09\u56db]\u4e2a?|^(?:\u6761\u4ef6|\u8981\u6c42|\u6d41\u7a0b|\u6750\u6599|\u624b\u7eed|\u671f\u9650|\u540d\u989d|\u6807\u51c6|\u95e8\u69db)(?:\u662f|\u6709|\u8981|\u90fd)?(?:\u4ec0\u4e48|\u5565|\u54ea\u4e9b|\u591a\u5c11|\u600e\u4e48\u6837|\u9ad8\u5417)?$|^(?:\u8fd8)?(?:\u80fd|\u53ef\u4ee5)\u518d?(?:\u7533\u8bf7|\u62a5|\u529e|\u79df|\u8fdb)[\u5417\u4e0d\u4e48]?$|\b(?:the other|(?:last|previous) (?:one|time)|you (?:just )?(?:mentioned|said|told)|repeat (?:that|it|the)|same (?:as|requirements?|conditions?)|explain that|(?:of|in|at|for|to|about|from) (?:that|this) (?:park|one|company|place))\b(?! (?:which|that|where|with))|^(?:please )?tell me more$|^how does (?:this|it) work$|^(?:do|does|did|are|have|has) they\b|^(?:and |but |so |what about |how about |is |does |can |how (?:much|far|big|long) (?:is |does |are )?)*(?:it|that one|this one|that|they|those)\b(?! (?:true|possible|legal|ok|allowed|right|necessary|going|raining|snowing))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Points();
}
