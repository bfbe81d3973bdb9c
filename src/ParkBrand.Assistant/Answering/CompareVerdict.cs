using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Which of some parks is better for what was named: the needs that were said, the order that was wished for, the number that was asked after.</summary>
internal static class CompareVerdict
{
    private const int MostNumbers = 2;

    /// <summary>What most ask first, where nothing is named.</summary>
    private static readonly (string Alias, bool Low)[] Usual = [("railMinutes", true), ("carrierAvailable", false)];

    /// <param name="asked">Properties of parks that are asked after.</param>
    public static void Say(Turn turn, IReadOnlyList<PublishedDocument> parks, IReadOnlyList<string> asked)
    {
        var told = turn.Request.Needs.Must.Count > 0 && Needs(turn, parks);
        var orders = turn.Asked.Wishes.Concat(asked.SelectMany(a => Order(turn, a))).DistinctBy(o => o.Field).ToList();
        if (orders.Count == 0 && !told)
            orders.AddRange(Usual);
        foreach (var (property, low) in orders.Select(o => (Property: Number(turn, o.Field), o.Low)).Where(o => o.Property is not null).Take(MostNumbers))
            RankStep.Sentence(turn, property!, !low, parks);
    }

    /// <summary>Whether more or less of it is better, as the city's words of wishing have it.</summary>
    private static IEnumerable<(string Field, bool Low)> Order(Turn turn, string alias) =>
        Wording.Wishes(turn.Snapshot).Where(w => w.Field == alias).Select(w => (w.Field, w.Low)).Take(1);

    private static Property? Number(Turn turn, string alias) =>
        turn.Snapshot.Schema.DocumentTypes["park"].Find(alias) is { DataType.Kind: ValueKind.Integer or ValueKind.Decimal } property ? property : null;

    /// <summary>Who meets the needs and who does not; nothing is said where they do not tell the parks apart.</summary>
    private static bool Needs(Turn turn, IReadOnlyList<PublishedDocument> parks)
    {
        var result = Matcher.Match(turn.Snapshot, turn.Culture, turn.Request.Needs, turn.Day);
        var meeting = result.Matches.Where(m => parks.Contains(m.Park)).ToList();
        var missing = result.Eliminated.Where(e => parks.Contains(e.Park)).ToList();
        if (meeting.Count == 0 || missing.Count == 0)
            return false;
        foreach (var match in meeting)
            if (match.Reasons.Where(r => r.Need.Must && r.Document is not null).Select(r => turn.Draft.Told(r.Document!, r.Need.Field.Alias)).OfType<string>().ToList() is { Count: > 0 } facts)
                turn.Draft.Say("compare.meets", turn.Draft.Name(match.Park), string.Join(turn.Words["clause"], facts));
        foreach (var park in missing)
            turn.Draft.Say("compare.misses", turn.Draft.Name(park.Park), turn.Words.Joined(park.Failed.Select(f => MatchStep.Missed(turn, f))));
        return true;
    }
}
