using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// What a question says, whatever kind of thing it was taken to look for: where one policy, desk, text, post or resource says most
/// of it, and nothing of another kind comes near, that one is meant.
/// </summary>
internal static partial class NearestStep
{
    // How much of a question must be said, or somewhat less of much; how far ahead of all other kinds, and of what was understood otherwise.
    private const double Most = 0.5, Weight = 7, Part = 0.38, Heavy = 11, LittleAhead = 1.1, Ahead = 1.3, FarAhead = 1.6, Share = 0.75, Lead = 0.85;
    private const double LeastRelated = 0.35, LeastTold = 0.42, UsedAs = 0.5, UsedWeight = 4, RelatedWeight = 7.5;
    private const int MostTold = 2, MostFields = 4, MostSame = 2;
    private static readonly string[][] Kinds = [["policy", "financeProduct"], ["contactPoint"], ["feature"], ["job", "resource"]];
    private static readonly string[] Stated = ["applyBy", "expiresOn", "issuer", "issuedOn"];

    /// <summary>What only jobs and resources state.</summary>
    private static readonly HashSet<string> Own = ["payMin", "headCount", "leadDays", "eligibility", "priceBasis", "voucher", "housing"];
    private static readonly string[] Schemes = Kinds[0], Desks = Kinds[1], Stories = Kinds[2], Records = Kinds[3];

    public static AnswerStatus? Answer(Turn turn)
    {
        var asked = turn.Asked;
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Says("how many") || TotalStep.IsTotal(turn))
            return null;
        var understood = asked is { IsSure: true, Seek: Seek.Space or Seek.Park or Seek.Job or Seek.Resource };
        if (asked.Seek is not (Seek.Policy or Seek.Finance or Seek.Story) && !(asked.Seek == Seek.Park && (turn.Request.Needs["policy"] is not null || SupportStep.AsksParks(turn))) && (asked.Seek is null || SupportStep.Asks(turn)) && Clear(turn, Schemes, understood ? FarAhead : Ahead) is { Count: > 0 } papers)
            return RecordStep.Tell(turn, papers[0].Type.Alias == "policy" ? Seek.Policy : Seek.Finance, papers);
        if ((turn.Says("whom") || Where().IsMatch(turn.Folded)) && Clear(turn, Desks, Ahead) is [var desk, ..])
            return RecordStep.Tell(turn, Seek.Contact, [desk]);
        return (asked.Seek is null || (asked.Seek is Seek.Park or Seek.Space && Why().IsMatch(turn.Folded))) && Clear(turn, Stories, Ahead) is [var story, ..]
            ? RecordStep.Tell(turn, Seek.Story, [story]) : null;
    }

    /// <summary>What is asked of a post or a resource that is called by most of what it is, and that no other is like.</summary>
    public static AnswerStatus? Fact(Turn turn)
    {
        if (OfPaper(turn) is { } said)
            return said;
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || SupportStep.AsksParks(turn) || turn.Asked.Seek is Seek.Policy or Seek.Finance or Seek.Story or Seek.Contact)
            return null;
        // Of several that are alike, those that state what is asked.
        if (Told(turn) is { Count: > 0 } told)
            return told.ConvertAll(t => RecordFactStep.Say(turn, [t.Document], t.Fields)).TrueForAll(s => s == AnswerStatus.Answered) ? AnswerStatus.Answered : AnswerStatus.Partial;
        // Who tells a degree and a field looks for posts, and asks after none.
        if (!Records.Any(t => Fields.Place(turn.Snapshot.Schema.DocumentTypes[t], turn.Folded, turn.Snapshot) >= 0) || Clear(turn, Records, LittleAhead, Lead) is not { Count: > 0 and <= MostSame } best || (turn.Asked is { Seek: Seek.Job, IsSure: true } && turn.Request.OfRecords.Count > 1))
            return null;
        var fields = Fields.Asked(best[0].Type, turn.Without(best), turn.Snapshot);
        return fields.Count == 0 || best.Exists(b => b.Type != best[0].Type) ? null : RecordFactStep.Say(turn, best, [.. fields.Take(MostFields)]);
    }

    /// <summary>Whether what a post or a resource states is asked of one that is told rather than named: "the carer who bathes people at home".</summary>
    public static bool IsTold(Turn turn) => Told(turn).Count > 0;

    private static List<(PublishedDocument Document, List<string> Fields)> Told(Turn turn)
    {
        if (turn.StatesAmount || turn.Parks.Count > 0 || turn.GoesOn || turn.Asked.Wanted.Count > 0 || turn.Asked.Seek is not (null or Seek.Job or Seek.Resource or Seek.Park) || turn.Asked.Cues.Overlaps(["top", "bottom"]) || Reading.AsksFor(turn.Folded))
            return [];
        var strange = turn.Unsaid([]).Length;
        var meant = turn.Alike.Where(a => Records.Contains(a.Document.Type.Alias) && a.Score >= LeastTold && a.Weight >= Weight && turn.Unsaid([a.Document]).Length * 2 <= strange + 1)
            .Select(a => (a.Document, a.Score, Fields: Fields.Asked(a.Document.Type, turn.Without([a.Document]), turn.Snapshot).Where(Own.Contains).Take(MostFields).ToList())).Where(a => a.Fields.Count > 0).ToList();
        var alike = meant.TakeWhile(m => m.Score >= meant[0].Score * Lead).Select(m => (m.Document, m.Fields)).ToList();
        return alike.Count > MostSame ? [] : alike;
    }

    /// <summary>The day, the bureau or the conditions of a policy or a finance product that says most of the question.</summary>
    private static AnswerStatus? OfPaper(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Asked.Seek is Seek.Story or Seek.Contact or Seek.Job or Seek.Resource || Clear(turn, Schemes, Ahead) is not [var best, ..])
            return null;
        var fields = Fields.Asked(best.Type, turn.Without([best]), turn.Snapshot).Where(Stated.Contains).ToList();
        return fields.Count == 0 ? null : RecordFactStep.Say(turn, [best], fields);
    }

    /// <summary>Where something can be used, tested or borrowed, or who has it: a resource that is or does what is named, and not the post that works with it.</summary>
    public static AnswerStatus? Used(Turn turn)
    {
        var asked = turn.Asked;
        if (turn.Parks.Count > 0 || turn.GoesOn || asked.Seek is Seek.Policy or Seek.Finance or Seek.Story or Seek.Contact || (asked is { Seek: Seek.Job, IsSure: true } && asked.Cues.Contains("seek")) || turn.StatesAmount || Order(turn))
            return null;
        var shared = Shared().IsMatch(turn.Folded);
        // What a park or a space has is asked for as a need.
        if (!(shared || Uses().IsMatch(turn.Folded)) || turn.Request.Needs.All.Any(n => n.Name != "niche" && !(shared && n.Name is "cleanroom" or "kind" or "tenure")) || asked.Wishes.Count > 0)
            return null;
        var alike = Likeness.To(turn, "resource");
        if (alike is not [{ Score: >= UsedAs } best, ..] || best.Weight < (shared ? UsedWeight : Weight) || turn.Alike.Any(a => a.Document.Type.Alias is not ("resource" or "job") && a.Score > best.Score * Ahead))
            return null;
        return RecordStep.Answer(turn.Of(asked with { Seek = Seek.Resource, IsSure = true }));
    }

    private static bool Order(Turn turn) => RankStep.Order(turn) is not null;

    /// <summary>Nothing says that work or a resource is looked for, but a post or a resource says most of the question, and nothing else does.</summary>
    public static AnswerStatus? Late(Turn turn) => turn.Parks.Count == 0 && !turn.GoesOn && !(turn.Asked.IsSure && turn.Asked.Seek is not null) && Clear(turn, Records, Ahead) is [var record, ..]
        ? RecordStep.Answer(turn.Of(turn.Asked with { Seek = record.Type.Alias == "job" ? Seek.Job : Seek.Resource, IsSure = true })) : null;

    /// <summary>Parks are asked for by nothing but words that no park is chosen by: what a resource, a policy or a text says most of was meant.</summary>
    public static AnswerStatus? Instead(Turn turn)
    {
        if (turn.Asked is not { Seek: Seek.Park, Trades.Count: 0, Wishes.Count: 0 } asked || turn.Parks.Count > 0 || turn.GoesOn || turn.Request.Needs.All.Count + turn.Request.Refused.Count + turn.Request.Unruled.Count > 0)
            return null;
        if (Clear(turn, Records, Ahead) is [{ Type.Alias: "resource" }, ..])
            return RecordStep.Answer(turn.Of(asked with { Seek = Seek.Resource, IsSure = true }));
        return Related(turn);
    }

    /// <summary>Instead of an end: what says some of a question that nothing was made of is shown, and asked whether it is meant.</summary>
    public static AnswerStatus? Related(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.Refused is not null || turn.Alike is not [{ Score: >= LeastRelated, Weight: >= RelatedWeight } best, ..])
            return null;
        turn.Draft.Say("related");
        foreach (var alike in turn.Alike.TakeWhile(a => a.Score >= best.Score * Share).Take(MostTold))
            RecordStep.Show(turn, alike.Document, []);
        LimitStep.Examples(turn);
        return AnswerStatus.Clarify;
    }

    /// <summary>Documents of a kind that say most of a question, where those of other kinds do not: the best, and what is nearly as good.</summary>
    private static List<PublishedDocument> Clear(Turn turn, string[] kind, double ahead, double share = Share)
    {
        if (turn.Alike.FirstOrDefault(a => kind.Contains(a.Document.Type.Alias)) is not { Document: not null } best || !(best.Score >= Most && best.Weight >= Weight) && !(best.Score >= Part && best.Weight >= Heavy))
            return [];
        return turn.Alike.Any(a => !kind.Contains(a.Document.Type.Alias) && a.Score * ahead > best.Score) ? []
            : [.. turn.Alike.Where(a => kind.Contains(a.Document.Type.Alias) && a.Score >= best.Score * share).Take(MostTold + 1).Select(a => a.Document)];
    }

    // Asks where to go, or what has to be asked first.
    [GeneratedRegex(@"\u767b\u8bb0|\u5148\u95ee|\u54ea\u4e2a?\u53f0|\u54ea\u91cc|\u54ea\u513f|\u627e\u8c01|\u8054\u7cfb|\u54a8\u8be2|\u80fd\u4e0d\u80fd\u8fdb|\u9650\u5236|\bwhere (?:do|can|should|to)\b|\bwhich (?:desk|office)\b|\bwhom?\b|\bcontact\b|\bspeaks?\b|\bcomplain", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Where();

    // Asks for an explanation, as texts give it.
    [GeneratedRegex(@"\u4e3a\u4ec0\u4e48|\u4e3a\u4f55|\u600e\u4e48(?:\u4f1a|\u505a|\u6765|\u56de\u4e8b)|\u600e\u6837|\u5dee[\u8fd9\u90a3]?\u4e48|\bwhy\b|\bhow (?:did|do|does|to|was|is)\b|\bread\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Why();

    // Of others, for an hour or a day.
    [GeneratedRegex(@"(?:\u8bbe\u5907|\u4eea\u5668|\u673a\u53f0|\u673a\u65f6|\u4e2d\u8bd5\u7ebf).{0,3}(?:\u80fd|\u53ef\u4ee5)\u79df|\u79df.{0,2}(?:\u673a\u65f6|\u8bbe\u5907|\u4eea\u5668)|\u54ea[\u4e2a\u5bb6]\u5b9e\u9a8c\u5ba4|\bwhich lab(?:oratory|s)?\b|\bwhose lab\b|\brent (?:some )?time\b|\u5171\u4eab|\u5171\u7528|\u5916\u534f|\u53ef?[\u80fd\u4ee5](?:\u501f|\u7ea6|\u9884\u7ea6)|\u501f[\u7528\u5230]|\u9001[\u6837\u68c0\u6d4b]|\bshared\b|\bborrow\b|\bbook\b|\bhire by\b|\bby the (?:core[- ])?hour\b|\bwe (?:can|could|may) use\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shared();

    // Asks where something is or can be done.
    [GeneratedRegex(@"(?:\u54ea[\u91cc\u513f]|\u54ea[\u4e2a\u4e9b\u5bb6\u51e0]{0,2}(?:\u56ed\u533a?|\u5730\u65b9|\u5355\u4f4d|\u673a\u6784)?|\u8c01\u5bb6?|\u6709\u6ca1\u6709|\u6606\u5c71|\u80fd\u4e0d\u80fd|\u6709).{0,14}?(?:\u6709|\u80fd|\u53ef\u4ee5|\u505a|\u6d4b|\u8bd5|\u68c0|\u5206\u6790|\u6821\u51c6|\u626b|\u5417|\u6ca1)|(?:\u60f3|\u8981)(?:\u8bd5|\u6d4b|\u68c0|\u505a\u4e2a?|\u626b|\u5206\u6790)|\bwhere (?:can|to|could|do|is|are)\b|\bwhich (?:park|lab|laboratory|company|place)s? (?:has|have|can|does|do|offers?)\b|\bwho (?:has|can|does|offers)\b|\bis there (?:an?|any)\b|\bdoes any\w* have\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Uses();
}
