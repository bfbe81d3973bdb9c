using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>What is said in short, or taken back within one sentence, is put as the rest of the reading knows it: "water and gas both out", "8.5 high", "60 mu? No, 45 mu".</summary>
internal static partial class Shorthand
{
    public static string Mend(string folded) => Rules().Aggregate(folded, (text, rule) => rule.Of.Replace(text, rule.By));

    private static IEnumerable<(Regex Of, string By)> Rules() =>
        [(BothOut(), "废水废气"), (GasOut(), "排废气"), (WaterOut(), "排废水"), (High(), "净高${n}米"), (Square(), "平"), (Store(), "仓库"), (Stock(), "仓库"), (NoOther(), ""), (AfterAll(), "必须${what}"), (AfterAllEnglish(), "must have ${what}"), (Instead(), ""), (Ceiling(), "at most ${what}"), (Over(), "不超过${what}"), (Under(), "至少${what}")];

    /// <summary>What water and gas must both do is to leave.</summary>
    [GeneratedRegex("(?<!蒸|供|用)水[和跟与加、,，]?气(?:两样|两个|两头)?(?=(?:全|都|均|也)?(?:要|得|能|可以|需要?|必须)*(?:都)?排)|排水(?:和|跟|、|又|也|加)?排气(?!扇|量)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BothOut();

    [GeneratedRegex("(?<=[能要得可以也又水,，、]|^)走气(?!氛|质|场)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex GasOut();

    [GeneratedRegex("(?<=[能要得可以也又,，、]|^)走水(?!路|平|运|管|电|泥|线)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WaterOut();

    /// <summary>A number of metres that only "high" tells.</summary>
    [GeneratedRegex(@"(?<![\d./-]|\d,|高)(?<n>[3-9](?:\.\d)?|1\d(?:\.\d)?|2[0-5])(?:个)?高(?=$|[,;。；，、 \n]|的(?!新|铁|速))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex High();

    /// <summary>A square metre that is typed as the larger measure of Taiwan, which has no second character.</summary>
    [GeneratedRegex(@"(?<=[\d一二三四五六七八九十百千万两] ?)坪(?=[方米])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Square();

    private const string Amount = @"(?=\s?(?:\d|[一二两三四五六七八九十百千几]+[百千万十]))";

    /// <summary>A store for something, before its size or at the end: samples, props.</summary>
    [GeneratedRegex($@"(?<=[一-龥]{{2}})(?<![太清满开平爆仓库])仓(?:{Amount}|(?=$|[,;。；，、\s]))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Store();

    [GeneratedRegex($"(?<=[一-龥]{{2}})(?<![仓车机水国数宝书金冰弹]|[据停识码题词才案]|立体|高位|货架|危化)库{Amount}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Stock();

    /// <summary>"No other town, only": what follows is the one.</summary>
    [GeneratedRegex("(?:别的|其[他它余])(?:镇|区镇?|地方|乡镇)?(?:都|一律|一概|我|我们)*(?:不去|不考虑|不要|不看|免谈|不行|不想去|去不了)[,，]?(?=(?:我|我们)?(?:只|就|非))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NoOther();

    /// <summary>"Ideally with a nursery – no, it has to be."</summary>
    [GeneratedRegex("(?:最好|尽量|希望)(?:是|能)?(?<what>[^,;.。；，!?！？\n—-]{2,16})(?:——|--|—|[,，]) ?(?:哦|啊|呃|嗯|等等)?(?:不|错了|不对|改一?下|更正)(?:[,，])? ?(?:应该|得)?是?(?:必须|一定|硬性)(?:的|要有?|有|得有)?(?:条件|要求)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AfterAll();

    [GeneratedRegex(@"\b(?:ideally|preferably|maybe|hopefully) (?:with |has |have )?(?:an? )?(?<what>[a-z][a-z -]{2,30}?)(?:,| -|;|\.) ?(?:actually |sorry,? |wait,? )?no,? (?:it's |it is |that's |that is |make (?:it|that) |it has to be )?(?:an? )?(?:must|required|essential|mandatory|necessary)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AfterAllEnglish();

    /// <summary>An amount that is put right by another of the same unit at once.</summary>
    [GeneratedRegex(@"(?<![\d.])\d[\d,.]*\s?(?<unit>平方米|平方|平|亩|吨|米|kva|千伏安|块|元|分钟)(?:[?？]|[,，])?\s?(?:哦|啊|呃)?(?:不|不对|不是|错了|说错了|打错了|写错了)[,，]?\s?(?:是|应该是|要)?(?=\d[\d,.]*\s?\k<unit>)|(?<![\d.])\d[\d,.]* ?(?<unit>mu|sqm|sq m|m2|square met(?:re|er)s|tonnes?|tons?|met(?:re|er)s|kva|yuan|minutes|m|t)(?: of [a-z]+)?\?? ?(?:-|,|\.)? ?(?:no|sorry|wait|rather|make that|i mean|scratch that)[,.]? (?:make (?:it|that) |i mean )?(?=\d[\d,.]* ?\k<unit>\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Instead();

    /// <summary>"35 yuan is our ceiling" is no ceiling of a hall.</summary>
    [GeneratedRegex(@"(?<what>\d[\d,.]*(?: ?(?:yuan|rmb|cny))?(?:[ /](?:a|per|each)?[a-z0-9 /]{0,24}?)?) (?:is|as|being) (?:really )?(?:our|my|the|an?) (?:absolute |upper |hard |price |budget )?(?:ceiling|limit|max(?:imum)?|cap|top)\b(?! height)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ceiling();

    private const string Left = "(?:的)?(?:话)?(?:就|都|一律|一概|统统|我们?)*(?:不(?:用|必)?(?:看|要|考虑|谈|租|推|发)|免谈|免看|别推|别发|排除|算了|出局)(?=$|[,;.!?。，；！？\\s了])";
    private const string Number = "(?<what>[\\d一二三四五六七八九十两][^,;。，；！？!?]{0,8}?)";

    /// <summary>"What is over 50 we don't look at."</summary>
    [GeneratedRegex($"(?<![不没])(?:超过|高于|贵过|贵于|大于|多于){Number}(?:以上)?{Left}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Over();

    [GeneratedRegex($"(?<![不没])(?:低于|少于|小于|矮于|低过){Number}(?:以下)?{Left}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Under();
}
