using System.Numerics;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>A park that is ruled out, told by the space of it that misses least.</summary>
public sealed class Elimination
{
    private readonly Subject park, space;
    private readonly Needs needs;
    private readonly ulong missed;
    private List<Finding>? failed;
    private List<Step>? relaxation;

    /// <param name="missed">A bit for each hard need, in their order.</param>
    internal Elimination(Needs needs, Subject park, Subject space, ulong missed, double distance, int firstMissed)
    {
        (this.needs, this.park, this.space, this.missed) = (needs, park, space, missed);
        (Distance, FirstMissed) = (distance, firstMissed);
    }

    public PublishedDocument Park => park.Document!;

    /// <summary>The space that misses least; null when it is not a matter of spaces, or there is none.</summary>
    public PublishedDocument? Unit => space.Document;

    /// <summary>How many needs are missed.</summary>
    public int Count => BitOperations.PopCount(missed);

    /// <summary>Index of the hard need at which the park falls out when they are applied one after the other.</summary>
    public int FirstMissed { get; }

    internal double Distance { get; }

    public bool Misses(int need) => (missed & (1UL << need)) != 0;

    public IReadOnlyList<Finding> Failed => failed ??= Missed.Select(n => new Finding(n, false, n.Has(Of(n)), Of(n).Document)).ToList();

    /// <summary>The smallest change that brings the park back: the fewest needs, each eased no further than it must be.</summary>
    public IReadOnlyList<Step> Relaxation => relaxation ??= Missed.Select(n => new Step(n, n.Eased(Of(n)))).ToList();

    private IEnumerable<Need> Missed => needs.Must.Where((_, i) => Misses(i));

    private Subject Of(Need need) => need.Field.Level == NeedLevel.Park ? park : space;
}
