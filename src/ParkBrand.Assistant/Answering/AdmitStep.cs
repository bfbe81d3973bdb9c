using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Whether a kind of work may come to the city at all: "may plating move in", "which parks take casting". Told by what parks write of it, also where they turn it away.</summary>
internal static partial class AdmitStep
{
    private const int Cards = 5, Named = 3;
    private static readonly string[] Welcome = ["accepted", "conditional"];

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Asked.Seek is not (null or Seek.Park or Seek.Space or Seek.Job) || (turn.Asked.Seek == Seek.Job && turn.Asked.Cues.Contains("seek")) || turn.Request.Needs.All.Any(n => n.Name is not ("niche" or "kind" or "sector"))
            || !Admits().IsMatch(turn.Folded))
            return null;
        var words = turn.Stretches(Admits().Replace(turn.Folded, "\n")).Where(w => WordRun.IsHan(w[0]) ? w.Length > 1 : w.Length > 3).ToList();
        if (words.Count == 0)
            return null;
        var takes = new List<(PublishedDocument Park, string Alias, string Part)>();
        var refuses = new List<(PublishedDocument Park, string Alias, string Part)>();
        foreach (var park in turn.Snapshot.OfType("park", turn.Culture))
            if (Welcome.Select(a => (Alias: a, Part: Part(turn, park, a, words))).FirstOrDefault(p => p.Part is not null) is { Part: { } part } said)
                takes.Add((park, said.Alias, part));
            else if (Part(turn, park, "excluded", words) is { } excluded)
                refuses.Add((park, "excluded", excluded));
        if (takes.Count + refuses.Count == 0)
            return null;
        if (Refuses().IsMatch(turn.Folded) && refuses.Count > 0)
        {
            foreach (var (park, alias, part) in refuses.Take(Cards))
            {
                if (turn.Draft.Quoted(park, alias, part) is { } quoted)
                    turn.Draft.Say("admit.not", turn.Draft.Name(park), quoted);
                MatchStep.Add(turn, park, park, turn.Draft.Card(park, alias) is { } fact ? [fact] : []);
            }

            return AnswerStatus.Answered;
        }

        if (takes.Count == 0)
            turn.Draft.Say("admit.none");
        foreach (var (park, alias, part) in takes.OrderBy(t => Array.IndexOf(Welcome, t.Alias)).Take(Cards))
        {
            if (turn.Draft.Quoted(park, alias, part) is { } quoted)
                turn.Draft.Say("admit." + alias, turn.Draft.Name(park), quoted);
            MatchStep.Add(turn, park, park, [.. RecordStep.Facts("park").Prepend(alias).Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        }

        if (refuses.Select(r => turn.Draft.Quoted(r.Park, r.Alias, r.Part) is { } quoted ? $"{turn.Draft.Name(r.Park)} {quoted}" : null).OfType<string>().Take(Named).ToList() is { Count: > 0 } not)
            turn.Draft.Say("admit.excluded", turn.Words.Joined(not));
        turn.Suggestions.AddRange([turn.Words["suggest.contact"], turn.Words["suggest.spaces"], turn.Words["suggest.policies"]]);
        return takes.Count > 0 ? AnswerStatus.Answered : AnswerStatus.NoMatch;
    }

    private static string? Part(Turn turn, PublishedDocument park, string alias, List<string> words) =>
        turn.Draft.Values(park).Texts(alias).FirstOrDefault(p => Wording.Fold(p) is var folded && words.Exists(w => folded.Contains(w, StringComparison.Ordinal)));

    // Those that do not take it are asked for.
    [GeneratedRegex(@"\u4e0d(?:\u63a5\u53d7|\u5141\u8bb8|\u6536|\u8ba9\u8fdb|\u51c6\u5165|\u6b22\u8fce)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Refuses();

    // A company or a process that may come in, or is let in, is taken or is not.
    [GeneratedRegex(@"(?:\u7c7b)?(?:\u7684)?(?:\u4f01\u4e1a|\u516c\u53f8|\u9879\u76ee|\u5de5\u5e8f|\u5de5\u827a|\u5382\u5bb6?|\u884c\u4e1a|\u4ea7\u7ebf|\u751f\u4ea7)?(?:\u662f\u5426|\u8fd8|\u4e5f|\u90fd)?(?:\u80fd\u4e0d\u80fd|\u53ef\u4e0d\u53ef\u4ee5|\u8ba9\u4e0d\u8ba9|\u51c6\u4e0d\u51c6|\u5141\u4e0d\u5141\u8bb8|\u6536\u4e0d\u6536|\u80fd\u591f|\u80fd|\u53ef\u4ee5|\u8ba9|\u5141\u8bb8|\u51c6)(?:\u8fdb\u6765|\u8fdb\u5165|\u8fdb\u9a7b|\u8fdb\u56ed|\u8fdb|\u5165\u56ed|\u5165\u9a7b|\u843d\u6237|\u843d\u5730)(?:\u56ed\u533a?|\u6606\u5c71)?[\u5417\u4e48\u4e0d\u5440\u554a?]*|\u54ea[\u4e9b\u4e2a\u5bb6\u51e0]{1,2}\u56ed\u533a?(?:\u80fd|\u4f1a|\u53ef\u4ee5|\u80af|\u90fd)?\u4e0d?(?:\u63a5\u53d7|\u5141\u8bb8|\u6536|\u8ba9\u8fdb|\u51c6\u5165|\u6b22\u8fce)|\b(?:which|what|does any|do any|any) parks?(?: that| which)? (?:accepts?|allows?|takes?|welcomes?|admits?|let in)\b|\bparks? (?:that|which) (?:accepts?|allows?|takes?|welcomes?) |\b(?:are|is|may|can|could) (?=[a-z -]{4,40}(?:allowed|accepted|admitted|welcome|move in|come in)\b)|\b(?:companies |firms |plants |shops )?(?:be )?(?:allowed|accepted|admitted|welcome|move in|come in)\b(?: anywhere| here| in (?:any|the) parks?)?", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Admits();
}
