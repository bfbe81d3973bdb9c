using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// What the words of a whole question read like, where rules ended otherwise: they may have answered by a few words that mean
/// something here, or have found no answer and not known why there is none.
/// </summary>
internal static class SecondOpinion
{
    // What has to speak for one kind, for that and any kind together, for any kind at least; for a refusal; for any kind alone, and with what nobody publishes; for a kind where nothing was understood.
    private const double Told = 0.3, Together = 0.4, Least = 0.1, Refused = 0.7, Doubtful = 0.6, Unpublished = 0.9, Strange = -0.2;
    private const int MostDoubted = 1, ShortestClear = 6;
    private static readonly string[] Kinds = [Doubt.Subject, Doubt.Advice, Doubt.Private, Doubt.Harm, Doubt.Elsewhere, Doubt.Unknowable, Doubt.Opinion, Doubt.Self];

    /// <param name="isNamed">Whether it was answered from a record that is called by its name: then only what is nobody's business overrules.</param>
    /// <returns>Null where nothing is said against the way in which it ended.</returns>
    public static (Turn, AnswerStatus)? Of(Turn turn, AnswerStatus status, bool isNamed)
    {
        if (turn.GoesOn || turn.Asked.Seek is Seek.Story or Seek.Contact)
            return null;
        var sums = Doubt.Sums(Wording.Fold(turn.Question));
        double Sum(string kind) => sums[Array.IndexOf(Doubt.Kinds, kind)];
        var (kind, any) = (Kinds.MaxBy(Sum)!, Sum(Doubt.Any));
        var again = turn.Again();
        // What a published post pays is nobody's secret.
        if (status == AnswerStatus.Answered && turn.Draft.Cards is [{ Type: "job" }] && Fields.Asked(turn.Snapshot.Schema.DocumentTypes["job"], turn.Folded, turn.Snapshot).Exists(f => f is "payMin" or "payMax"))
            return null;
        if (isNamed)
            return kind == Doubt.Private && Sum(kind) > Refused ? (again, Ended(again, kind)) : null;
        // The rules let a strange word pass for the sake of others.
        if (turn.Refused is { } group && any > Together)
            return (again, RefusalStep.Refuse(again, group));
        if (Sum(kind) > Told && Sum(kind) + any > Together && Overrules(turn, status, kind, Sum))
            return (again, Ended(again, kind));
        return status is not (AnswerStatus.Clarify or AnswerStatus.OutOfScope) && (any > Doubtful || any + Sum(Doubt.Unpublished) > Unpublished) && IsLittle(turn) && !turn.Says("how many") ? (again, LimitStep.AskBack(again)) : null;
    }

    /// <summary>Whether what nothing was made of reads like a question about something, rather than like too few words.</summary>
    public static bool IsAbout(Turn turn)
    {
        var sums = Doubt.Sums(Wording.Fold(turn.Question));
        // Pairs of words say little of what kind a few Latin ones are.
        if (!turn.Folded.Any(WordRun.IsHan))
            return sums[0] > -Least;
        return Kinds.Max(k => sums[Array.IndexOf(Doubt.Kinds, k)]) is var most && (most > Strange || sums[0] > Told) && most > sums[Array.IndexOf(Doubt.Kinds, Doubt.Vague)];
    }

    private static bool Overrules(Turn turn, AnswerStatus status, string kind, Func<string, double> sum) => status switch
    {
        // A few words are hardly clear enough to be about anything.
        AnswerStatus.Clarify => sum(kind) > sum(Doubt.Vague) + (turn.Folded.Length > ShortestClear ? 0 : Together),
        AnswerStatus.OutOfScope => kind is Doubt.Private or Doubt.Harm && sum(kind) > Refused,
        // Why it is not told was said already.
        AnswerStatus.Partial when kind == Doubt.Unknowable && Grounds(turn.Asked) + turn.Parks.Count > 0 => false,
        // A place of ours is no other city.
        _ when kind == Doubt.Elsewhere && turn.Asked.Wanted.Any(w => w is { Name: "district", Not: false }) => false,
        // What says what kind of thing is looked for, and something of it, has to read like a limit as a whole.
        _ when turn.Asked.IsSure && kind is not (Doubt.Private or Doubt.Harm or Doubt.Elsewhere) && Grounds(turn.Asked) + turn.Asked.Wanted.Count(w => w.Name.Contains('.')) > 0 => sum(kind) > Refused && sum(Doubt.Any) > Together,
        _ => sum(kind) > Refused ? sum(Doubt.Any) > (turn.StatesAmount || turn.Asked.Seek is Seek.Policy or Seek.Finance ? Least : -Together) : turn.Parks.Count == 0 && sum(Doubt.Any) > Least,
    };

    private static AnswerStatus Ended(Turn turn, string kind) => kind switch
    {
        Doubt.Subject or Doubt.Opinion => RefusalStep.Refuse(turn, "offTopic"),
        Doubt.Unknowable => LimitStep.Withhold(turn, "unknowable"),
        Doubt.Self => LimitStep.Withhold(turn, "talk.self"),
        _ => RefusalStep.Refuse(turn, kind),
    };

    /// <summary>Whether no more than one loose thing was understood.</summary>
    private static bool IsLittle(Turn turn) => !turn.StatesAmount && turn.Parks.Count == 0 && Grounds(turn.Asked) <= MostDoubted;

    // A trade may be said in two words, and brings its sector along.
    private static int Grounds(Understanding asked) => Math.Min(1, asked.Trades.Count) + asked.Wanted.Count(w => !w.Name.Contains('.') && !(w.Name == "sector" && asked.Trades.Count > 0));
}
