using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Words that point at what was shown before, where a first question would look for something by them.</summary>
internal static partial class Pointing
{
    private const int LongestBare = 24;

    /// <summary>Cue for the one of those that were shown that has most or least of a property, with its name and "low" or "high".</summary>
    public const string Picked = "picked";

    /// <summary>"The park", once one was shown, is that one, and no park is looked for.</summary>
    public static List<Spot> In(string folded, List<Spot> spots)
    {
        foreach (Match place in Place().Matches(folded))
        {
            spots.RemoveAll(s => s.Start < place.Index + place.Length && place.Index < s.End && s.Meanings.All(m => m is { Name: "seek", Value: "park" }));
            spots.Add(new Spot(place.Index, place.Length, [new Meaning(MeaningKind.Cue, "there", "")]));
        }

        foreach (Match one in Quality().Matches(folded))
            if (!Which().IsMatch(folded.AsSpan(0, one.Index)))
            {
                spots.RemoveAll(s => one.Index <= s.Start && s.End <= one.Index + one.Length);
                spots.Add(new Spot(one.Index, one.Length, [new Meaning(MeaningKind.Cue, Picked, OfQuality(one.Groups["of"].Value, one.Groups["how"].Value))]));
            }

        // "The railway?" asks how far it is.
        if (BareWay().Match(folded) is { Success: true, Groups: var ways })
            return [new Spot(0, folded.Length, [new Meaning(MeaningKind.Property, "", NeedNames.Ways.First(w => ways[w].Success) + "Minutes")])];
        // "Phone" by itself asks for the number, and not for who makes them.
        if (folded.Length <= LongestBare)
            spots = [.. spots.Select(s => s.Is(MeaningKind.Property) && s.Is(MeaningKind.Trade) ? s with { Meanings = [.. s.Meanings.Where(m => m.Kind != MeaningKind.Trade)] } : s)];
        return [.. spots.OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    /// <summary>Whether one park is spoken of, where several may have been shown.</summary>
    public static bool IsAtOne(string folded) => One().IsMatch(folded);

    /// <summary>Without words like "the cheaper one", which ask for no price.</summary>
    public static string Unpicked(string folded) => Quality().Replace(folded, " ");

    /// <summary>The property that a quality is told by.</summary>
    private static string OfQuality(string of, string how) => of switch
    {
        "租金" or "价格" or "单价" or "房租" => how is "低" or "便宜" ? "rent low" : "rent high",
        "面积" => how == "小" ? "areaMax low" : "areaMax high",
        "层高" or "净高" => how == "低" ? "clearHeight low" : "clearHeight high",
        _ => how switch
        {
            "便宜" or "cheap" or "less expensive" or "least expensive" => "rent low",
            "贵" or "dear" or "pric" or "more expensive" or "most expensive" => "rent high",
            "小" or "small" => "areaMax low",
            "近" or "near" or "clos" => "railMinutes low",
            "远" => "railMinutes high",
            "高" or "tall" => "clearHeight high",
            "低" => "clearHeight low",
            _ => "areaMax high",
        },
    };

    [GeneratedRegex(@"(?<of>租金|价格|单价|房租|面积|层高|净高|(?:离|到)?高铁站?)?(?:最|比较|更|要)?(?<how>便宜|贵|低|大|小|近|远|高)(?:一点|点|一些|些)?的?[那这]一?[个家间栋块处套幢]|\bthe (?:(?<how>cheap|small|big|larg|near|clos|dear|pric|tall)(?:g?e?r|i?er|g?e?st|i?est)|(?<how>(?:more|most|less|least) expensive)) (?:one|park|place|space|unit|hall|lab|office|building|option|of (?:them|those|these|the (?:two|three)))\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quality();

    [GeneratedRegex(@"^(?:那么?|和|还有|and |the |what about |how about )*(?:离|到|去)?(?:(?<rail>高铁站?|火车站|(?:high-speed )?rail(?:way)?(?: station)?|train station)|(?<airport>机场|airport)|(?<motorway>高速口?|高速公路|motorway|highway)|(?<port>港口|太仓港|port))(?:呢|多远|怎么样)?[?？。.]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BareWay();

    // Then it is asked, not pointed at.
    [GeneratedRegex(@"哪|谁|\bwhich\b|\bis there\b|\bany\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Which();

    [GeneratedRegex(@"[那这该](?:个|家|座)?(?:园区?|产业园)|它(?!们)|[那这]家(?!都)|^园区(?!都)|\b(?:the|that|this) park\b|\bits?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex One();

    // At the start of a clause, or after a word that points: otherwise parks are spoken of, or the name of one.
    [GeneratedRegex(@"(?<=^|[,，。;；、?？!！\s]|请问|想问|问下|问一下|问问|再|还有|另外)(?:那么?|这)?(?:园区|园里|园内|园子)(?!都|有?哪|排名|推荐|[招里内]?商)|(?:人家|它们?家?|他们家?|这个?|那个?|这家|那家|该|此|这座|那座)的?(?:园区|园里|园子|产业园)|\b(?:the|this|that|their) (?:same )?park\b(?! (?:for|with|that|which|where|in|near|who|making|is the|is for|to|of|closest|nearest)\b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Place();
}
