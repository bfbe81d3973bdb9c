using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>What the city's action plan aims at, how far that has come, and who answers for it: from the page that holds the plan's figures and tables.</summary>
internal static partial class PlanStep
{
    private const int MostTold = 4, MostRows = 2;

    // A word of a row that hardly another row has.
    private const double Least = 2, Near = 0.8;

    public static AnswerStatus? Answer(Turn turn)
    {
        var (plan, aim) = (turn.Says("plan"), turn.Says("aim"));
        if (!(plan || aim) || turn.Parks.Count > 0 || (turn.StatesAmount && !turn.Says("how")) || (!plan && turn.Asked.Seek is Seek.Resource or Seek.Story or Seek.Finance) || RankStep.Order(turn) is not null || Issued().IsMatch(turn.Folded)
            || turn.Snapshot.OfType("progress", turn.Culture).FirstOrDefault() is not { } progress)
            return null;
        var indicators = turn.Draft.Values(progress).Blocks("indicators");
        var named = Phrases(turn, indicators).In(turn.Folded).Select(f => f.Meaning).Distinct().Take(MostTold).ToList();
        if (!plan && (turn.Asked.Seek is Seek.Job or Seek.Space || turn.Asked.Seek is Seek.Policy && named.Count == 0) && !turn.Says("how") && !Whose().IsMatch(turn.Folded))
            return null;
        // Tables of the text hold what the figures do not: an earlier year, and who is responsible.
        var rows = Whose().IsMatch(turn.Folded) || named.Count == 0 || Earlier().IsMatch(turn.Folded) ? Rows(turn, progress) : [];
        foreach (var (name, value) in rows)
            turn.Draft.Say("plan.row", name, turn.Draft.Quoted(progress, "body", value));
        if (rows.Count == 0)
            foreach (var row in indicators.Where(i => named.Count > 0 ? named.Contains(i.Text("indicator")!) : plan && aim).Take(MostTold))
                Tell(turn, progress, row);
        if (turn.Draft.Citations.Count == 0)
            return null;
        MatchStep.Add(turn, progress, null, turn.Draft.Card(progress, "summary") is { } fact ? [fact] : []);
        if (turn.Snapshot.Resolve("/policies/action-plan-2023-2025").Document is { } document && document.In(turn.Culture, turn.Snapshot.Schema) is not null)
            RecordStep.Show(turn, document, []);
        return AnswerStatus.Answered;
    }

    private static void Tell(Turn turn, PublishedDocument progress, PublishedValues row)
    {
        string Amount(string alias) => turn.Words.Amount(row.Number(alias) ?? 0, row.Text("unit"));
        var target = row.Flag("atLeast") ? string.Format(System.Globalization.CultureInfo.InvariantCulture, turn.Words["wanted.least"], Amount("target")) : Amount("target");
        turn.Draft.Say("plan.indicator", row.Holder.Find("indicator")!.DataType.Item(row.Text("indicator")!)?.Name.In(turn.Culture), turn.Draft.Quoted(progress, "indicators", target), turn.Draft.Quoted(progress, "indicators", Amount("actual")));
    }

    /// <summary>Figures by their names, and by what people call the same figure of a park.</summary>
    private static Phrases<string> Phrases(Turn turn, IReadOnlyList<PublishedValues> indicators) => turn.Snapshot.Derive("assistant.plan", ["progress", "vocabulary"], default, () =>
    {
        var phrases = new Phrases<string>();
        foreach (var row in indicators)
        {
            var key = row.Text("indicator")!;
            foreach (var label in row.Holder.Find("indicator")!.DataType.Item(key)!.Name.ByCulture)
                foreach (var name in Wording.SameAs(turn.Snapshot, label).Prepend(label))
                    phrases.Add(name, key);
            foreach (var type in (string[])["indicator", "park"])
                foreach (var way in Cues.Fields.Group(type).GetValueOrDefault(key, []))
                    phrases.Add(way, key);
        }

        return phrases;
    });

    /// <summary>Rows of the text's tables and lists whose names say what is asked: those with a number, or with who is responsible.</summary>
    private static List<(string Name, string Value)> Rows(Turn turn, PublishedDocument progress)
    {
        var whose = Whose().IsMatch(turn.Folded);
        var rows = Row().Matches(turn.Draft.Values(progress).Text("body") ?? "").Select(m => (Name: m.Groups["name"].Value.Trim(), Value: m.Groups["value"].Value.Trim())).Where(r => r.Value.Any(char.IsDigit) != whose).ToList();
        var keys = rows.Select(r => Keys(r.Name)).ToList();
        var asked = Keys(turn.Folded);
        var scored = rows.Select((r, i) => (Row: r, Score: keys[i].Where(asked.Contains).Sum(k => Math.Log(1 + (rows.Count / (double)keys.Count(o => o.Contains(k))))))).OrderByDescending(r => r.Score).ToList();
        return [.. scored.Where(r => r.Score >= Least && r.Score >= scored[0].Score * Near).Take(MostRows).Select(r => r.Row)];
    }

    private static HashSet<string> Keys(string text)
    {
        var words = WordRun.Of(Wording.Fold(text)).Select(w => w.Key).ToList();
        return [.. words.Zip(words.Skip(1)).Where(p => WordRun.IsHan(p.First[0]) && WordRun.IsHan(p.Second[0])).Select(p => p.First + p.Second), .. words.Where(w => !WordRun.IsHan(w[0]) && w.Length > 3)];
    }

    // A line of a table, or of a list that begins in bold; neither the head of a table nor its rule.
    [GeneratedRegex(@"^\s*(?:\|\s*(?<name>[^|\n]*[^|\s-][^|\n]*?)\s*\|\s*(?<value>[^|\n]*[^|\s-][^|\n]*?)\s*\||-\s*\*\*(?<name>[^*\n]+)\*\*\s*[:\uff1a]\s*(?<value>[^\n]+?)[.\u3002]?\s*$)", RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\u8c01|\u8d1f\u8d23|\u8d23\u4efb|\u7275\u5934|\u54ea\u4e2a[\u90e8\u5c40]|\u54ea\u4e9b\u90e8|\u5f52\u54ea|\bwho\b|responsib|\bbureaus?\b|\bbureaux\b|in charge", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Whose();

    // Of the document itself.
    [GeneratedRegex(@"\u5370\u53d1|\u53d1\u5e03|\u51fa\u53f0|\u539f\u6587|\u5168\u6587|\u6587\u53f7|\bissued\b|\bpublished\b|\bissuer\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Issued();

    [GeneratedRegex(@"2023(?!\s*[-\u2014\u2013\u81f3\u5230])|\u76d8\u6d3b|\u843d\u6237|\u65b0\u589e|\u65b0\u5efa", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Earlier();
}
