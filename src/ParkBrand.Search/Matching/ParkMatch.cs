using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>A park that meets every hard need.</summary>
public sealed class ParkMatch
{
    private readonly Subject park, space;
    private readonly Needs needs;

    internal ParkMatch(Needs needs, Subject park, Subject space, double score)
    {
        (this.needs, this.park, this.space) = (needs, park, space);
        Score = (int)Math.Round(100 * score, MidpointRounding.AwayFromZero);
    }

    public PublishedDocument Park => park.Document!;

    /// <summary>The space that suits best; null when nothing was asked of a space, or the park has none.</summary>
    public PublishedDocument? Unit => space.Document;

    /// <summary>0 to 100.</summary>
    public int Score { get; }

    /// <summary>What speaks for it, need by need; a wish that is missed is among them.</summary>
    public IReadOnlyList<Finding> Reasons => needs.All.Select(n => Find(n, n.Field.Level == NeedLevel.Park ? park : space)).ToList();

    private static Finding Find(Need need, Subject subject) => new(need, need.Miss(subject) == 0, need.Has(subject), subject.Document);
}
