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
    private const double LeastRelated = 0.35, RelatedWeight = 7.5;
    private const int Told = 2, MostFields = 4, MostSame = 2;
    private static readonly string[][] Kinds = [["policy", "financeProduct"], ["contactPoint"], ["feature"], ["job", "resource"]];
    private static readonly string[] Papers = Kinds[0], Desks = Kinds[1], Stories = Kinds[2], Records = Kinds[3];

    public static AnswerStatus? Answer(Turn turn)
    {
        var asked = turn.Asked;
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Says("how many") || TotalStep.IsTotal(turn))
            return null;
        var understood = asked is { IsSure: true, Seek: Seek.Space or Seek.Park or Seek.Job or Seek.Resource };
        if (asked.Seek is not (Seek.Policy or Seek.Finance or Seek.Story) && !(asked.Seek == Seek.Park && turn.Request.Needs["policy"] is not null) && (asked.Seek is null || SupportStep.Asks(turn)) && Clear(turn, Papers, understood ? FarAhead : Ahead) is { Count: > 0 } papers)
            return RecordStep.Tell(turn, papers[0].Type.Alias == "policy" ? Seek.Policy : Seek.Finance, papers);
        if ((turn.Says("whom") || Where().IsMatch(turn.Folded)) && Clear(turn, Desks, Ahead) is [var desk, ..])
            return RecordStep.Tell(turn, Seek.Contact, [desk]);
        return (asked.Seek is null || (asked.Seek is Seek.Park or Seek.Space && Why().IsMatch(turn.Folded))) && Clear(turn, Stories, Ahead) is [var story, ..]
            ? RecordStep.Tell(turn, Seek.Story, [story]) : null;
    }

    /// <summary>What is asked of a post or a resource that is called by most of what it is, and that no other is like.</summary>
    public static AnswerStatus? Fact(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Asked.Seek is Seek.Policy or Seek.Finance or Seek.Story or Seek.Contact || !Records.Any(t => Fields.Place(turn.Snapshot.Schema.DocumentTypes[t], turn.Folded, turn.Snapshot) >= 0) || Clear(turn, Records, LittleAhead, Lead) is not { Count: > 0 and <= MostSame } best)
            return null;
        var fields = Fields.Asked(best[0].Type, turn.Without(best), turn.Snapshot);
        return fields.Count == 0 || best.Exists(b => b.Type != best[0].Type) ? null : RecordFactStep.Say(turn, best, [.. fields.Take(MostFields)]);
    }

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
        foreach (var alike in turn.Alike.TakeWhile(a => a.Score >= best.Score * Share).Take(Told))
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
            : [.. turn.Alike.Where(a => kind.Contains(a.Document.Type.Alias) && a.Score >= best.Score * share).Take(Told + 1).Select(a => a.Document)];
    }

    // Asks where to go, or what has to be asked first.
    [GeneratedRegex(@"\u767b\u8bb0|\u5148\u95ee|\u54ea\u4e2a?\u53f0|\u54ea\u91cc|\u54ea\u513f|\u627e\u8c01|\u8054\u7cfb|\u54a8\u8be2|\u80fd\u4e0d\u80fd\u8fdb|\u9650\u5236|\bwhere (?:do|can|should|to)\b|\bwhich (?:desk|office)\b|\bwhom?\b|\bcontact\b|\bspeaks?\b|\bcomplain", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Where();

    // Asks for an explanation, as texts give it.
    [GeneratedRegex(@"\u4e3a\u4ec0\u4e48|\u4e3a\u4f55|\u600e\u4e48(?:\u4f1a|\u505a|\u6765|\u56de\u4e8b)|\u600e\u6837|\u5dee[\u8fd9\u90a3]?\u4e48|\bwhy\b|\bhow (?:did|do|does|to|was|is)\b|\bread\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Why();
}
