using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>What must not be answered, and what is about something or somewhere else.</summary>
internal static partial class RefusalStep
{
    private const double IsNamed = 0.95;

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
            case "elsewhere" when RecordFactStep.Desk(turn) is not null || (turn.Does(Acts.Ours) && turn.Asked.Seek is not null && Comes().IsMatch(turn.Folded)):
            case "offTopic" or "advice" or "elsewhere" when (turn.Asked.Seek == Seek.Contact && Rest(turn.Question) is null) || (turn.StatesAmount && turn.Asked.Seek is not null) || IsOfOurs(turn):
                return null;
            case "advice":
                turn.Draft.Say("advice");
                LimitStep.Ask(turn);
                return AnswerStatus.OutOfScope;
            case "offTopic" or "elsewhere":
                return LimitStep.Decline(turn);
            case var group:
                turn.Draft.Say("refused." + group);
                LimitStep.Examples(turn);
                return AnswerStatus.Refused;
        }
    }

    /// <summary>Whether the strange word is in a name, a trade or a profession of ours: a poem of a shop is one, a translator's job is none.</summary>
    private static bool IsOfOurs(Turn turn)
    {
        if (turn.Refused == "elsewhere")
            return false;
        var asked = turn.Asked;
        if (turn.Refused == "offTopic" && !turn.Does(Acts.Opinion) && !turn.Does(Acts.Assistant) && ((asked.Seek is null or Seek.Job && Post().IsMatch(turn.Folded)) || (asked.Seek is not null && Trade().IsMatch(turn.Folded))))
            return true;
        // The resort district is called after what others travel for.
        if (asked.Seek == Seek.Space && asked.Wanted.Any(w => w.Name == "district") && asked.Wanted.Any(w => w.Name == "kind"))
            return true;
        // Where a part of it stands for itself, the strange one does, too.
        if (turn.Parks.Count > 0 || NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks) is [{ Likeness: > IsNamed }, ..])
            return Rest(turn.Question) is null && (turn.Parks.Count == 0 || asked.Cues.Contains("seek") || asked.Cues.Contains("makes"));
        return asked.Seek is not null && (asked.Cues.Contains("seek") || asked.Cues.Contains("makes")) && asked.Wanted.Count + asked.Trades.Count > 0;
    }

    /// <summary>The parts of a question that may be answered; null when it has no other parts.</summary>
    public static string? Rest(string clean)
    {
        var parts = Joint().Split(clean).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        var rest = parts.Where(p => Screen.Refused(p) is null).ToList();
        return rest.Count > 0 && rest.Count < parts.Count ? string.Join(' ', rest) : null;
    }

    // A post by its name: "any translator jobs", "do you hire lawyers".
    [GeneratedRegex(@"^.{0,12}(?:\u5c97\u4f4d?|\u804c\u4f4d)|^.{0,4}\u62db.{1,8}(?:\u5417|\u4e48|\u4e0d)?\W*$|\b(?:jobs?|vacanc(?:y|ies)|positions?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Post();

    // Somebody from there looks for something here.
    [GeneratedRegex(@"(?:\u516c\u53f8|\u56e2\u961f|\u603b\u90e8|\u5de5\u5382|\u6709\u5382|\u4f01\u4e1a|\u5ba2\u6237|\u8fc7\u6765|\u4eba)[^\u5e74]{0,12}(?:\u9700\u8981|\u60f3|\u8981|\u627e)|\u60f3(?:\u5728|\u6765|\u5230)\u6606\u5c71|\u642c(?:\u6765|\u5230\u6606\u5c71)|\bwe (?:are|need|want|have)\b|\bfrom\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Comes();

    // A trade by what is made: "we make weather radars".
    [GeneratedRegex(@"(?:^|[,;\u3002 ]|\u6211\u4eec|\u516c\u53f8)(?:\u662f)?(?:\u505a|\u751f\u4ea7|\u7814\u53d1|\u62cd)[\u4e00-\u9fffa-z ]{2,14}(?:\u7684|,)|\bwe (?:make|build|develop|produce|design|sell|manufacture)\b|\b(?:maker|manufacturer|producer)s? of\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Trade();

    [GeneratedRegex(@"[,;.?!\uff0c\uff1b\u3002\uff1f\uff01]\s*|\b(?:and|also|plus)\b|\u987a\u4fbf|\u53e6\u5916|\u8fd8\u6709|\u5916\u52a0", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Joint();
}
