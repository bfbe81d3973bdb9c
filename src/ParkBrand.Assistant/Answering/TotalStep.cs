using System.Globalization;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>How many there are of a kind, and totals over the city. A total that nobody publishes is not worked out.</summary>
internal static class TotalStep
{
    private static readonly Dictionary<Seek, string> Types = new()
    {
        [Seek.Park] = "park", [Seek.Space] = "space", [Seek.Job] = "job", [Seek.Resource] = "resource",
        [Seek.Policy] = "policy", [Seek.Finance] = "financeProduct", [Seek.Contact] = "contactPoint", [Seek.Story] = "feature",
    };

    /// <summary>Whether a number of all parks together is asked for.</summary>
    public static bool IsTotal(Turn turn) => (turn.Says("mean") || turn.Says("all")) && turn.Asked.Seek is (null or Seek.Park) && RankStep.Order(turn) is null
        && Fields.Numbers(turn.Snapshot.Schema.DocumentTypes["park"], turn.Folded, turn.Snapshot).Count > 0;

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.Asked.Asked.Contains("policies") || !(turn.Says("how many") || turn.Says("mean") || turn.Says("all")) || turn.StatesAmount)
            return null;
        var park = turn.Snapshot.Schema.DocumentTypes["park"];
        var mean = turn.Says("mean");
        if (Fields.Numbers(park, turn.Folded, turn.Snapshot) is [var number, ..] && (mean || turn.Says("all")) && turn.Asked is not { Seek: Seek.Job, IsSure: true } && RankStep.Order(turn) is null && turn.Request.Needs.Must.Count == 0)
            return (mean ? null : Published(turn, number.Alias)) ?? Unpublished(turn, number);
        if (mean && turn.Asked.Seek is { } kind && Types.TryGetValue(kind, out var of))
            return Unpublished(turn, Fields.Numbers(turn.Snapshot.Schema.DocumentTypes[of == "park" ? "space" : of], turn.Folded, turn.Snapshot) is [var other, ..] ? other : null);
        return !mean && turn.Says("how many") ? Count(turn) : null;
    }

    private static AnswerStatus? Count(Turn turn)
    {
        var named = Types.Keys.Where(s => turn.Folded.Contains(turn.Words["seek." + s.ToString().ToLowerInvariant()], StringComparison.OrdinalIgnoreCase)).Select(s => (Seek?)s).FirstOrDefault();
        if ((named ?? turn.Asked.Seek) is not { } seek || turn.Unsaid([]).Length > 2 || turn.Wanted.Any(w => w.Name is "district" or "sector" or "job.jobType" || named is null)
            || turn.Asked.Trades.Count > 0)
            return null;
        var all = turn.Snapshot.OfType(Types[seek], turn.Culture);
        turn.Draft.Say("count", turn.Words.Counted(seek, all.Count));
        if (seek == Seek.Park)
            Published(turn, "parks");
        turn.Suggestions.AddRange(turn.Words.Choices(seek));
        return AnswerStatus.Answered;
    }

    /// <summary>What the progress of the action plan states for the whole city.</summary>
    private static AnswerStatus? Published(Turn turn, string alias)
    {
        var indicator = alias == "carrierBuilt" ? "carrierArea" : alias;
        if (turn.Snapshot.OfType("progress", turn.Culture).FirstOrDefault() is not { } progress
            || turn.Draft.Values(progress).Blocks("indicators").FirstOrDefault(b => b.Text("indicator") == indicator) is not { } row)
            return null;
        var name = row.Holder.Find("indicator")!.DataType.Item(indicator)?.Name.In(turn.Culture) ?? indicator;
        if (alias != "parks")
            turn.Draft.Say("total", name, turn.Draft.Quoted(progress, "indicators", turn.Words.Amount(row.Number("actual") ?? 0, row.Text("unit"))));
        else
            turn.Draft.Say("total.target", turn.Draft.Quoted(progress, "indicators", turn.Words.Amount(row.Number("target") ?? 0, row.Text("unit"))));
        MatchStep.Add(turn, progress, null, []);
        return AnswerStatus.Answered;
    }

    private static AnswerStatus Unpublished(Turn turn, Content.Schema.Property? number)
    {
        turn.Draft.Say("total.none", number is null ? "" : turn.Words.Inline(number));
        if (number is not null && turn.Snapshot.Schema.DocumentTypes["park"].Find(number.Alias) == number)
            RankStep.Say(turn, number, high: true, turn.Snapshot.OfType("park", turn.Culture));
        else
            turn.Suggestions.AddRange(turn.Words.Choices(turn.Asked.Seek));
        return AnswerStatus.Partial;
    }
}
