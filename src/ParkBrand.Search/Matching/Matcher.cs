using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>Decides in one pass over the parks and their live spaces who meets the hard needs, and puts them in order.</summary>
public static class Matcher
{
    /// <param name="culture">Only what a reader of this language can see.</param>
    /// <param name="day">In China; equal scores take turns by it.</param>
    public static MatchResult Match(Snapshot snapshot, int culture, Needs needs, DateOnly day)
    {
        var judge = new ParkJudge(snapshot, culture, needs);
        var matches = new List<ParkMatch>();
        var eliminated = new List<Elimination>();
        foreach (var park in snapshot.OfType("park", culture))
            judge.Judge(park, matches, eliminated);
        // Sorting by a key keeps equal ones in their public order.
        return new MatchResult(needs, Turns.Taken(matches.OrderByDescending(m => m.Score), day), eliminated.OrderBy(e => e.Count).ThenBy(e => e.Distance).ToList(), Rungs(needs, matches.Count, eliminated));
    }

    private static List<Rung> Rungs(Needs needs, int matches, List<Elimination> eliminated)
    {
        var count = needs.Must.Count;
        var (removed, missed, only) = (new int[count], new int[count], new int[count]);
        foreach (var park in eliminated)
        {
            removed[park.FirstMissed]++;
            for (var i = 0; i < count; i++)
                if (park.Misses(i))
                {
                    missed[i]++;
                    only[i] += park.Count == 1 ? 1 : 0;
                }
        }

        var left = matches + eliminated.Count;
        return needs.Must.Select((n, i) => new Rung(n, removed[i], left -= removed[i], missed[i], only[i])).ToList();
    }
}
