using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Money, flats and permits asked for by what they give, not by the names of policies; and who can be asked about something.</summary>
internal static partial class SupportStep
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
        var parks = turn.Asked.Seek == Seek.Park && first.Type.Alias == "policy" ? turn.Snapshot.OfType("park", turn.Culture).Select(p => p.Id).ToHashSet() : null;
        return RecordStep.Tell(turn, first.Type.Alias == "policy" ? Seek.Policy : Seek.Finance, meant, parks);
    }

    /// <summary>Whether so much of what is asked for is said by what is published that no bargain or promise is meant.</summary>
    public static bool IsPublished(Turn turn) => Meant(turn) is [var first, ..] && Likeness.To(turn, Papers) is [{ Score: >= Most, Weight: >= Much } best, ..] && best.Document == first;

    /// <summary>What is asked for by what it gives, best first; nothing where something else may be asked for.</summary>
    public static List<PublishedDocument> Meant(Turn turn)
    {
        var asked = turn.Asked;
        var said = asked.Seek is Seek.Policy or Seek.Finance;
        if (asked.Seek is Seek.Story || (asked is { Seek: Seek.Job, IsSure: true } && asked.Wanted.Any(w => w.Name.StartsWith("job.", StringComparison.Ordinal)) && !Asks(turn)))
            return [];
        // A few words that go on from what was shown narrow it: "those that take the voucher".
        if (turn.GoesOn && !said && turn.Folded.Length <= Brief)
            return [];
        // Parks whose companies may use a policy that is named are parks; so are those that have several things, talent apartments among them.
        if (turn.Parks.Count > 0 || AsksParks(turn) || (asked is { Seek: Seek.Park, IsSure: true } && turn.Request.Needs["policy"] is not null && (turn.Request.Needs.All.Count > 1 || asked.Wanted.Any(w => w.Name == "policy") || Uses().IsMatch(turn.Folded))) || !(said || turn.Says("support")) || (turn.StatesAmount && asked.Seek is Seek.Space or Seek.Job) || asked.Cues.Contains("top") || turn.Says("how many"))
            return [];
        var papers = Likeness.To(turn, Papers);
        if (papers is not [var best, ..] || best.Score < Sure || best.Weight < Enough)
            return [];
        // "With a rent allowance" is said of a post, too: what says more of it is meant.
        if (!said && Best(turn, Records) is { } record && record.Score * Rival > best.Score)
            return [];
        return [.. papers.TakeWhile(p => p.Score >= best.Score * Share).Take(Told).Select(p => p.Document)];
    }

    /// <summary>Whether parks are asked for by what they have.</summary>
    public static bool AsksParks(Turn turn) => turn.Asked.Seek == Seek.Park && (Reading.AsksFor(turn.Folded) || Schemes.IsWhere(turn.Folded) || (turn.GoesOn && Schemes.IsThat(turn.Folded))) && (turn.Request.Needs["policy"] is { Must: true } || (turn.Request.Needs["facilities"] is { } had
        && (had.Values.Count > 1 || turn.Request.Needs.Must.Any(n => n.Field.Level == NeedLevel.Park && n.Name is not ("facilities" or "district" or "sector" or "niche")))));

    /// <summary>Whether money, or what it costs, is what is asked after.</summary>
    public static bool Asks(Turn turn) => AsksSupport().IsMatch(turn.Folded);

    private static Alike? Best(Turn turn, string[] types) => Likeness.To(turn, types) is [var best, ..] ? best : null;

    // Money is what is asked after, and no more than a wish beside a post.
    [GeneratedRegex(@"(?:\u8865[\u8d34\u52a9]?|\u6d25\u8d34|\u5956\u52b1?|\u8d44\u91d1|\u6298\u6263?|\u652f\u6301|\u653f\u7b56|\u6276\u6301|\u51cf\u514d|\u8d37\u6b3e?|\u516c\u5bd3|\u5b89\u5bb6\u8d39).{0,6}(?:\u591a\u5c11|\u51e0|\u600e|\u5417|\u4e48|\u5462|\u6807\u51c6|\u53d1|\u6761\u4ef6|\u7533|\u9886)|(?:\u6709\u6ca1\u6709|\u6709\u4ec0\u4e48|\u6709\u5565|\u54ea\u4e9b|\u80fd\u62ff|\u53ef\u4ee5\u62ff|\u80fd\u9886|\u7ed9\u4e0d\u7ed9|\u591a\u5c11|\u51e0\u6298).{0,8}(?:\u8865|\u5956|\u652f\u6301|\u653f\u7b56|\u94b1|\u516c\u5bd3|\u6298)|\b(?:grants?|subsid\w+|allowances?|money|support|rewards?|loans?|discounts?|vouchers?|rent|interest|help|stipends?|funds?|funding|apartments?|flats?|schemes?|polic\w+|receive|refund|paid|pays?|bonus|capital|price|free|deposit)\b|(?:\u8981|\u80fd|\u53ef\u4ee5|\u7528|\u8fd8)(?:\u4e0d\u8981?|\u518d)?(?:\u4ea4|\u4ed8|\u514d|\u62b5|\u8865|\u7ed9|\u62a5|\u62ff|\u8d34|\u7701).{0,10}[\u5417\u4e48\u4e0d\u51e0\u6ca1?]|\u7ed9(?:\u591a\u5c11|\u51e0|\u94b1|\u8865)|\u62b5(?:\u51e0|\u591a\u5c11)|\u514d[\u5417\u4e48]|\u5730\u4ef7", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AsksSupport();

    // Parks whose companies may use it are asked for, not the policy.
    [GeneratedRegex(@"\u80fd\u7528|\u53ef\u4ee5\u7528|\u9002\u7528|\u4eab\u53d7|\bcan use\b|\bmay use\b|\bqualif|\beligib|\bappl(?:y|ies)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Uses();
}
