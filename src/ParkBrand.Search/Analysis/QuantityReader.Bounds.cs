using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <content>Words that make a number a limit: at least, at most, not one more.</content>
internal static partial class QuantityReader
{
    [GeneratedRegex(@"(?:(?<most>不(?:要|能|可|得)(?:再)?过|(?:最多|顶多|至多|最高)(?:只)?(?:能)?(?:出|给|开|付|掏|接受)到?|不(?:要|能|可|得|许|准)?(?:再)?(?:超过?|超出|高[于过]|大于|多[于过]|贵[于过])|最大(?:不(?:能|要)?超过?)?|上限(?:是|为)?|不(?:能|可|要|得|许|准)?(?:突)?破|(?:压|控制|卡)[到在]|能(?:出|给|付|接受|承受)(?:得起)?到|封顶|撑死|别(?:超过?|高[于过]|多[于过]|贵过|过)|至多|最多|最高|低于|小于|少于|矮于|短于|轻于|弱于|(?<!不)超(?=\s*$)|<=?|≤|\b(?:(?:can|could|would|will|able to) (?:pay|afford|spend|go(?: up)? to)(?: up to)?|at most|up to|no more than|not? more(?: than)?|not exceed|less the[na]|fewer than|cheaper than|not over|not exceed(?:ing)?|no (?:further|farther|longer|higher|greater|larger) than|not (?:further|farther|longer) than|(?:lower|smaller) than|under|below|bellow|within|less|(?:cap|ceiling|limit|maximum) of|(?<=(?:rent|rental|price|budget|cost) )ceiling|capped at|max(?:imum)?(?: of)?"
        + @"|(?:(?:ca|wo|(?:does|do|must|should|could|would|is|are))n[\u0027\u2019]?t|(?:does|do|must|should|may|can|could|would|will|shall|is|are) not|cannot|not to|never)(?: to)? (?:exceed|surpass|cost (?:over|above|more than)|go (?:over|above|beyond|past)|be (?:over|above|beyond|(?:more|higher|greater|longer|further|farther|larger|dearer|pricier) than))|(?:nothing|no|not) (?:pricier|dearer|costlier|more expensive|above|beyond)(?: than)?|beyond|at or (?:below|under)|(?:stays?|keeps?|is|be) south of|inferior to)(?: of)?)|(?<least>"
        + @"(?:(?:ca|wo|(?:does|do|must|should|could|would|is|are))n[\u0027\u2019]?t|(?:(?:does|do|must|should|may|can|could|would|will|shall|is|are) )?not|cannot|never)(?: to)?(?: be| go)? (?:lower than|less than|smaller than|shorter than|weaker than|under|below)|superior to|in excess of|upwards of|at or above|最小|最低|怎么也?(?:得|要)|打底|下限(?:是|为)?|不(?:要|能|可|得)?(?:低于|小于|少于|短于)|不下于|至少|最少|起码|超过|高于|大于|多于|>=?|≥|\b(?:at least|no less than|no smaller than|no lower than|no fewer than|not less than|more than|over|above|from|min(?:imum)?(?: of)?))|大概|大约|差不多|约|要|得|需要?|是|为|在|有|够|达到?|:|=|¥|￥|\b(?:rmb|cny)|\b(?:must|should|shall|needs?|may|can|about|around|roughly|approximately|approx\.?|some|of|is|be|are|as|with|maybe|between|than|to|in|out))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before();

    private const string NoNumber = @"(?!\s*[\d一二两三四五六七八九十])", Ours = "(?:是|为|就是)?(?:我们?的?|咱们?的?|绝对|最后的?|唯一的?|死|硬)*";

    [GeneratedRegex($@"\G(?:\s*(?:a|per|/|每|一)\s*(?:month|月|㎡|m2|sqm|平米?)(?![a-z]))*\s*(?:多|余|来)?\s*(?:(?<most>以内|之内|以里|内|以下|之下|一下|封顶|为限|打住|or (?:under|below|cheaper)\b|(?<last>{Ours}(?:天花板|红线|极限|上限{NoNumber}|顶天)|\bat the (?:very |absolute )?most\b|(?:is |as )?(?:our |my |the |an )(?:absolute |hard |very )?(?:(?:ceiling|cap|limit)\b(?! height)|max(?:imum)?\b(?= (?:we|i|that|for)\b)))|(?:\b|(?<=\d))(?:or less|max(?:imum)?(?=\s*(?:[,.;)\n]|$))|at most(?!\s*\d)|tops|or fewer|at the (?:outside|maximum)|or closer|as (?:an? |the |our )?(?:absolute |hard )?(?:max(?:imum)?|ceiling|limit|cap))\b)|(?<least>以上|之上|往上|朝上|向上|开外|起步|起(?![重吊升])|打底|(?<last>(?=也(?:行|可以?|能|成|够|勉强|凑合)|都(?:行|可以))|(?= (?:is|are|would be|will be) (?:still |also |just )?(?:acceptable|ok|okay|enough|fine)\b)|{Ours}(?:下限{NoNumber}|底线|死线|最低(?:要求|标准|限度|线)|最小要求|起码的?要求)|\bat the (?:very |absolute )?least\b|(?:is |as |at )?(?:our |my |the |an? )?(?:absolute |bare )?minimum\b)|\b(?:or (?:more|better|higher|larger|bigger|greater|over|above)|plus(?=\s*(?:[,.;)\n]|$|and\b))|min(?:imum)?(?=\s*(?:[,.;)\n]|$))|at least(?!\s*\d)|and above|and up|upwards)\b|\+)|左右|上下|出头|光景|冒头|\b(?:or so)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex After();

    /// <summary>Words by which somebody says that it is the last that will do.</summary>
    private static readonly string[] LastWords = ["\u81f3\u5c11", "\u6700\u5c11", "\u6700\u4f4e", "\u6700\u591a", "\u6700\u9ad8", "\u8d77\u7801", "\u9876\u591a", "\u6491\u6b7b", "\u5c01\u9876", "least", "most", "minimum", "maximum"],
        NeededWords = ["\u8981", "\u5f97", "\u9700", "must", "should", "shall", "need"];

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? $", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MonthBefore();

    /// <summary>"Two transformers of 1250".</summary>
    [GeneratedRegex(@"[\u4e8c\u4e24\u4e09\u56db2-4](?=\s*(?:\u53f0|x|\u00d7|\*)\s*$)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Several();
}
