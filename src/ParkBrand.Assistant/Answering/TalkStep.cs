namespace ParkBrand.Assistant.Answering;

/// <summary>What people say to whoever answers, rather than ask: thanks, goodbye, who are you, and worse.</summary>
internal static class TalkStep
{
    private const int MostBeside = 8;
    private static readonly string[] Kinds = ["rude", "thanks", "bye", "hello", "fine"];

    public static AnswerStatus? Answer(Turn turn)
    {
        var who = turn.Says("who");
        if (!who && (turn.Asked.IsAbout || Kinds.FirstOrDefault(turn.Says) is not { } kind || turn.Unsaid([]).Length > (kind == "fine" ? 2 : MostBeside)))
            return null;
        turn.Draft.Say("talk." + (who ? "who" : Kinds.First(turn.Says)));
        LimitStep.Examples(turn);
        return AnswerStatus.Clarify;
    }
}
