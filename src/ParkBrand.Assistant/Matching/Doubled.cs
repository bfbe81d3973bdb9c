using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>A need that is said by what is refused: "without steam there is no use", "we can't do without gas", "what is lower than nine metres need not be sent". It is put as a need, since its words rule out what they ask for.</summary>
internal static partial class Doubled
{
    private const string Inside = "[^,;.!?\n\uff0c\u3002\uff1b\uff01\uff1f]";

    /// <summary>Who or what stands between, and that it will not do.</summary>
    private const string Filler = "(?:的话|的|我们?|咱们?|就|也|都|可|是|那|根本|完全|肯定|真|一律|统统|直接|生产|设备|产线|工人|客户|企业|公司){0,6}";
    private const string Refused = "(?:不行(?!业)|不(?:用|必|要)?(?:再)?(?:看|考虑|谈|租|推|发|去|选|给我?|来)|免(?:看|推|发)|不要(?!求|紧|太|超|高|低)|免谈|排除|剔除|出局|淘汰|别(?:再)?(?:给我)?(?:发|推|谈|看|考虑|提|介绍)|开不了|开不起来|没法(?!律)|做不了|干不了|跑不起来|转不起来|玩不转|进不了|进不去|落不了地|投不了产|白搭|不能(?:用|做|干|开工|生产|投产|接受)|接受不了|过不了|就?算了|免了)(?:开工|工|机|干|做|生产|投产|开|用|了|弄){0,3}" + Over;

    /// <summary>What is refused is the whole of it, not what would follow: "no waste water, not Qiandeng".</summary>
    private const string Over = "(?:给我|跟我|和我)?(?:看|推|发|说|谈|介绍|推荐){0,2}[了啦哈哦吧的呢]?(?=$|[,;.!?\\s\uff0c\u3002\uff1b\uff01\uff1f])";
    private const string Number = @"(?:[\d一二两三四五六七八九十百半])";

    /// <param name="goesOn">Whether something was asked for before: then what may be missing is withdrawn.</param>
    public static string Mend(string folded, bool goesOn) => Regexes().Skip(goesOn ? 1 : 0).Aggregate(folded, (text, pattern) => pattern.Of.Replace(text, pattern.By));

    private static IEnumerable<(Regex Of, string By)> Regexes() =>
        [(Spared(), "最好有"), (Handful(), "一${n}"), (Exact(), ""), (Late(), "${month}前"), (Later(), "最晚${month}"), (NotUnder(), "not less than "), (NotOver(), "not over "), (Outside(), "at most"), (Unless(), "必须${what}"), (Deal(), "must have ${what}"), (Short(), "至少${what}"), (Lacking(), "必须有"), (Never(), "必须有"), (Unable(), "必须${what}"), (Without(), "必须有${what}"), (English(), "must have"), (Idle(), "must have ${what},"), (Low(), "at least ${what}"), (High(), "at most ${what}")];

    /// <summary>"A thousand or so".</summary>
    [GeneratedRegex("(?<![一二两三四五六七八九十百千万几\\d])(?<n>[百千万])[把来](?=\\s*(?:平|方|㎡))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Handful();

    /// <summary>"There being none will do, too": it was a wish.</summary>
    [GeneratedRegex("[,\uff0c、]?(?:实在|真|要是|如果)?没有?的?话?也(?:行|可以|能?凑合|能?将就|没事|没关系|无所谓|不要紧|能接受|成(?!本|品))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spared();

    /// <summary>"Nothing but gas will do."</summary>
    [GeneratedRegex($"(?<![无除莫是不并])非(?:要|得|有)?(?<what>{Inside}{{1,10}}?)不(?:可(?!以)|行(?!业)|租|看|考虑)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unless();

    [GeneratedRegex(@"\bno (?<what>[a-z][a-z -]{2,30}?),? (?:then )?no (?:deal|contract|go|way|business|interest|thanks|lease|signing)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Deal();

    /// <summary>"Not one yuan more": only says again that it is the limit.</summary>
    [GeneratedRegex("[,\uff0c]? ?(?:and |but )?\\bnot (?:a|one|an?|a single) (?:yuan|rmb|cent|penny|fen|sqm|square met(?:re|er)|met(?:re|er)|tonne?|minute|day) (?:more|less|over|longer|later|higher)\\b|[,\uff0c]?(?:多?一)(?:分钱?|块钱?|毛钱?|平|米|吨|天|分钟)(?:都|也)?不(?:能|可以?|许|准|行|给|出|要)(?:再)?(?:多|少|加|超|出|晚|低)?(?:了)?(?=$|[,;.!?\\s\uff0c\u3002\uff1b])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Exact();

    private const string Month = "(?<month>(?:明年|来年|20\\d\\d年)?(?:1[0-2]|0?[1-9]|十一|十二|十|[一二三四五六七八九])月(?:份)?)";
    private const string TooLate = "(?:不行|不要|不看|不用看|不考虑|不谈|免谈|太晚|太迟|来不及|等不了|等不及|没用|没意义|就算了|算了|不用发|别发)";

    /// <summary>"What is only handed over from May on will not do."</summary>
    [GeneratedRegex($"(?:等|撑|拖|挨)不到(?:了)?{Month}|(?:要|得)?(?:等)?到?{Month}(?:以后|之后|后)?(?:才|再)(?:能|可以)?{Inside}{{0,6}}?的?(?:话)?(?:就|都|也|可)?{TooLate}|{Month}(?:以后|之后|后)的?(?:就|都|也|可)?{TooLate}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Late();

    [GeneratedRegex($"(?:晚于|迟于|晚过|过了|超过){Month}{Inside}{{0,6}}?(?:的)?(?:话)?(?:就|都|也|可)?{TooLate}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Later();

    /// <summary>"No halls lower than 8 metres", "nothing under 20".</summary>
    [GeneratedRegex(@"\b(?:(?:no|nothing|none|never) (?:(?!to|for|in|and|or|but)[a-z]+ ){0,2}?|(?:not|isn't|aren't|cannot|can't|don't) (?:(?:be|go|going|anything|any|accept|take|want) ){0,2}?)(?:lower|less|smaller|weaker|shorter|below|under|beneath)(?: than)? (?=\d)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NotUnder();

    [GeneratedRegex(@"\bat the outside\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(?:(?:no|nothing|none|never) (?:(?!to|for|in|and|or|but)[a-z]+ ){0,2}?|(?:not|isn't|aren't|cannot|can't|don't) (?:(?:be|go|going|anything|any|much|far|pay|paying|cost|costing|spend) ){0,2}?)(?:higher|more|over|above|beyond|pass|top|surpass|exceed|dearer|pricier|costlier|further|farther|longer|exceeding)(?: than)? (?=\d)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NotOver();

    /// <summary>"What is not nine metres high need not be sent."</summary>
    [GeneratedRegex($"(?:达不到|不够|不到|不足|没到|没有|够不上|没(?=[0-9]))(?<what>{Number}{Inside}{{0,8}}?){Filler}{Refused}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Short();

    /// <summary>"A canteen: there being none will not do."</summary>
    [GeneratedRegex($"(?<!有)没有?{Filler}{Refused}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lacking();

    /// <summary>"Where waste water can't be drained, we don't look."</summary>
    [GeneratedRegex($"不(?<what>[能可]以?{Inside}{{1,10}}?|是{Inside}{{1,8}}?){Filler}(?:[,\uff0c]?{Filler}){Refused}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unable();

    /// <summary>"Without steam we can't work."</summary>
    [GeneratedRegex($"(?:如果|要是|若|假如)?(?<!有)(?:没有?|不带|不配|缺了?|少了?|离开?了)(?<what>{Inside}{{1,12}}?){Filler}[,\uff0c]?{Filler}{Refused}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Without();

    [GeneratedRegex("不(?:能|可以?|得)(?:没有?|缺少?|少了?)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Never();

    private const string Futile = "(?:can(?:not|'?t| not)|impossible|no use|useless|no good|not possible|won't|will not|does(?:n't| not)|not work|no sense|is nothing)";

    [GeneratedRegex($@"\bwithout (?:an? |any |the )?(?<what>[a-z0-9 /-]{{3,25}}?),? (?=(?:we|it|our|the|i|is|there|this)\b)[^,.;]{{0,24}}?{Futile}(?: [a-z]+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Idle();

    private const string Unfit = "(?:is|are|would be|will be|does|do)(?: not|n't) (?:ok|okay|acceptable|good|enough|possible|suitable|fit|work|an option|considered|interesting|do)|(?:is|are|would be|will be) (?:no good|no use|useless|out|too (?:low|high|small|weak|little|expensive|much|dear)|excluded|unacceptable)|won't (?:do|work|fit)";

    [GeneratedRegex($@"\b(?:lower|less|smaller|weaker|fewer|below|under)(?: than)? (?<what>[\d.,]+ ?[^,;.!?]{{0,24}}?) (?:{Unfit})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Low();

    [GeneratedRegex($@"\b(?:higher|more|dearer|over|above|beyond)(?: than)? (?<what>[\d.,]+ ?[^,;.!?]{{0,24}}?) (?:{Unfit})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex High();

    [GeneratedRegex(@"\b(?:can(?:not|'?t| not)|could(?: not|n't)|won't|will not|unable to|not able to|impossible to|does(?:n't| not)|no use|useless|no good|pointless|not possible)(?: [a-z]+){0,3} without(?: an?| any| the| some)?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex English();
}
