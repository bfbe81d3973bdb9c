using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>What must not be answered, and what is about something or somewhere else.</summary>
internal static partial class RefusalStep
{
    private const double IsNamed = 0.95, IsNamedBy = 0.65, Said = 0.5, SaidMuch = 10;
    private const int LeastSaid = 5, LatinWeighs = 1;

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Question.Length == 0)
        {
            turn.Draft.Say("empty");
            LimitStep.Examples(turn);
            return AnswerStatus.Clarify;
        }

        switch (turn.Refused)
        {
            case null:
            case "elsewhere" when RecordFactStep.Desk(turn) is not null || (turn.Does(Acts.Ours) && turn.Asked.Seek is not null && (Comes().IsMatch(turn.Folded) || (!turn.Does(Acts.There) && Here().IsMatch(turn.Folded)))) || IsOrigin(turn):
            // A post that is published states what it pays.
            case "private" when !Whom().IsMatch(turn.Folded) && turn.Asked.Seek is null or Seek.Job && NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks) is [{ Likeness: > IsNamed, Document.Type.Alias: "job" }, ..]:
                return null;
            case "private" when !Whom().IsMatch(turn.Folded) && NearestStep.IsTold(turn):
            case "private" when turn.Alike is [{ Score: >= IsNamedBy, Weight: >= SaidMuch, Document.Type.Alias: var alike }, ..] && (alike == "resource" || (alike == "job" && Fields.Asked(turn.Snapshot.Schema.DocumentTypes["job"], turn.Folded, turn.Snapshot).Exists(f => f is "payMin" or "payMax"))): // an instrument, or what a post pays
            case "offTopic" or "advice" when LimitStep.IsTrusted(turn):
            case "elsewhere" when !turn.Does(Acts.There) && ReadsLike(turn, Doubt.Elsewhere) < 0 && ReadsLike(turn, Doubt.Any) < 0:
            case "offTopic" or "advice" or "elsewhere" when (turn.Asked.Seek == Seek.Contact && Rest(turn.Question) is null) || (turn.StatesAmount && turn.Asked.Seek is not null && !(turn.Refused == "elsewhere" && (turn.Does(Acts.There) || ReadsLike(turn, Doubt.Elsewhere) > 0))) || IsOfOurs(turn):
                return null;
            case var group:
                return Refuse(turn, group);
        }
    }

    /// <param name="group">See <see cref="Matching.Cues.Refusals"/>.</param>
    public static AnswerStatus Refuse(Turn turn, string group)
    {
        switch (group)
        {
            case "advice":
                turn.Draft.Say("advice");
                LimitStep.Ask(turn);
                return AnswerStatus.OutOfScope;
            case "offTopic" or "elsewhere":
                return LimitStep.OutOfScope(turn);
            default:
                turn.Draft.Say("refused." + group);
                LimitStep.Examples(turn);
                return AnswerStatus.Refused;
        }
    }

    // Who got a post is not what it pays.
    [GeneratedRegex(@"谁|姓名|名字|名单|\b(?:who|whom|whose|names?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Whom();

    /// <summary>Something is to be done that is no looking for.</summary>
    [GeneratedRegex(@"^(?:please |can you |could you |kindly |pls )*(?:translate|solve|compose|sing|recite|summari[sz]e|proofread)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Orders();

    private static double ReadsLike(Turn turn, string kind) => Doubt.Of(Wording.Fold(turn.Question), kind);

    /// <summary>Whether the strange word is in a name, a trade or a profession of ours: a poem of a shop is one, a translator's job is none.</summary>
    private static bool IsOfOurs(Turn turn)
    {
        if (turn.Refused == "elsewhere" || Orders().IsMatch(turn.Folded))
            return false;
        var asked = turn.Asked;
        if (turn.Refused is "offTopic" or "advice" && asked is { Seek: Seek.Job, IsSure: true } && Work.IsTold(turn.Folded) && Screen.Refused(Work.Without(turn.Folded)) is null)
            return true;
        if (turn.Refused == "offTopic" && !turn.Does(Acts.Opinion) && !turn.Does(Acts.Assistant) && ((asked.Seek is null or Seek.Job && Post().IsMatch(turn.Folded)) || (asked.Seek is not null && Trade().IsMatch(turn.Folded)) || Settles().IsMatch(turn.Folded) || IsOfOne(turn)))
            return true;
        // The resort district is called after what others travel for.
        if (asked.Seek == Seek.Space && asked.Wanted.Any(w => w.Name == "district") && asked.Wanted.Any(w => w.Name == "kind"))
            return true;
        // Where a part of it stands for itself, the strange one does, too.
        if (turn.Parks.Count > 0 || NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks) is [{ Likeness: > IsNamed }, ..])
            return Rest(turn.Question) is null && (turn.Parks.Count == 0 || asked.Cues.Contains("seek") || asked.Cues.Contains("makes"));
        return asked.Seek is not null && (asked.Cues.Contains("seek") || asked.Cues.Contains("makes")) && asked.Wanted.Count + asked.Trades.Count > 0;
    }

    /// <summary>Whether a post is looked for, or a place for a trade, whatever words stand for them.</summary>
    public static bool IsFramed(string folded) => Post().IsMatch(folded) || Trade().IsMatch(folded) || Settles().IsMatch(folded);

    /// <summary>Whether another place stands in one part that asks nothing, and another part looks for something.</summary>
    private static bool IsOrigin(Turn turn)
    {
        var parts = Joint().Split(turn.Folded).Where(p => p.Length > 0).ToList();
        return turn.Asked.Seek is Seek.Space or Seek.Park or Seek.Job && turn.Asked.Wanted.Count + turn.Asked.Trades.Count > 0
            && parts.Where(p => Screen.Refused(p) is not null).All(p => !Asking().IsMatch(p)) && parts.Exists(p => Screen.Refused(p) is null && Looks().IsMatch(p));
    }

    /// <summary>Whether one published job or resource has all that is said, and enough of it: a translator of Portuguese.</summary>
    private static bool IsOfOne(Turn turn)
    {
        var said = turn.Stretches(turn.Folded).ToList();
        return turn.Alike is [{ Score: >= Said, Weight: >= SaidMuch }, ..] || said.Sum(s => WordRun.IsHan(s[0]) ? s.Length : LatinWeighs) >= LeastSaid && Coverage.Of(turn, "job", "resource").Any(c => c.Strange(turn.Snapshot, said).Count == 0);
    }

    /// <summary>The parts of a question that may be answered; null when it has no other parts.</summary>
    public static string? Rest(string clean)
    {
        var parts = Joint().Split(clean).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        var rest = parts.Where(p => Screen.Refused(p) is null).ToList();
        return rest.Count > 0 && rest.Count < parts.Count ? string.Join(' ', rest) : null;
    }

    // A post by its name: "any translator jobs", "do you hire lawyers".
    [GeneratedRegex(@"^.{0,12}(?:\u5c97\u4f4d?|\u804c\u4f4d|\u517c\u804c|\u5168\u804c|\u5b9e\u4e60)|^.{0,4}\u62db.{1,8}(?:\u5417|\u4e48|\u4e0d)?\W*$|\u54ea[\u91cc\u513f\u5bb6\u4e2a]\u62db|\u62db[\u4e00-\u9fff]{1,10}[\u5e08\u5458\u5de5]|\u62db\u4e0d\u62db|\u505a\u4ec0\u4e48\u5de5\u4f5c|\u5e94\u8058|\b(?:jobs?|vacanc(?:y|ies)|positions?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Post();

    // Somebody from there looks for something here.
    [GeneratedRegex(@"(?:\u516c\u53f8|\u56e2\u961f|\u603b\u90e8|\u5de5\u5382|\u6709\u5382|\u4f01\u4e1a|\u5ba2\u6237|\u8fc7\u6765|\u4eba)[^\u5e74]{0,12}(?:\u9700\u8981|\u60f3|\u8981|\u627e)|\u60f3(?:\u5728|\u6765|\u5230)\u6606\u5c71|\u642c(?:\u6765|\u5230\u6606\u5c71)|\bwe (?:are|need|want|have)\b|\bfrom\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comes();

    [GeneratedRegex(@"[\u54ea\u5417\u4e48\u51e0\u79df\u4ef7]|\u591a\u5c11|\u4ec0\u4e48|\u600e|\u6709\u6ca1\u6709|\u653f\u7b56|\u8865|\b(?:how|what|which|where|any)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:\u73b0\u5728|\u73b0|\u6211\u4eec?|\u6253\u7b97|\u51c6\u5907)*(?:\u60f3|\u8981|\u9700|\u627e|\u6c42|\u79df|\u770b)|^(?:we )?(?:need|want|look)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Looks();

    // Whoever makes it looks for a place.
    [GeneratedRegex(@"(?:\u5382\u5bb6?|\u516c\u53f8|\u4f01\u4e1a|\u56e2\u961f|\u5de5\u4f5c\u5ba4).{0,4}(?:\u653e|\u843d|\u79df)|\u54ea[\u4e2a\u5bb6\u4e9b]\u56ed|(?:\u68da|\u5382\u623f|\u8f66\u95f4|\u529e\u516c\u5ba4|\u5b9e\u9a8c\u5ba4|\u4ed3\u5e93?)(?:\u591a\u5c11\u94b1|\u600e\u4e48\u79df|\u6709\u6ca1\u6709|\u79df|$)|\b(?:studio|hall|factory|office|workshop|lab|warehouse|stage)s?\b.{0,12}\b(?:for rent|to rent|to let|for lease)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Settles();

    // Somewhere in Kunshan is looked for, wherever somebody is from.
    [GeneratedRegex(@"(?:\u60f3|\u8981)(?:\u770b|\u627e|\u5728)?.{0,2}\u6606\u5c71|\u6606\u5c71.{0,4}(?:\u54ea|\u627e|\u6709)|\bin kunshan\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Here();

    // A trade by what is made: "we make weather radars".
    [GeneratedRegex(@"(?:^|[,;\u3002 ]|\u6211\u4eec|\u516c\u53f8)(?:\u662f)?(?:\u505a|\u751f\u4ea7|\u7814\u53d1|\u62cd)[\u4e00-\u9fffa-z ]{2,14}(?:\u7684|,)|\u54ea[\u4e2a\u5bb6\u4e9b]\u56ed|\u4ec0\u4e48\u56ed|(?:\u5382\u5bb6?|\u516c\u53f8|\u4f01\u4e1a|\u56e2\u961f|\u5de5\u4f5c\u5ba4)(?:\u627e|\u8981|\u60f3|\u80fd|\u53ef\u4ee5|\u653e|\u79df|\u53bb|\u9009|\u843d|\u51c6\u5907)|\bwe (?:make|build|develop|produce|design|sell|manufacture)\b|\b(?:maker|manufacturer|firm|team|start-?up)s?\b.{0,12}\b(?:looking|seeks?|needs?|wants?)\b|\bwhich park\b|\b(?:maker|manufacturer|producer)s? of\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Trade();

    [GeneratedRegex(@"[,;.?!\uff0c\uff1b\u3002\uff1f\uff01]\s*|\b(?:and|also|plus)\b|\u987a\u4fbf|\u53e6\u5916|\u8fd8\u6709|\u5916\u52a0", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Joint();
}
