using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>A stretch that means something.</summary>
internal sealed record Spot(int Start, int Length, IReadOnlyList<Meaning> Meanings, Quantity? Quantity = null)
{
    public int End => Start + Length;

    public bool Is(MeaningKind kind) => Meanings.Any(m => m.Kind == kind);

    public bool IsCue(string group) => Meanings.Any(m => m.Kind == MeaningKind.Cue && m.Name == group);

    /// <summary>Whether it says what is wanted, not only how.</summary>
    public bool IsContent => Quantity is not null || Meanings.Any(m => m.Kind is not (MeaningKind.Cue or MeaningKind.Alias) || m.Name == "need");

    /// <summary>Whether it can be of no matter: a need that is named, with or without its value.</summary>
    public bool CanBeDropped => IsCue("field") || IsFlag || Quantity is not null || Is(MeaningKind.Wish) || Way is not null;

    /// <summary>The way to travel that it names, as a need; else null.</summary>
    public string? Way => Meanings.Where(m => m is { Kind: MeaningKind.Cue, Name: "field" } or { Kind: MeaningKind.Property }).Select(m => NeedNames.OfField(m.Value)).FirstOrDefault(NeedNames.Ways.Contains);

    /// <summary>Something that is there or not.</summary>
    public bool IsFlag => Meanings.Any(Flags);

    public static bool Flags(Meaning meaning) => (meaning is { Kind: MeaningKind.Cue, Name: "need" } && !meaning.Value.StartsWith("kind=", StringComparison.Ordinal) && !meaning.Value.StartsWith("tenure=", StringComparison.Ordinal)) || meaning.Name is "park.facilities" or "space.cleanroom";

    /// <summary>A trade, or a kind of work.</summary>
    public bool IsTrade => Is(MeaningKind.Trade) || Is(MeaningKind.Alias) || IsCue("production") || IsCue("kind guess");

    public bool IsOfKind => Meanings.Any(m => m is { Name: "space.kind" } || (m is { Kind: MeaningKind.Cue, Name: "need" } && m.Value.StartsWith("kind=", StringComparison.Ordinal)));

    /// <summary>Spots of one group are alternatives to each other, and are ruled out together.</summary>
    public string Group => Quantity is { } quantity ? quantity.Measure?.ToString() ?? "" : IsOfKind ? "kind" : IsFlag ? "flag"
        : Meanings.FirstOrDefault(m => m.Kind != MeaningKind.Cue || m.Name == "need") is { } meaning ? meaning.Kind == MeaningKind.Choice ? meaning.Name : meaning.Kind == MeaningKind.Cue ? meaning.Value.Split('=')[0] : meaning.Kind.ToString() : "";
}

/// <summary>How what is said is meant.</summary>
internal enum Tone
{
    /// <summary>It rules out whatever lacks it.</summary>
    Must,

    /// <summary>It only counts for the order.</summary>
    Wish,

    /// <summary>It rules out whatever has it.</summary>
    Not,

    /// <summary>It is of no matter.</summary>
    Dropped,

    /// <summary>It tells of something else: a part of what is wanted, a machine.</summary>
    Aside,
}
