using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Words that take something back: a need ("the crane can go", "steam we make ourselves"), the last change ("undo that"), or any choice ("either is fine").</summary>
internal static partial class Withdrawn
{
    /// <summary>Cues: the need before it goes, the last change goes, nothing needs to be chosen.</summary>
    public const string Removed = "removed", Undone = "undone", AllTheSame = "all the same";

    /// <param name="goesOn">Whether something was asked for before.</param>
    public static List<Spot> In(string folded, List<Spot> spots, bool goesOn)
    {
        foreach (Match own in Own().Matches(folded))
            Put(spots, own, Removed);
        if (goesOn)
        {
            foreach (Match behind in Behind().Matches(folded))
                Put(spots, behind, Removed);
            foreach (Match ahead in Ahead().Matches(folded))
                Put(spots, ahead.Groups["verb"], "unneeded");
            foreach (Match no in NoLonger().Matches(folded))
                Put(spots, no, "not");
            if (Undoes().Match(folded) is { Success: true } undo)
                Put(spots, undo, Undone);
            else if (Either().Match(folded) is { Success: true } either)
                Put(spots, either, AllTheSame);
        }

        return [.. spots.OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    private static void Put(List<Spot> spots, Capture words, string cue)
    {
        spots.RemoveAll(s => words.Index <= s.Start && s.End <= words.Index + words.Length);
        spots.Add(new Spot(words.Index, words.Length, [new Meaning(MeaningKind.Cue, cue, "")]));
    }

    [GeneratedRegex(@"(?:由|都|可以|也|我们|咱们|我方|公司){0,3}(?:自备|自供|自理|自行(?:解决|处理|配备|安装|供应)|自己(?:会|能|可以|来)?(?:解决|处理|烧|供|配|装|搞定|搞|发))(?:了|的)?|,? (?:which |that )?(?:we|i)(?:'ll| will| can| would)? (?:bring|supply|provide|generate|make|produce|handle|treat|install|raise|do)(?: (?:it|that|them|this))? (?:ourselves|myself|on our own|by ourselves|on site ourselves)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Own();

    private const string Named = "(?:[这那]|刚才那|刚加的)?一?[条项个点样块]?的?(?:要求|限制|条件|指标|限定|需求|上限|下限|门槛)?(?:[这那]一?[条项个点])?(?:我们?|就|可以|先|也|都|干脆|暂时|全|请|给我|帮我|直接|一并|还是){0,3}";

    [GeneratedRegex($@"{Named}(?:撤[掉了销回]|划[了去掉]|抹[掉了]|删[了去]|勾掉|剔掉|松开|松掉|解除|去除|拿走|取消掉|作废|不作数|不算数|不算(?!太|很|大|小|远|贵|高|低)|略[过去]|跳过|拉倒|不[看提谈设管卡](?:了|也行|也可以|限)|不用管|别管了|可以不看|忽略|当我?没[说提])[了吧啦掉]?"
        + @"|(?: (?:thing|bit|part|requirement|condition|limit))?(?: (?:is|are|has been|have been|can be|could be)|'s)(?: now)? (?:off the (?:table|list)|history|gone|dropped|scrapped|cancell?ed|withdrawn|removed|struck|out of the picture|(?:not|no) (?:any ?)?(?:more|longer) (?:necessary|needed|required|important|relevant))\b| off (?:the|our|my) (?:list|table)(?: of [a-z]+)?", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?:^|[,.;!?]\s*|\b(?:please|then|so|and|ok|okay|actually|you|let's|lets|just|we can|we could|we'll)\s+)(?<verb>drop|lose|ditch|remove|strike|cut out|cut|omit|exclude|delete|discard|scratch|take (?:out|away|off)|take(?= [a-z -]{3,30} (?:off|out)\b)|leave (?:out|off)|get rid of|(?:do|live|manage) without)\s(?!test|forg|it\b|that\b|off\b|in\b|down\b|to\b|by\b)|\b(?<verb>(?:have|bring|use|run|install)(?: already)?(?: got)? our own)\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"不(?:做|搞|弄|找|租|看)(?=(?:实验|办公|厂房|仓库|中试|写字楼|车间|库房|研发楼|地块))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NoLonger();

    private const string Last = "(?:刚才|刚刚|刚|上面?|前面?|之前|原来|原先|最初|最后|一开始)", Step = "(?:那|这|的|说的|加的|改的|提的|一|1)*(?:条|步|个|次|句|项|样|轮|版)?(?:的)?(?:修改|改动|条件|要求|状态|样子|方案|筛选|操作|话)?";

    [GeneratedRegex($@"^(?:请|麻烦|还是|帮我|把|算了|不了|抱歉|不好意思|[,，])*(?:(?:撤[销回]|取消|收回|退回|回退|还原|恢复|回到|退到|返回|回滚|去掉|删掉|不要)[到成为]?{Last}{Step}|{Last}{Step}(?:就)?(?:不算|作废|不作数|不要了|取消|撤[销回]|当我?没说|算了|收回|去掉|不加了|不改了)|当我?没[说提问]|不[改加]了|[改换]回[去来]|[还照按]{{1,2}}(?:是)?(?:原来|之前|前面|刚才)的?(?:样子?|条件|要求|方案)?(?:来|看|找)?|恢复原样)[了吧的去]*[。.!！]*$"
        + @"|^(?:(?:ok|okay|no|sorry|actually|please|hmm|can you|could you|oh),? )*(?:undo(?: (?:that|it|this|(?:the|my) last(?: [a-z]+)?))?|revert(?: (?:that|it|this|back))?(?: to (?:the )?(?:previous|last|earlier|original)(?: [a-z]+)?)?|(?:cancel|forget|scratch|strike|skip|take back) (?:that|what i (?:just )?said|(?:the|my) last(?: (?:one|bit|change|thing|condition|requirement|point))?)|(?:go|switch|change it|change|put it|set it) back(?: to (?:what (?:it was|we had)(?: before)?|(?:how|the way) it was(?: before)?|the (?:previous|earlier|last|original)(?: (?:one|search|list|requirements?|conditions?|settings?))?|before))?|as (?:it was )?before|leave it as it was)[.! ]*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Undoes();

    [GeneratedRegex(@"^(?:[都全](?:行|可以|好|成|ok|没问题|没关系)|随便|随意|无所谓|不挑|都无所谓|[哪怎][个么]都(?:行|可以)|没(?:有|什么|特别)*要求)[的啊吧呀了。.]*$|^(?:either|any|both|all|anything|whichever|whatever)(?: (?:of them|of those|of these|one|option))?(?: (?:is|are|will|would|works?|do|be|fine|ok|okay|good|alright))*(?: (?:for|with|by) (?:me|us))?[.! ]*$|^(?:i|we) (?:don't|do not) (?:mind|care)(?: which(?: one)?)?[.! ]*$|^no preference[.! ]*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Either();
}
