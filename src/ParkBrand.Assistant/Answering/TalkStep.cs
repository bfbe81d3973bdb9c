using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>What people say to whoever answers, rather than ask: thanks, goodbye, who are you, do it for me, and worse.</summary>
internal static class TalkStep
{
    private const int MostBeside = 8, LongestScold = 40, MostOfOne = 8;
    private static readonly string[] Kinds = ["rude", "thanks", "bye", "hello", "fine"];

    public static AnswerStatus? Answer(Turn turn)
    {
        if (Kind(turn) is not { } kind)
            return null;
        turn.Draft.Say("talk." + kind);
        if (kind == "self")
            LimitStep.Ask(turn);
        else
            LimitStep.Examples(turn);
        return AnswerStatus.Clarify;
    }

    private static string? Kind(Turn turn)
    {
        if (turn.Says("who"))
            return "who";
        var looks = turn.StatesAmount || (turn.Asked.Seek is Seek.Job or Seek.Resource && turn.Asked.Cues.Contains("seek")) || turn.Parks.Count > 0 || (turn.Asked.Wanted.Count + turn.Asked.Trades.Count > 1 && turn.Folded.Length > MostOfOne);
        if (!looks && turn.Does(Acts.Assistant))
            return "self";
        if (!looks && turn.Does(Acts.Rude) && turn.Question.Length <= LongestScold)
            return "rude";
        return !turn.Asked.IsAbout && Kinds.FirstOrDefault(turn.Says) is { } said && turn.Unsaid([]).Length <= (said == "fine" ? 2 : MostBeside) ? said : null;
    }
}
