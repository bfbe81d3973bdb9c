using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// Something is asked of a park, a valley, a town or a campus, or of a later phase of a park, that no published text names, by
/// itself or beside a real one: that is said, and what is near is offered.
/// </summary>
internal static partial class NowhereStep
{
    private const int ShortestName = 2, MostNear = 3;

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.StatesAmount || turn.GoesOn || turn.Asked.Wishes.Count > 0)
            return null;
        if (turn.Parks is [var park] && Phase().Match(turn.Folded) is { Success: true, Groups: var groups } && !Coverage.OfPark(turn, park).Has(groups["part"].Value))
            return WhichStep.Ask(turn, "park.unknown", [park], 0);
        var compared = turn.Asked.Cues.Contains("compare") || Beside().IsMatch(turn.Folded);
        if (!compared && !IsAsked(turn))
            return null;
        // A word that is no slip must not be mended into a real one.
        var strange = Called().Matches(turn.Parks.Count == 0 || compared ? Wording.Fold(turn.Question) : turn.Folded).FirstOrDefault(m => IsNowhere(turn, m, compared));
        return strange is null ? null : WhichStep.Ask(turn, "park.unknown", turn.Parks.Concat(turn.Found(strange.Groups["name"].Value, MostNear, "park").Select(f => f.Document)).Distinct().Take(MostNear), 0);
    }

    /// <summary>Whether something is asked of a thing, so that it is taken to be there.</summary>
    private static bool IsAsked(Turn turn) => turn.Asked.Seek == Seek.Contact || Tells().IsMatch(turn.Folded)
        || ((string[])["park", "space"]).Any(t => Fields.Place(turn.Snapshot.Schema.DocumentTypes[t], turn.Bare, turn.Snapshot) >= 0);

    private static bool IsNowhere(Turn turn, Match match, bool compared)
    {
        var before = match.Result("$`") + match.Groups["name"].Value;
        var (name, head) = (Stripped(turn, match.Groups["name"].Value.Trim()), match.Groups["head"].Value);
        if (name.Length < (head.EndsWith('\u56ed') ? 1 : ShortestName) || (Wide().IsMatch(head) && General().IsMatch(name)) || Cues.Topics.Group("place")[""].Any(p => before.Contains(p, StringComparison.Ordinal)) || (!compared && Seeks().IsMatch(before)))
            return false;
        return WordRun.IsHan(name[0]) ? IsNowhereHan(turn, name, head) : IsNowhereLatin(turn, name, head);
    }

    private static bool IsNowhereHan(Turn turn, string name, string head)
    {
        var meanings = Meanings.Of(turn.Snapshot);
        var isPark = head.EndsWith('\u56ed');
        if (isPark && (meanings.ParksCalled(name).Count > 0 || Wording.SameAs(turn.Snapshot, name).Any(s => meanings.ParksCalled(s).Count > 0)))
            return false;
        // What is left before the name may be any words: its end alone may be one.
        var said = Coverage.OfAll(turn);
        for (var from = 0; from + ShortestName <= name.Length; from++)
            if (said.Has(name[from..] + head) || (isPark && from > 0 && meanings.ParkNamed(name[from..]) && Fillers.Without(name[..from], turn.Snapshot).Length == 0))
                return false;
        return true;
    }

    private static bool IsNowhereLatin(Turn turn, string name, string head)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Plain().IsMatch(w)).ToList();
        if (words.Count == 0 || (head != "park" && Coverage.OfAll(turn).Has($"{words[^1]} {head}")))
            return false;
        // What a park makes may be what it is called by: "the fibre laser park".
        if (head == "park" && words.Count > 1 && Coverage.Of(turn, "park").Any(c => c.Has(string.Join(' ', words))))
            return false;
        var named = Wording.SameAs(turn.Snapshot, string.Join(' ', words)).Append(string.Join(' ', words));
        return !(head == "park" && named.Any(n => turn.Snapshot.OfType("park", turn.Culture).Any(p => Says(turn, p, n))));
    }

    /// <summary>Whether all words stand in a name; that of its place may be said beside it.</summary>
    private static bool Says(Turn turn, PublishedDocument park, string words) => $" {Wording.Fold(turn.Draft.Name(park))} {park.Slug.Replace('-', ' ')} " is var name
        && words.Split(' ').All(w => name.Contains(" " + Wording.Stem(w), StringComparison.Ordinal));

    private static string Stripped(Turn turn, string name)
    {
        name = Lead().Replace(name, "");
        // A joint may be the end of a name.
        return name.Length == 0 || WhichStep.Stripped(turn, name) is not { Length: > 0 } stripped ? WordRun.IsHan(name[0]) ? name : "" : Lead().Replace(stripped, "");
    }

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2,14}?)(?<head>\u4ea7\u4e1a\u56ed|\u79d1\u6280\u56ed|\u79d1\u5b66\u56ed|\u521b\u4e1a\u56ed|\u521b\u65b0\u56ed|\u5de5\u4e1a\u56ed|\u5546\u52a1\u56ed|\u7269\u6d41\u56ed|\u5c0f\u9547|\u57fa\u5730|\u96c6\u805a\u533a|\u793a\u8303\u533a|\u5927\u53a6|\u5e7f\u573a|\u793e\u533a|[\u6d41\u521b\u6167\u5b57\u65b0\u7a7a]\u6e2f|\u8c37(?![\u7269\u6b4c])|(?<![\u5df4\u53e4\u5546\u53bf\u8fdb\u957f])\u57ce(?![\u5e02\u533a\u9547\u4e61\u7ba1\u9645])|(?<!\u9752)\u5c9b(?!\u5c7f)|(?<!\u53f0)\u6e7e(?![\u533a\u4ed4])|(?<!\u519c|\u4e61)\u6751(?!\u9547))|(?<name>(?:[a-z&'-]+ ){1,6}?)(?<head>campus|tower|valley|city|base|town|estate|hub|village|plaza|park)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Called();

    // A later part of a park.
    [GeneratedRegex(@"\u56ed\u533a?(?<part>(?:[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]|[0-9]{1,2})\u671f|[\u4e1c\u5357\u897f\u5317a-z]\u533a)|park,? (?<part>phase [a-z0-9]+)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Phase();

    // Asks to be told of a thing.
    [GeneratedRegex(@"\u4ecb\u7ecd|\u8bb2\u8bb2|\u8bf4\u8bf4|\u600e\u4e48\u6837|\u9760\u8c31|\u8d44\u6599|\u4ef7\u76ee|\u62a5\u4ef7|\u54ea\u5e74|\u591a\u5927|\u5728\u54ea|\u51e0\u5bb6|\u591a\u5c11\u5bb6|\u8fd8\u6709.{0,6}\u6ca1|\u600e\u4e48\u7533\u8bf7|\u600e\u4e48\u53bb|\u600e\u4e48\u79df|\u600e\u4e48\u8ba2|\u6863\u671f|\u8fd8\u6709.{0,8}[\u6ca1\u5417]|\u5165\u9a7b|[\u56ed\u8c37\u6e2f\u9547\u57ce\u5c9b](?:\u91cc|\u5185)?(?:\u6709(?:\u5565|\u4ec0\u4e48|\u54ea\u4e9b|\u51e0|\u591a\u5c11)|\u62db)|\btell me about\b|\bprice list\b|\bintroduce\b|\bhow many\b|\bwho runs\b|\bwhat is\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tells();

    [GeneratedRegex(@"\u54ea[\u4e2a\u5bb6]\u66f4?|\u6bd4(?!\u4f8b)|\u5bf9\u6bd4|\bcompare\b|\bor the\b|\bversus\b|\bvs\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Beside();

    // A kind of place is looked for, and none is taken to be there.
    [GeneratedRegex(@"\u6709\u6ca1\u6709|\u63a8\u8350|\u9002\u5408|\u60f3[\u627e\u8981]|[\u627e\u6c42]\u4e2a?|\u9700\u8981|\u54ea[\u4e2a\u5bb6\u4e9b\u91cc]|\u4ec0\u4e48|\b(?:an?|any|which|what|no|each|every|suitable|best|some|for) (?:[a-z&'-]+ ){0,4}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Seeks();

    // Of these there are many that are called after nothing but what is done there.
    [GeneratedRegex(@"\u56ed$|\u57fa\u5730|\u793e\u533a|\u5927\u53a6|\u5e7f\u573a|\u533a$|campus|base|tower|park", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wide();

    // Words that stand before any such place.
    [GeneratedRegex(@"^(?:\u751f\u4ea7|\u7814\u53d1|\u5236\u9020|\u5b9e\u8bad|\u57f9\u8bad|\u5b9e\u4e60|\u603b\u90e8|\u7269\u6d41|\u4ed3\u50a8|\u91c7\u8d2d|\u9500\u552e|\u8bd5\u9a8c|\u6d4b\u8bd5|\u52a0\u5de5|\u5b75\u5316|\u521b\u4e1a|\u4ea7\u4e1a|\u5de5\u4e1a|\u521b\u65b0|\u79d1\u6280|\u9ad8\u65b0|\u7ecf\u6d4e|\u5f00\u53d1|\u5404\u4e2a?|\u6574\u4e2a|\u6240\u6709|\u8d35|\u8be5|\u672c|\u54ea\u4e9b?|\u8fd9\u4e9b?|\u90a3\u4e9b?|\u51e0\u4e2a?|\u4f60\u4eec|\u6211\u4eec|\u54b1\u4eec|\u4e00\u4e2a|\u4e00\u5bb6|\u6606\u5c71|\u73b0\u6709|\u522b\u7684|\u5176\u4ed6|\u65b0|\u8001|\u5927|\u5c0f|\u4e2a|\u5bb6|\u6240)*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex General();

    // What is said before a name.
    [GeneratedRegex(@"^(?:\u542c\u4eba?\u8bf4|\u636e\u8bf4|\u542c\u8bb2|\u65e2\u7136|\u90fd\u8bf4|\u8bf7\u95ee|\u9ebb\u70e6|\u544a\u8bc9\u6211?|\u5173\u4e8e|\u4f60\u4eec|\u6211\u4eec|\u54b1\u4eec?|\u4eca\u5e74|\u53bb\u5e74|\u4ecb\u7ecd|\u8bf4\u8bf4|\u8bb2\u8bb2|\u5bf9\u6bd4|\u6bd4\u8f83|\u6211|\u6606\u5c71\u5e02?)+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lead();

    [GeneratedRegex("^(?:compare|comparing|between|versus|vs|industry|industrial|innovation|technology|tech|science|business|and|&|kunshan|huaqiao|zhangpu|qiandeng|bacheng|zhoushi|lujia|zhouzhuang|jinxi|dianshan|dianshanhu|lake|the)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Plain();
}
