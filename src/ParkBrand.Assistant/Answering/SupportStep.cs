using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>Money, flats and permits asked for by what they give, not by the names of policies; and who can be asked about something.</summary>
internal static class SupportStep
{
    // How much of a question a document must say to be what is meant; and how near to the best of them others must be to be told, too.
    private const double Least = 0.3, Sure = 0.36, LeastWeight = 5, Enough = 7, Much = 13, Most = 0.55, Share = 0.75, Rival = 0.95;
    private const int Told = 3, Brief = 8;
    private static readonly string[] Papers = ["policy", "financeProduct"], Records = ["job", "resource"], Desks = ["contactPoint"];

    /// <summary>Who can be asked: a desk by what it says that it is there for.</summary>
    public static AnswerStatus? Whom(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.StatesAmount || !turn.Says("whom") || Best(turn, Desks) is not { Score: >= Least, Weight: >= LeastWeight } desk)
            return null;
        return RecordStep.Tell(turn, Seek.Contact, [desk.Document]);
    }

    public static AnswerStatus? Answer(Turn turn)
    {
        if (Meant(turn) is not [var first, ..] meant)
            return null;
        return RecordStep.Tell(turn, first.Type.Alias == "policy" ? Seek.Policy : Seek.Finance, meant);
    }

    /// <summary>Whether so much of what is asked for is said by what is published that no bargain or promise is meant.</summary>
    public static bool IsPublished(Turn turn) => Meant(turn) is [var first, ..] && Likeness.Of(turn).To(turn, Papers) is [{ Score: >= Most, Weight: >= Much } best, ..] && best.Document == first;

    /// <summary>What is asked for by what it gives, best first; nothing where something else may be asked for.</summary>
    public static List<PublishedDocument> Meant(Turn turn)
    {
        var asked = turn.Asked;
        var said = asked.Seek is Seek.Policy or Seek.Finance;
        // A few words that go on from what was shown narrow it: "those that take the voucher".
        if (turn.GoesOn && !said && turn.Folded.Length <= Brief)
            return [];
        // Parks whose companies may use a policy that is named are parks.
        if (turn.Parks.Count > 0 || (asked is { Seek: Seek.Park, IsSure: true } && turn.Request.Needs["policy"] is not null) || !(said || turn.Says("support")) || (turn.StatesAmount && asked.Seek is Seek.Space or Seek.Job) || asked.Cues.Contains("top") || turn.Says("how many"))
            return [];
        var papers = Likeness.Of(turn).To(turn, Papers);
        if (papers is not [var best, ..] || best.Score < Sure || best.Weight < Enough)
            return [];
        // "With a rent allowance" is said of a post, too: what says more of it is meant.
        if (!said && Best(turn, Records) is { } record && record.Score * Rival > best.Score)
            return [];
        return [.. papers.TakeWhile(p => p.Score >= best.Score * Share).Take(Told).Select(p => p.Document)];
    }

    private static Alike? Best(Turn turn, string[] types) => Likeness.Of(turn).To(turn, types) is [var best, ..] ? best : null;
}
