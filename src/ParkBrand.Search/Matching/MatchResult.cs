using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>Every park of the city is in exactly one of the two lists.</summary>
/// <param name="Matches">Best first; equal scores take turns from day to day.</param>
/// <param name="Eliminated">Those that miss least first.</param>
/// <param name="Ladder">One for each hard need, in their order.</param>
public sealed record MatchResult(Needs Needs, IReadOnlyList<ParkMatch> Matches, IReadOnlyList<Elimination> Eliminated, IReadOnlyList<Rung> Ladder)
{
    public int Parks => Matches.Count + Eliminated.Count;
}

/// <summary>What one hard need does to the city.</summary>
/// <param name="Removed">Parks that the needs before it leave and this one rules out.</param>
/// <param name="Left">Parks that meet it and all before it.</param>
/// <param name="Missed">Parks that miss it, whatever else they miss.</param>
/// <param name="Only">Parks that miss nothing else.</param>
public sealed record Rung(Need Need, int Removed, int Left, int Missed, int Only);

/// <summary>A need and what a document says about it.</summary>
/// <param name="Has">decimal, string, string[], DateOnly or bool; null when nothing is stated.</param>
/// <param name="Document">Who says it; null when the park has no live space.</param>
public sealed record Finding(Need Need, bool Met, object? Has, PublishedDocument? Document);

/// <param name="To">Null takes the need away.</param>
public sealed record Step(Need Need, Need? To);
