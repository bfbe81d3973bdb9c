using System.Numerics;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>Judges one park after another by the same needs.</summary>
internal sealed class ParkJudge
{
    private readonly Snapshot snapshot;
    private readonly int culture;
    private readonly Needs needs;
    private readonly (Need Need, int Index)[] ofPark, ofSpace;
    private readonly Need[] wishesOfPark, wishesOfSpace;

    public ParkJudge(Snapshot snapshot, int culture, Needs needs)
    {
        (this.snapshot, this.culture, this.needs) = (snapshot, culture, needs);
        var must = needs.Must.Select((n, i) => (n, i)).ToList();
        ofPark = must.Where(n => n.n.Field.Level == NeedLevel.Park).ToArray();
        ofSpace = must.Where(n => n.n.Field.Level == NeedLevel.Space).ToArray();
        wishesOfPark = needs.Wished.Where(n => n.Field.Level == NeedLevel.Park).ToArray();
        wishesOfSpace = needs.Wished.Where(n => n.Field.Level == NeedLevel.Space).ToArray();
    }

    private bool AsksOfSpace => ofSpace.Length + wishesOfSpace.Length > 0;

    public void Judge(PublishedDocument park, List<ParkMatch> matches, List<Elimination> eliminated)
    {
        var subject = new Subject(snapshot, park, park.In(culture, snapshot.Schema)!.Values);
        var (missed, distance) = Missed(ofPark, subject);
        var space = AsksOfSpace ? BestSpace(park) : new Candidate(new Subject(snapshot, null, null), 0, 0, 0, int.MaxValue);
        if ((missed | space.Missed) == 0)
            matches.Add(new ParkMatch(needs, subject, space.Subject, Score(subject, space.Fit)));
        else
            eliminated.Add(new Elimination(needs, subject, space.Subject, missed | space.Missed, distance + space.Distance, Math.Min(First(missed), space.LatestFirst)));
    }

    /// <param name="Fit">Sum of what the space adds to the score.</param>
    /// <param name="LatestFirst">How far any space of the park comes when the needs are applied one after the other.</param>
    private readonly record struct Candidate(Subject Subject, ulong Missed, double Distance, double Fit, int LatestFirst)
    {
        /// <summary>Of equals the first stays: the one confirmed last.</summary>
        public bool Beats(Candidate other) => Rank.CompareTo(other.Rank) < 0;

        private (int, double, double) Rank => (BitOperations.PopCount(Missed), Distance, -Fit);
    }

    /// <summary>The space that misses the fewest needs, and those by least; among spaces that miss none, the one that fits best.</summary>
    private Candidate BestSpace(PublishedDocument park)
    {
        Candidate? best = null;
        var latest = -1;
        foreach (var document in snapshot.ChildrenOf(park.Id))
            if (document.Type.Alias == "space" && document.In(culture, snapshot.Schema) is { } variant)
            {
                var subject = new Subject(snapshot, document, variant.Values);
                var (missed, distance) = Missed(ofSpace, subject);
                latest = Math.Max(latest, First(missed));
                var candidate = new Candidate(subject, missed, distance, missed == 0 ? Fit(subject) : 0, 0);
                if (best is not { } known || candidate.Beats(known))
                    best = candidate;
            }

        if (best is { } found)
            return found with { LatestFirst = latest };
        var nothing = new Subject(snapshot, null, null);
        var (all, far) = Missed(ofSpace, nothing);
        return new Candidate(nothing, all, far, 0, First(all));
    }

    private static (ulong Missed, double Distance) Missed((Need Need, int Index)[] asked, Subject subject)
    {
        var (missed, distance) = (0UL, 0.0);
        foreach (var (need, index) in asked)
            if (need.Miss(subject) is > 0 and var miss)
            {
                missed |= 1UL << index;
                distance += miss;
            }

        return (missed, distance);
    }

    private static int First(ulong missed) => missed == 0 ? int.MaxValue : BitOperations.TrailingZeroCount(missed);

    private double Fit(Subject space) => ofSpace.Sum(n => n.Need.Fit(space)) + wishesOfSpace.Sum(w => WishFit(w, space));

    private double Score(Subject park, double ofItsSpace)
    {
        var most = needs.Must.Count + (Weight * needs.Wished.Count);
        var sum = ofItsSpace + ofPark.Sum(n => n.Need.Fit(park)) + wishesOfPark.Sum(w => WishFit(w, park));
        return most == 0 ? 1 : sum / most;
    }

    /// <summary>A wish counts twice as much as the fit of a hard need, which every match meets anyway.</summary>
    private const int Weight = 2;

    /// <summary>A wish that is met counts at least half, one that is nearly met less than half.</summary>
    private static double WishFit(Need wish, Subject subject) =>
        Weight * (wish.Miss(subject) is > 0 and var miss ? Math.Max(0, (1 - miss) / 2) : wish.Fit(subject));
}
