using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>A district where somebody says that they will not go, or that it will not do: "I won't commute to Huaqiao", "Huaqiao is no option".</summary>
internal static partial class Shunned
{
    public static List<Spot> In(string folded, List<Spot> spots)
    {
        foreach (var district in spots.Where(s => s.Is(MeaningKind.District)).ToList())
            if (Before().Match(folded[..district.Start]) is { Success: true } before)
                Add(spots, before.Index, before.Length, "not");
            else if (Besides().IsMatch(folded[..district.Start]) || (Away().IsMatch(folded, district.End)))
                spots.Add(new Spot(district.Start, 0, [new Meaning(MeaningKind.Cue, "unneeded", "")]));
            else if (After().Match(folded, district.End) is { Success: true } after)
                Add(spots, after.Index, after.Length, "ruled out");
            else if ((Elsewhere().Match(folded, district.End) is { Success: true } left ? left : Another().Match(folded, district.End)) is { Success: true, Groups: var groups })
            {
                Add(spots, district.End, 0, "ruled out");
                spots.RemoveAll(s => s.Start < groups["else"].Index + groups["else"].Length && groups["else"].Index < s.End && s.IsCue("dropped"));
            }
        return [.. spots.OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    private static void Add(List<Spot> spots, int start, int length, string cue)
    {
        spots.RemoveAll(s => s.Start < start + length && start < s.End && !s.Is(MeaningKind.District));
        spots.Add(new Spot(start, length, [new Meaning(MeaningKind.Cue, cue, "")]));
    }

    // What is done there is one of a few words, so that "can't pay more in Huaqiao" is nothing of the kind.
    [GeneratedRegex(
        @"(?:\b(?:(?:won't|wont|can't|cannot|can not|wouldn't|would not|will not|would never|will never|never|refuse to|unwilling to|not willing to|unable to|not able to|don't(?! you| we| they)|do not(?! you| we| they)|not keen on|no interest in|tired of|hate)(?: (?:want|like|wish|commute|commuting|travel|travelling|go|going|get|getting|move|moving|drive|driving|work|working|be|live|living|relocate|come|ride|settle|send|sent|put|offer|suggest|recommend|show|include|consider|look|end|up|us|me|to|at|in|into|out|on|over|near|around|every|day|daily|all|the|way|as|far|anything|jobs?|places?|offices?|parks?)){0,7}"
        + @"|(?:skip|skipping|ruling out|rule out|ruled out|rejected|discarded|crossed off|leave out|leaving out|exclude|excluding|bar|barring|minus|anything but))\s+"
        + @"|(?:去不了|不去|不想去|不愿意?去|不乐意去|懒得去|没法去|不方便去|到不了|不想到|不考虑去|别给我?安排|别安排|(?<![无除莫是不并])非))$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"\G(?: (?:just|simply|really|also|town|area))*(?:(?: (?:won't|wont|will not|doesn't|does not|would not|wouldn't|isn't|is not|can't|cannot|ain't)(?: really)?(?: be)? (?:an? |the |for us |quite )?(?:work|do|suit|fit|option|good|possible|feasible|suitable|convenient|acceptable|practical|near enough|close enough|for us|for me)\b)"
        + @"|(?: is|'s)(?: really| simply| just| way| much| far)* (?:off the table|out of the question|out of reach|excluded|impossible|too far|too remote|too distant|no good|no option|not an option|a no-go|a no|no use|nothing for (?:us|me)|ruled out)\b| (?:not possible|not ok|not okay|not good|not wanted|impossible|no way|no go|no thanks|excluded)\b)"
        + @"|\G(?:那边|那里|那儿|镇|实在|确实|通勤|我|我们|的话)*(?:太远|去不了|不去|不想去|不愿意?去|不方便去|没法去|到不了)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex After();

    /// <summary>"We saw Lujia, nothing fitted. Is there a hall elsewhere?"</summary>
    [GeneratedRegex(
        @"\G[^;\n]{0,16}?(?:看过|看了|去过|谈过|试过|考察过|太贵|太远|太偏|没合适|不合适|没有合适|没找到|没谈成|算了|没看上|看不上|太高|贵|too (?:expensive|far|dear|small|remote)|nothing (?:there|fitted|suitable)|no luck|did(?:n't| not) work|was(?:n't| not)|full)[^\n]{0,40}?(?<else>别的(?:镇|区镇?|地方|乡镇)|别处|其[他它](?:镇|区镇?|地方|乡镇)|(?:any|some)where else|elsewhere|other (?:towns?|districts?|areas?|places?))(?!也|都[行可]|随便| (?:is|are|too|will do|would do))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Elsewhere();

    /// <summary>"Lujia is jammed, another town please."</summary>
    [GeneratedRegex(@"\G[^\n]{0,40}?[,;.\uff0c\u3002\uff1b][^\n]{0,6}?(?<else>换(?:个|一个|到)?(?:别的|其[他它])?(?:镇|区镇?|地方|乡镇)|(?:想?在|找|去|到|搬到?|要|看看?)(?:别的|其[他它])(?:镇|区镇?|地方|乡镇)|(?:在|到|去|找)别处)(?!也|都[行可]|随便|呢|看)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Another();

    /// <summary>"Not limited to Huaqiao", "it may well be far from Huaqiao": it is of no matter.</summary>
    [GeneratedRegex(@"(?:不限(?:于|在)?|不局限(?:于|在)?|\bnot (?:limited|restricted|confined) to|\bnot only in)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Besides();

    [GeneratedRegex(@"\G(?:那边|镇)?(?:远|偏)(?:一?点|一?些)?(?:也|都|没|无所|不)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Away();
}
