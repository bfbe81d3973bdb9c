using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>What is asked of a job, a space, a policy or another record that is called by its name.</summary>
internal static partial class RecordFactStep
{
    private const int MostMeant = 3, MostFields = 4, MostChoices = 6;
    private const double LeastAlike = 0.45, LeastBeside = 0.4, LeastSaid = 4;

    public static AnswerStatus? Answer(Turn turn)
    {
        // Who states a size or a pay looks for what fits, not for what a record says.
        if (turn.StatesAmount || SupportStep.AsksParks(turn) || (turn.Asked.Seek == Seek.Park && RankStep.Order(turn) is not null))
            return null;
        var named = NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks);
        var asked = named.Select(n => (n.Document, n.Likeness, Fields: Fields.Asked(n.Document.Type, turn.Without([n.Document, .. turn.Parks]), turn.Snapshot))).ToList();
        // Of all parks a total is asked for; most of a record's name is then there by chance.
        var meant = asked.Where(a => a.Fields.Count > 0 && (turn.Asked.Seek != Seek.Story || a.Document.Type.Alias == "feature") && (a.Likeness > 0.95 || turn.Parks.Count > 0 || (!TotalStep.IsTotal(turn) && !(turn.Asked.Seek is Seek.Park or Seek.Space && a.Document.Type.Alias is "job" or "resource")))).ToList();
        if (meant.Count == 0 && Within(turn) is { } inside)
            return Say(turn, inside.Document, inside.Fields) ? AnswerStatus.Answered : AnswerStatus.Partial;
        if (meant.Count == 0 && turn.Parks.Count == 0 && Desk(turn) is { } desk)
            return Say(turn, desk.Document, desk.Fields) ? AnswerStatus.Answered : AnswerStatus.Partial;
        if (meant.Count == 0)
            return asked is [{ Likeness: > 0.95 } whole, ..] && turn.Unsaid([whole.Document, .. turn.Parks]).Length <= 1 ? Tell(turn, whole.Document) : null;
        if (meant.Count > MostMeant)
            return turn.Parks.Count == 0 && meant[0].Likeness > 0.95 ? Which(turn, [.. meant.Select(m => m.Document)]) : null;
        var status = AnswerStatus.Answered;
        foreach (var (document, _, fields) in meant)
            if (!Say(turn, document, [.. fields.Take(MostFields)]))
                status = AnswerStatus.Partial;
        return status;
    }

    /// <summary>The same thing of two or three parks that are named: what is asked of it, side by side.</summary>
    public static AnswerStatus? Beside(Turn turn)
    {
        if (turn.Parks.Count is < 2 or > MostMeant || turn.StatesAmount)
            return null;
        var alike = Likeness.To(turn, "resource", "job").Where(a => a.Score >= LeastBeside && a.Weight >= LeastSaid).ToList();
        var best = turn.Parks.Select(p => alike.FirstOrDefault(a => a.Document.ParentId == p.Id && a.Document.Type == alike[0].Document.Type).Document).ToList();
        if (best.Exists(d => d is null) || Fields.Asked(best[0].Type, turn.Without([.. best, .. turn.Parks]), turn.Snapshot) is not { Count: > 0 } fields)
            return null;
        return Say(turn, best, [.. fields.Take(MostFields)]);
    }

    /// <summary>What is asked of the spaces in a building of the park that is named.</summary>
    public static AnswerStatus? OfBuilding(Turn turn)
    {
        if (turn.StatesAmount || turn.Parks is not [var park] || Building().Match(turn.Folded) is not { Success: true } said)
            return null;
        var name = new Regex($@"(?<![a-z0-9]){Coverage.Block(said.Value)}(?:(?<=[\u4e00-\u9fff])|(?![a-z0-9]))", RegexOptions.None, TimeSpan.FromSeconds(1));
        var spaces = turn.Snapshot.ChildrenOf(park.Id).Where(d => d.Type.Alias == "space" && d.IsIn(turn.Culture) && name.IsMatch(Wording.Fold(turn.Draft.Name(d)).Replace(" ", "", StringComparison.Ordinal))).ToList();
        if (spaces.Count is 0 or > MostMeant)
            return null;
        var fields = Fields.Asked(spaces[0].Type, turn.Without([.. spaces, park]), turn.Snapshot);
        return fields.Count == 0 ? null : Say(turn, spaces, [.. fields.Take(MostFields)]);
    }

    /// <summary>A job or a resource of the park that is named, by what it is rather than by its name, where something is asked of it.</summary>
    private static (PublishedDocument Document, List<string> Fields)? Within(Turn turn)
    {
        if (turn.Parks is not [var park] || Likeness.To(turn, "job", "resource").Where(a => a.Document.ParentId == park.Id).ToList() is not [{ Score: >= LeastAlike, Weight: >= LeastSaid } best, ..])
            return null;
        var fields = Fields.Asked(best.Document.Type, turn.Without([best.Document, park]), turn.Snapshot);
        return fields.Count == 0 ? null : (best.Document, [.. fields.Take(MostFields)]);
    }

    /// <summary>The desk of a place by the place alone, where something is asked of it that desks have.</summary>
    public static (PublishedDocument Document, List<string> Fields)? Desk(Turn turn)
    {
        if (turn.Asked.Seek is not (null or Seek.Contact or Seek.Space) && !turn.Says("desk"))
            return null;
        var desk = NamedRecords.Of(turn.Snapshot, turn.Culture).Desk(turn.Folded);
        var fields = desk is null ? [] : Fields.Asked(desk.Type, turn.Without([desk]), turn.Snapshot);
        // The office of a place has a phone; what room there is there does not.
        var reached = turn.Asked.Seek == Seek.Space ? Reached().IsMatch(turn.Folded) : fields.Contains("email") || fields.Contains("phone");
        return desk is null || fields.Count == 0 || (turn.Asked.Seek != Seek.Contact && !turn.Says("desk") && !reached) ? null : (desk, [.. fields.Take(MostFields)]);
    }

    /// <summary>The same of several, one after the other.</summary>
    public static AnswerStatus Say(Turn turn, IEnumerable<PublishedDocument> documents, List<string> fields) => documents.ToList().ConvertAll(d => Say(turn, d, fields)).TrueForAll(said => said) ? AnswerStatus.Answered : AnswerStatus.Partial;

    private static bool Say(Turn turn, PublishedDocument document, List<string> fields)
    {
        var told = turn.Draft.Told(document, fields);
        if (told.Count > 0)
            turn.Draft.Say("facts.line", turn.Draft.Name(document), string.Join(turn.Words["clause"], told));
        else
            turn.Draft.Say("facts.missing", turn.Draft.Name(document), turn.Words.Joined(fields.Select(a => turn.Words.Inline(document.Type.Find(a)!))));
        RecordStep.Show(turn, document, fields);
        return told.Count > 0;
    }

    private static AnswerStatus Tell(Turn turn, PublishedDocument document)
    {
        var facts = RecordStep.Facts(document.Type.Alias);
        turn.Draft.Say("facts.line", turn.Draft.Name(document), string.Join(turn.Words["clause"], turn.Draft.Told(document, facts)));
        RecordStep.Show(turn, document, []);
        return AnswerStatus.Answered;
    }

    /// <summary>Floors and rooms of several parks have the same name.</summary>
    private static AnswerStatus Which(Turn turn, IReadOnlyList<PublishedDocument> meant)
    {
        turn.Draft.Say("clarify.which", turn.Draft.Name(meant[0]), meant.Count);
        turn.Suggestions.AddRange(meant.Take(MostChoices).Select(m => turn.Snapshot.Find(m.ParentId)).OfType<PublishedDocument>().Select(p => turn.Draft.Name(p) + turn.Words["ask.join"] + turn.Question.TrimEnd('?', '\uff1f')));
        return AnswerStatus.Clarify;
    }

    [GeneratedRegex(@"(?<![a-z0-9])(?:[a-z]\d{0,2}|\d{1,2}) ?(?:\u53f7?\u697c|\u5ea7|\u680b|\u5e62)|\b(?:building|block|tower|hall) (?:[a-z]?\d{1,2}|[a-z])\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Building();

    [GeneratedRegex(@"\u7535\u8bdd|\u53f7\u7801|\u529e\u516c\u5ba4|\u529e\u4e8b\u5904|\u521b\u65b0\u4e2d\u5fc3|\boffice in\b|\bphone\b|\btelephone\b|\bnumber\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Reached();
}
