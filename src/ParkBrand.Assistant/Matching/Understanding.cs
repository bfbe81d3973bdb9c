using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <param name="Name">A parameter of the finder, <c>trade</c> for what a park must not be for, or a property of the records that are looked for: <c>job.degree</c>.</param>
/// <param name="Must">Whether it rules out; otherwise it is wished for.</param>
/// <param name="Not">Whether it is what must not be.</param>
internal sealed record Wanted(string Name, string Value, bool Must = true, bool Not = false);

/// <summary>What a question was understood to ask. What stands nowhere in here was not understood, and is not guessed.</summary>
internal sealed record Understanding
{
    public Seek? Seek { get; init; }

    /// <summary>Whether the kind was said, not only concluded.</summary>
    public bool IsSure { get; init; }

    /// <summary>Whether the kind of space was not said, but follows from something else.</summary>
    public bool IsKindConcluded { get; init; }

    /// <summary>Whether words for room of any kind are all that says what is looked for: "space", "the area".</summary>
    public bool IsRoom { get; init; }

    /// <summary>Whether policies are spoken of, whatever is looked for.</summary>
    public bool SaysPolicy { get; init; }

    public IReadOnlyList<Wanted> Wanted { get; init; } = [];

    /// <summary>Of what is wanted, what was only named and not measured: "a crane".</summary>
    public IReadOnlyList<Wanted> Assumed { get; init; } = [];

    /// <summary>Properties that are wished low or high, beyond what the finder can ask.</summary>
    public IReadOnlyList<(string Field, bool Low)> Wishes { get; init; } = [];

    /// <summary>Words of trades, folded.</summary>
    public IReadOnlyList<string> Trades { get; init; } = [];

    /// <summary>Needs that shall be more or less than before, with the group of the cue that says how.</summary>
    public IReadOnlyList<(string Need, string How)> Changed { get; init; } = [];

    /// <summary>Slugs of parks that are named, in order.</summary>
    public IReadOnlyList<string> Parks { get; init; } = [];

    /// <summary>Whether the parks are just those that were shown before: none of them was named or picked.</summary>
    public bool Pointed { get; init; }

    /// <summary>Properties that are asked after.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Numbers of which nothing says what they measure.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>A limit with a unit that more than one need has, of which nothing says which is meant; null where there is none.</summary>
    public Quantity? Unclear { get; init; }

    /// <summary>A need that is to be at least one amount and at most a lesser one; null where nothing is said against itself.</summary>
    public (string Need, decimal Least, decimal Most)? Clash { get; init; }

    /// <summary>Whether an amount is said that nothing can have: below nothing, nothing at all, or hundreds of millions.</summary>
    public bool IsAbsurd { get; init; }

    /// <summary>Needs that are said to be of no matter.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Groups of cues that were found; see <see cref="Cues"/>.</summary>
    public IReadOnlySet<string> Cues { get; init; } = new HashSet<string>();

    /// <summary>The one of those that were shown that has most or least of a property: "the cheaper one".</summary>
    public (string Field, bool Low)? Picked { get; init; }

    /// <summary>Places in what was shown before, from 1; -1 for the last.</summary>
    public IReadOnlyList<int> Ordinals { get; init; } = [];

    /// <summary>How many of those that were shown before are meant; 0 where that is not said.</summary>
    public int First { get; init; }

    /// <summary>Days that somebody can wait; null where that is not said.</summary>
    public int? Waits { get; init; }

    /// <summary>Words of what was spoken of before, where the question goes on about it.</summary>
    public string Carried { get; init; } = "";

    /// <summary>What is left of the text when all that was understood is taken away.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Things that are made, with the word that parks have for the trade.</summary>
    public IReadOnlyList<(string Ware, string Trade)> Wares { get; init; } = [];

    /// <summary>What they say they make, where no trade was read.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Words that nothing was made of and that are no fillers: an answer can say that they were not understood.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Conditions that were set and that nothing was made of, as they were typed: an answer has to tell them.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];

    /// <summary>Kinds of space that are wanted beside the one that is looked for.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>The text with slips and spellings by sound put right; null when it was taken as it stands.</summary>
    public string? Mended { get; init; }

    /// <summary>Whether anything was said that a park or its records could answer.</summary>
    public bool IsAbout => Seek is not null || Wanted.Count + Wishes.Count + Trades.Count + Parks.Count + Asked.Count > 0;

    public IEnumerable<string> Values(string name) => Wanted.Where(w => w.Name == name && !w.Not).Select(w => w.Value);
}
