using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>Which parks were given an award, and what a park was given.</summary>
internal static partial class AwardStep
{
    private const int MostTold = 4, MostParks = 5;
    private static readonly Phrases<string> Levels = ReadLevels();

    public static AnswerStatus? Answer(Turn turn)
    {
        var given = Given().IsMatch(turn.Bare);
        if (turn.Parks.Count > 1 || turn.StatesAmount || turn.GoesOn || turn.Asked.Seek is Seek.Job or Seek.Space or Seek.Resource or Seek.Story or Seek.Finance || Money().IsMatch(turn.Folded))
            return null;
        var awards = turn.Snapshot.OfType("award", turn.Culture).Where(a => turn.Draft.Values(a).Number("year") is not null).OrderByDescending(Year).ToList();
        if (turn.Parks is [var park])
            return given ? Tell(turn, [.. awards.Where(a => turn.Draft.Values(a).References("parks").Contains(park.Id))]) : null;
        var levels = Levels.In(turn.Folded).Select(l => l.Meaning).ToHashSet();
        var year = Said(turn);
        // A demonstration park is one by its own page, too.
        if (awards.Count == 0 || (levels.Count == 0 && !(given && (year is not null || turn.Says("list")))) || (year is null && !given && (levels.Contains("demonstration") || !turn.Says("list"))))
            return null;
        var fit = awards.Where(a => levels.Count == 0 || levels.Contains(turn.Draft.Values(a).Text("level")!)).ToList();
        return Tell(turn, [.. fit.Where(a => Year(a) == (year ?? fit.Select(Year).FirstOrDefault()))]);

        decimal Year(PublishedDocument award) => turn.Draft.Values(award).Number("year")!.Value;
    }

    private static AnswerStatus? Tell(Turn turn, List<PublishedDocument> awards)
    {
        foreach (var award in awards.Take(MostTold))
        {
            turn.Draft.Say("facts.line", turn.Draft.Name(award), string.Join(turn.Words["clause"], turn.Draft.Told(award, (string[])["parks", "awardedOn"])));
            RecordStep.Show(turn, award, Fields.Asked(award.Type, turn.Bare, turn.Snapshot));
        }

        // Of one award its parks are shown as well.
        if (awards is [var one] && turn.Parks.Count == 0)
            foreach (var park in turn.Draft.Values(one).References("parks").Select(p => turn.Snapshot.Find(p)).OfType<PublishedDocument>().Where(p => p.In(turn.Culture, turn.Snapshot.Schema) is not null).Take(MostParks))
                MatchStep.Add(turn, park, park, [.. RecordStep.Facts("park").Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        return awards.Count > 0 ? AnswerStatus.Answered : null;
    }

    private static decimal? Said(Turn turn) => Written().Match(turn.Folded) is { Success: true } written ? decimal.Parse(written.Value, CultureInfo.InvariantCulture)
        : Ago().Match(turn.Folded) is not { Success: true } ago ? null : turn.Day.Year - (ago.Groups["two"].Success ? 2 : ago.Groups["one"].Success ? 1 : 0);

    private static Phrases<string> ReadLevels()
    {
        var phrases = new Phrases<string>();
        foreach (var (level, ways) in Cues.Fields.Group("awardLevel"))
            foreach (var way in ways)
                phrases.Add(way, level);
        return phrases;
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<two>\u524d\u5e74|year before last)|(?<one>\u53bb\u5e74|\u4e0a\u5e74\u5ea6?|\u4e0a\u4e00\u5e74|last year)|\u4eca\u5e74|\u672c\u5e74|this year", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ago();

    // Something was awarded.
    [GeneratedRegex(@"\u83b7\u5956|\u5f97\u8fc7?\u5956|\u62ff\u8fc7?.{0,4}\u5956|\u83b7\u8bc4|\u8bc4\u4f18|\u8bc4[\u4e0a\u4e86\u5230\u51fa\u8fc7]|\u88ab\u8bc4|\u8363\u8a89|\u5956\u9879|\u4ec0\u4e48\u5956|\bawards?\b|\bawarded\b|\bwon\b|\bwinners?\b|\bhonou?rs?\b|\bnamed (?:as )?(?:excellent|most|demonstration)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Given();

    // What an award is worth stands in a policy.
    [GeneratedRegex(@"\u591a\u5c11\u94b1|\u5956\u591a\u5c11|\u5956\u52b1|\u5956\u91d1|\u7ed9\u591a\u5c11|\u8865|\u4e07|\bhow much\b|\bmoney\b|\breward", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Money();
}
