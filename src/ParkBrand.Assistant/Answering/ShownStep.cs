using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>Something is asked of the spaces, jobs or other records that were shown before, without calling them by name: "what is the rent", "how long is the queue".</summary>
internal static partial class ShownStep
{
    private const int MostRecords = 3, MostFields = 4, MostUnsaid = 2, StemLength = 4;

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Shown is [{ Type.Alias: not "park" }, ..] && WhichPark().IsMatch(turn.Folded) && Parks(turn) is { } status)
            return status;
        if (turn.Shown is [{ Type.Alias: "space" }, _, ..] && Best(turn) is { } best)
            return best;
        if (turn.Shown is not [{ Type: { Alias: not "park" } type }, ..] || !AsksOnly(turn, type.Alias))
            return null;
        var fields = Fields.Asked(type, turn.Read.Picked is null ? turn.Folded : Pointing.Unpicked(turn.Folded), turn.Snapshot).Take(MostFields).ToList();
        if (fields.Count == 0 || IsMore(turn.Unsaid(Fields.Without(type, turn.Read.Rest, turn.Snapshot))) || (turn.Read.Seek == Seek.Policy && fields is not ["housing"]))
            return null;
        var pointed = turn.Asked.Ordinals.Where(o => o <= turn.Shown.Count).Select(o => turn.Shown[o - 1]).ToList();
        if (pointed.Count == 0 && turn.Shown.FirstOrDefault(d => d.Path == turn.Focus) is { } focus)
            pointed.Add(focus);
        var meant = (pointed.Count > 0 ? pointed : turn.Shown.Where(d => d.Type.Alias == type.Alias)).Take(MostRecords).Select(d => (Document: d, Told: turn.Draft.Told(d, fields))).Where(m => m.Told.Count > 0).ToList();
        if (meant.Count == 0)
            return null;
        foreach (var (document, told) in meant)
        {
            turn.Draft.Say("facts.line", turn.Draft.Name(document), string.Join(turn.Words["clause"], told));
            RecordStep.Show(turn, document, fields);
        }

        (turn.Keeps, turn.Focus) = (true, meant is [var one] ? one.Document.Path : null);
        return AnswerStatus.Answered;
    }

    /// <summary>"Which park?" of the jobs or spaces that were shown.</summary>
    private static AnswerStatus? Parks(Turn turn)
    {
        var told = turn.Shown.Take(MostRecords).Select(d => (Document: d, Park: d.ParentId is { } parent ? turn.Snapshot.Find(parent) : null)).Where(d => d.Park?.Type.Alias == "park").ToList();
        foreach (var (document, park) in told)
        {
            turn.Draft.Say("shown.park", turn.Draft.Name(document), turn.Draft.Name(park!));
            RecordStep.Show(turn, document, []);
        }

        turn.Keeps = told.Count > 0;
        return told.Count > 0 ? AnswerStatus.Answered : null;
    }

    /// <summary>"Which one is the cheapest?" of the spaces that were shown.</summary>
    private static AnswerStatus? Best(Turn turn)
    {
        var read = turn.Read;
        if (read.Wishes is not [var (field, low)] || read.Wanted.Count + read.Trades.Count + read.Parks.Count + read.Dropped.Count + read.Asked.Count(a => a != field) > 0 || !WhichOne().IsMatch(turn.Folded)
            || turn.Shown[0].Type.Find(field) is not { DataType.Kind: Content.Schema.ValueKind.Integer or Content.Schema.ValueKind.Decimal } property)
            return null;
        turn.Keeps = RankStep.Say(turn, property, !low, turn.Shown.Where(d => d.Type.Alias == "space"));
        return turn.Keeps ? AnswerStatus.Answered : null;
    }

    [GeneratedRegex(@"哪[个家间处栋套](?:最|更|比较)|(?:最|更)(?:便宜|低|大|小|高|贵)的?(?:是|在)?哪[个家间处栋套]|\bwhich (?:one |of (?:them|these|those|the (?:two|three)) |space |unit |hall |lab |office |building )?(?:is|has|offers|costs)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WhichOne();

    /// <summary>Whether more is said than what was asked: then it is not understood by that alone.</summary>
    private static bool IsMore(string unsaid) => unsaid.Count(WordRun.IsHan) > MostUnsaid || unsaid.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(w => char.IsAsciiLetter(w[0])) > MostUnsaid;

    /// <summary>Whether nothing is looked for: no need, no trade, no park, no change of what was asked before.</summary>
    private static bool AsksOnly(Turn turn, string type)
    {
        var read = turn.Read;
        bool IsKind(Wanted wanted) => NeedNames.Of(wanted.Name) == "kind" && type == "space" && turn.Shown.All(d => turn.Draft.Values(d).Text("kind") == wanted.Value);
        // "What does it cost" names no costing.
        bool IsNamed(string trade) => Fields.Without(turn.Shown[0].Type, turn.Folded, turn.Snapshot).Contains(trade[..Math.Min(trade.Length, StemLength)], StringComparison.OrdinalIgnoreCase);
        bool IsHousing(Wanted wanted) => wanted.Name == "facilities" && type == "job" && turn.Asks;
        bool IsRent(Wanted wanted) => wanted is { Name: "tenure", Value: "lease" } && type == "space" && Fields.Asked(turn.Shown[0].Type, turn.Folded, turn.Snapshot) is ["rent"] && !ToRent().IsMatch(turn.Folded);
        return !turn.StatesAmount && !read.Trades.Any(IsNamed) && read.Parks.Count + read.Wishes.Count + read.Changed.Count + read.Dropped.Count == 0
            && read.Wanted.All(w => !w.Not && (IsKind(w) || IsHousing(w) || IsRent(w)))
            && (read.Seek is null || (!read.IsSure && read.Wanted.All(IsHousing)) || RecordStep.TypeOf(read.Seek.Value) == type || (read.Seek is Seek.Space or Seek.Park && type == "space" && read.Wanted.Count > 0) || (read.Seek == Seek.Policy && type == "job" && read.Wanted.Count == 0))
            && !read.Cues.Overlaps(["replace", "among", "add", "compare"]) && (type is "policy" or "financeProduct" || !read.Cues.Overlaps(["top", "bottom"]));
    }

    [GeneratedRegex(@"^(?:那|都|请问|这些)?(?:是|在|属于)?(?:都)?(?:在|是)?(?:哪|什么)(?:个|家|些|几个)?(?:园区?|产业园)(?:的|里|啊|呀|呢)?[?？]?$|^(?:and |so )?(?:in |at )?(?:which|what) parks?(?: (?:is (?:it|that|this)|are (?:they|these|those))(?: in| at)?)?\??$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WhichPark();

    // How it is to be had, not what it costs.
    [GeneratedRegex(@"\b(?:for|to) (?:rent|let|lease)\b|\b(?:rent|lease|renting|leasing) only\b|\bonly (?:rent|lease)|只租|[要想]租", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ToRent();
}
