using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// A question takes for granted that something is there: a hall of a park, a subsidy, a prize, a fair. Where it stands in no
/// published text, that is said, with whom to ask; what is near is told as near, not as the answer.
/// </summary>
internal static partial class PremiseStep
{
    private const int MostNear = 3, ShortestThing = 3, ShortestOdd = 2;
    private const double IsNamed = 0.6, Said = 0.5, SaidMuch = 11;
    private const decimal Large = 10000;
    /// <summary>Latin words by which properties are asked for: of "railway station" one may be left.</summary>
    private static readonly HashSet<string> OfFields = [.. Cues.Fields.Group("park").Values.SelectMany(p => p).SelectMany(p => p.Split(' ')).Where(w => !WordRun.IsHan(w[0]))];

    private static readonly string[] Having = ["\u7684", "\u91cc", "\u9762", "\u90a3\u4e2a", "\u90a3\u5ea7", "\u53e3"];
    private static readonly string[] Money = ["policy", "financeProduct"], Events = ["award", "feature", "resource", "policy", "progress", "park"];

    // What is told of a thing stands before these, not the thing.
    private static readonly char[] Joints = [.. "\u4e86\u6709\u7ed9\u4e5f\u8fd8\u5c31\u90fd\u628a\u88ab\u8ba9\u662f\u5728\u5417\u5462"];

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.StatesAmount || turn.Asked.Cues.Contains("compare") || turn.Parks.Count > 1)
            return null;
        return turn.Parks is [var park] ? OfPark(turn, park) : turn.GoesOn ? null : OfYear(turn) ?? OfClaim(turn) ?? OfVoucher(turn) ?? OfHead(turn, Prize(), Events, "award") ?? (IsOfMoney(turn) && !(Likeness.To(turn, Money) is [{ Score: >= Said, Weight: >= SaidMuch }, ..]) ? OfHead(turn, Grant(), Money, Money) : null);
    }

    /// <summary>Whether money is asked for, and not what can be booked or taken with it.</summary>
    private static bool IsOfMoney(Turn turn) => (turn.Asked.SaysPolicy || turn.Asked.Seek is null or Seek.Policy or Seek.Finance) && (turn.Asked.Seek is not (Seek.Resource or Seek.Job) || (turn.Asked.Seek == Seek.Job && turn.Asked.SaysPolicy)) && !NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, []).Exists(n => n.Likeness >= IsNamed) && !Offers().IsMatch(turn.Folded);

    /// <summary>A thing of a park that nothing published of it names, or a kind of space or facility that it has none of.</summary>
    private static AnswerStatus? OfPark(Turn turn, PublishedDocument park)
    {
        var asked = turn.Asked;
        if (turn.Bare == turn.Folded || asked.Seek is Seek.Job or Seek.Policy or Seek.Finance or Seek.Story || !(turn.Asks || Presumes().IsMatch(turn.Bare)) || (asked.Seek is Seek.Space or Seek.Resource && Offers().IsMatch(turn.Folded)))
            return null;
        var said = Coverage.OfPark(turn, park);
        var plates = Plate().Matches(turn.Bare).Select(m => m.Value).ToList();
        if (!Lacks(turn, park) && plates.TrueForAll(said.HasPlate) && Floor.Asked(turn.Bare) <= said.Floors && !said.Strange(turn.Snapshot, Things(turn)).Any(s => IsThing(turn, s)) && !LacksWhole(turn, said))
            return null;
        turn.Draft.Say("unasked");
        if (RecordFactStep.Answer(turn) is null)
            FactStep.Facts(turn);
        LimitStep.Ask(turn);
        if (turn.Draft.Cards.Count == 0)
            MatchStep.Add(turn, park, park, [.. RecordStep.Facts("park").Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        return AnswerStatus.Partial;
    }

    /// <summary>Whether a short question about one park has a word that nothing published of it says, beside those by which anybody asks.</summary>
    public static bool IsOdd(Turn turn) => turn.Parks is [var park] && !turn.GoesOn && (Claims().IsMatch(turn.Folded) || !Parted().IsMatch(turn.Folded))
        && Coverage.OfPark(turn, park).Strange(turn.Snapshot, Things(turn)).Any(s => WordRun.IsHan(s[0]) ? Asking().Replace(s, "").Length >= ShortestOdd : turn.Asked.Asked.Count == 0);

    /// <summary>A word of two characters may be any adverb; one that the park is said to have is a thing.</summary>
    private static bool IsThing(Turn turn, string strange) => strange.Length >= ShortestThing || Having.Any(h => turn.Folded.Contains(h + strange, StringComparison.Ordinal));

    /// <summary>A thing of the park whose words stand there, but not beside each other: a home for the aged has no beds by the month.</summary>
    private static bool LacksWhole(Turn turn, Coverage said) => Owned().Match(turn.Bare) is { Success: true } owned && Fields.Without(turn.Snapshot.Schema.DocumentTypes["park"], owned.Groups["thing"].Value, turn.Snapshot) is var thing
        && thing.Length >= ShortestThing && thing.All(WordRun.IsHan) && !said.Has(thing) && NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks).Count == 0
        && !Wording.SameAs(turn.Snapshot, thing).Any(said.Has);

    /// <summary>What is asked after, without the park, what asks for a property and what is said beside any question.</summary>
    private static IEnumerable<string> Things(Turn turn)
    {
        var types = turn.Snapshot.Schema.DocumentTypes;
        var rest = Names.Without(turn.Asked.Rest, turn.Parks.Select(p => Wording.Fold(turn.Draft.Name(p))));
        foreach (var type in (string[])["park", "space", "resource"])
            rest = Fields.Without(types[type], rest, turn.Snapshot);
        return turn.Stretches(rest).Where(s => !OfFields.Contains(s));
    }

    private static bool Lacks(Turn turn, PublishedDocument park) => Presumes().IsMatch(turn.Folded) && !Offers().IsMatch(turn.Folded)
        && turn.Request.Needs.Must.Any(n => n.Field.Shape is NeedShape.Choice or NeedShape.Choices or NeedShape.CleanClass or NeedShape.Flag && n.Name != "tenure"
            && !Matcher.Match(turn.Snapshot, turn.Culture, new Needs([n]), turn.Day).Matches.Any(m => m.Park.Id == park.Id));

    /// <summary>An award of a year in which none was given.</summary>
    private static AnswerStatus? OfYear(Turn turn)
    {
        if (Year().Match(turn.Folded) is not { Success: true } year || !Awarded().IsMatch(turn.Folded))
            return null;
        var awards = turn.Snapshot.OfType("award", turn.Culture);
        return awards.Any(a => turn.Draft.Values(a).Number("year") is { } given && year.Value == $"{given:0}") ? null : Say(turn, awards);
    }

    /// <summary>What somebody says to have heard: of that, some words or an amount stand nowhere.</summary>
    private static AnswerStatus? OfClaim(Turn turn)
    {
        var isClaim = Claims().IsMatch(turn.Folded);
        var amounts = Wording.Quantities(turn.Folded).Where(q => q.Value >= Large && (isClaim ? q.Unit == UnitKind.Money : q.Unit is UnitKind.None or UnitKind.Money && Gives().IsMatch(turn.Folded[..q.Start]))).ToList();
        if (!isClaim && amounts.Count == 0)
            return null;
        var said = Coverage.OfAll(turn);
        var strange = (isClaim && said.Strange(turn.Snapshot, turn.Stretches(turn.Asked.Rest)).Any(s => s.Length >= ShortestThing)) || amounts.Exists(q => !said.HasAmount(q.Value));
        return strange ? Say(turn, turn.Found(turn.Question, MostNear).Select(f => f.Document)) : null;
    }

    /// <summary>A voucher that nobody gives out by that name.</summary>
    private static AnswerStatus? OfVoucher(Turn turn) => Voucher().Match(turn.Folded) is { Success: true } voucher && !Coverage.OfAll(turn).Has(voucher.Value)
        ? Say(turn, turn.Found(turn.Question, MostNear, Money).Select(f => f.Document)) : null;

    /// <summary>Words before the head of a name, "the X subsidy", that no single document of the kind has.</summary>
    private static AnswerStatus? OfHead(Turn turn, Regex head, string[] types, params string[] near)
    {
        foreach (Match match in head.Matches(turn.Folded))
        {
            var things = turn.Stretches(match.Groups["thing"].Value.Split(Joints)[^1] + match.Groups["head"].Value).ToList();
            if (things.Count > 0 && Coverage.Of(turn, types).All(c => c.Strange(turn.Snapshot, things).Count > 0))
                return Say(turn, turn.Found(turn.Question, MostNear, near).Select(f => f.Document));
        }

        return null;
    }

    private static AnswerStatus Say(Turn turn, IEnumerable<PublishedDocument> near)
    {
        turn.Draft.Say("unasked");
        var some = near.Take(MostNear).ToList();
        if (some.Count > 0)
            turn.Draft.Say("unasked.near", turn.Words.Joined(some.Select(turn.Draft.Name)));
        foreach (var document in some)
            RecordStep.Show(turn, document, []);
        LimitStep.Ask(turn);
        return AnswerStatus.Partial;
    }

    // What the park is said to have, up to what is asked of it.
    [GeneratedRegex(@"^\n?(?:\u56ed\u533a?|\u4ea7\u4e1a\u56ed)?\u7684?(?<thing>(?!\u7684)(?:(?![\u80fd\u4f1a\u53ef\u4e86\u662f\u6709\u8981\u5728\u7ed9\u591a\u5230\u767b\u8bb0\u79bb])[\u4e00-\u9fff]){3,8}?)(?:\u7684?(?:\u7535\u8bdd|\u8054\u7cfb\u4eba|\u600e\u4e48(?:\u6536\u8d39|\u9884\u7ea6|\u7ea6|\u8ba2)|\u6536\u8d39|\u591a\u5c11|\u4e00(?:\u4e2a?\u6708|\u5c0f\u65f6|\u5929|\u6b21|\u5e73)|\u51e0\u70b9|\u6392\u671f|\u5f00\u653e|\u5f52\u8c01|\u5728(?:\u54ea|\u51e0)|\u7968\u4ef7|\u95e8\u7968|\u79df\u91d1|\u8d39))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Owned();

    [GeneratedRegex(@"(?:(?![\u90a3\u8fd9\u4e2a\u4ec0\u4e48\u54ea\u79cd\u5f20\u4e00\u6709\u7684\u80fd\u662f\u53ef\u62ff\u9886\u62b5\u7528\u53d1\u5230])[\u4e00-\u9fff]){2}\u5238", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Voucher();

    // Money that is given, before its amount.
    [GeneratedRegex(@"(?:\u76f4?\u8865\u8d34?|\u5956\u52b1?|\u7ed9|\u9001|\u53d1)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Gives();

    // Takes something for granted that somebody said.
    [GeneratedRegex(@"\u542c\u4eba?\u8bf4|\u636e\u8bf4|\u542c\u8bb2|\u65e2\u7136|\u90fd\u8bf4|\u4f20\u95fb|[\u4f60\u4ed6]\u4eec(?:\u53bb\u5e74|\u4eca\u5e74|\u4e0a\u6b21|\u4e4b\u524d)?(?:\u8bf4|\u516c\u5e03|\u53d1\u5e03|\u5ba3\u4f20|\u627f\u8bfa)\u7684|(?:\u53bb\u5e74|\u4eca\u5e74|\u4e0a\u4e2a?\u6708|\u524d\u5e74|\u521a)(?:\u5ba3\u5e03|\u51fa\u53f0|\u516c\u5e03|\u53d1\u5e03|\u7b7e\u7ea6)\u7684|\u5bf9[\u5427\u4e48\u4e0d](?:,|$)|\bi (?:heard|read|was told)\b|^since\b|^as (?:every|all|each|you)\b|\bgiven that\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Claims();

    // The number of a building.
    [GeneratedRegex(@"(?<![0-9a-z])(?:[0-9]{1,3}|[\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}|[a-z]) ?(?:\u53f7\u697c|\u53f7\u5e93|\u53f7\u4ed3|\u53f7\u68da|\u5ea7|\u680b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Plate();

    // Asks for something of a thing, so the thing is taken to be there.
    [GeneratedRegex(@"\u591a|\u51e0|\u8c01|\u600e|\u5982\u4f55|\u54ea|\u8d39|\u4ef7|\u94b1|\u79df\u91d1|\u7535\u8bdd|\u8054\u7cfb|\u5730\u5740|\u6807\u51c6|\u65f6\u95f4|\u6392\u671f|\u5f00\u653e|\b(?:how|when|what|who|where|price|rent|cost|phone|hours)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Presumes();

    // Asks whether there is any.
    [GeneratedRegex(@"\u6709\u6ca1\u6709|\u6709\u65e0|\u662f\u5426\u6709|\u6709.{0,12}[\u5417\u4e48\u561b]|\b(?:is|are) there\b|\bhave\b|\bhas\b|\bany\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Offers();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])(?=\u5e74|\W|$)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:\u4f18\u79c0|\u793a\u8303|\u8fdb\u6b65|\u670d\u52a1)(?:\u56ed|\u5956|\u521b\u65b0)|\u83b7\u8bc4|\u83b7\u5956|\u8bc4\u4e0a|\u5956\u9879|\bawards?\b|\bexcellent\b|\bprizes?\b|\bprogress\b|demonstration (?:parks?|awards?)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Awarded();

    // A contest, a fair, a prize that is not money.
    [GeneratedRegex(@"(?<thing>[\u4e00-\u9fffa-z0-9 ]{2,12}?)(?<head>\u5927\u8d5b|\u6bd4\u8d5b|\u7ade\u8d5b|\u8054\u8d5b|\u953c\u6807\u8d5b|\u9a6c\u62c9\u677e|\u9f99\u821f\u8d5b|\u97f3\u4e50\u8282|\u535a\u89c8\u4f1a|\u5cf0\u4f1a|\u8bba\u575b|\u62db\u8058\u4f1a|\u63a8\u4ecb\u4f1a|\u5f00\u653e\u65e5|\u5ea7\u8c08\u4f1a|\u8282(?=\u5728|\u51e0|\u4ec0\u4e48|\u54ea)|\u51a0\u519b|\u5f97\u4e3b|\u5956(?![\u52b1\u8865\u91d1\u5238\u591a\u51e0]))|(?<thing>(?:[a-z]+ ){1,3})(?<head>festival|contest|championship|marathon|prize|medal|trophy|hackathon)\b|(?:named|voted|awarded|called) (?<thing>best [a-z]+)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Prize();

    // Money for something: the words before say for what.
    [GeneratedRegex(@"(?<thing>[\u4e00-\u9fffa-z0-9 ]{2,16}?)(?:\u8865\u8d34|\u8865\u52a9|\u6d25\u8d34|\u5956\u52b1|\u5956\u91d1|\u8d44\u52a9|\u4e13\u9879|\u8fd4\u8fd8|\u62a5\u9500|\u8865\u507f|\u57fa\u91d1|\u5238|\u51cf\u514d|\u4f18\u60e0\u653f\u7b56|\u653f\u7b56)|(?<thing>(?:[a-z0-9'-]+ ){1,4})(?:subsid(?:y|ies)|grants?|allowances?|rewards?|scheme|rebates?|vouchers?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Grant();

    // What asks how many, when, which.
    [GeneratedRegex("[\u51e0\u591a\u5c11\u65f6\u5019\u6761\u8def\u7ad9\u5565\u53eb\u54ea\u5e74\u5929\u70b9\u7b49\u63a5\u8d77\u8bc4\u95f4\u5e73\u5206\u949f\u5f00\u5428\u73ed\u65e7\u957f\u4ec0\u4e48\u53f7\u5957\u8fc7\u5f97]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Asking();

    [GeneratedRegex("[,;.:?!\u3002\u3001](?=.)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parted();
}
