namespace ParkBrand.Assistant.Matching;

/// <summary>A stretch of a question between two breaks, and how each thing in it is meant: wishes, negations and what is of no matter reach no further than their clause.</summary>
internal sealed class Clause
{
    /// <summary>How far, in characters, a word that follows what it is about may stand from it.</summary>
    private const int Adjacent = 3, Nearby = 8;

    public const string Ends = ",;.!?\n\uff0c\u3002\uff1b\uff01\uff1f";
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(Ends);
    private readonly Tone[] tones;
    private readonly bool[] settled;
    private readonly int end;
    private readonly Func<int, int, bool> says;
    private readonly List<(int Start, int Length, bool Refused)> strange = [];

    private Clause(List<Spot> spots, int end, Func<int, int, bool> says)
    {
        (Spots, this.end, this.says) = (spots, end, says);
        (tones, settled) = (new Tone[spots.Count], new bool[spots.Count]);
        for (var i = 0; i < spots.Count; i++)
            if (i > 0 && spots[i].IsCue("ruled out") && spots[i - 1].Quantity is not null && spots[i].Start - spots[i - 1].End <= Adjacent)
                Set(i - 1, Tone.Not); // a price above which nobody goes
            else if (spots[i].IsCue("gone") && Near(i) is >= 0 and var gone)
                Back(gone, Tone.Dropped); // "waste water isn't needed any more": not what follows
            else if (spots[i].IsCue("unneeded") && IsStrange(i, Next(i)))
                Strangely(i, Next(i), refused: false);
            else if (spots[i].IsCue("replace") && i > 0 && spots[i - 1] is { IsContent: true, Quantity: null } && spots[i].Start - spots[i - 1].End <= Adjacent && Next(i) is > 0 and var instead && spots[instead].Quantity is null && !spots[i - 1].Meanings.Any(spots[instead].Meanings.Contains))
                Back(i - 1, Tone.Dropped); // "steam, make it gas"
            else if (spots[i].IsCue(Withdrawn.Removed) || (spots[i].IsCue("unneeded after") && Previous(i) is >= 0 and var last && spots[i].Start - spots[last].End <= 1))
                TakeBack(i);
            else if (spots[i].IsCue("drop"))
                Drop(i, first: spots[i].IsCue("unneeded") ? Next(i) : Near(i), else_: spots[i].IsCue("unneeded") ? Previous(i) : Next(i));
            else if (spots[i].IsCue("unneeded"))
                Drop(i, Next(i), Previous(i));
            else if (spots[i].IsCue("any") && i + 1 < spots.Count && spots[i + 1].IsCue("field"))
                Set(i + 1, Tone.Dropped);
            else if (spots[i].IsCue("without") && i + 1 < spots.Count && spots[i + 1].IsFlag && spots[i + 1].Start - spots[i].End <= (spots[i].Length == 1 ? 0 : Adjacent))
                Alike(i + 1, Tone.Not);
            else if (spots[i].IsCue("without") && i > 0 && spots[i].End == end && spots[i - 1].IsFlag && spots[i].Start - spots[i - 1].End <= 1)
                Back(i - 1, Tone.Not); // "fumes: none"
            else if (spots[i].IsCue("without") && i + 1 < spots.Count && spots[i + 1].IsTrade && spots[i + 1].Start - spots[i].End <= Adjacent)
                Alike(i + 1, spots.Exists(s => s.Meanings.Any(m => m is { Kind: MeaningKind.Cue, Name: "seek", Value: "park" })) ? Tone.Not : Tone.Dropped);
            else if (spots[i].IsCue("ruled out") && Previous(i, s => s.Is(MeaningKind.District) || s.Is(MeaningKind.Park) || s.IsOfKind) is >= 0 and var ruled && Spots[i].Start - Spots[ruled].End <= Adjacent)
                Back(ruled, Tone.Not);
            else if (spots[i].IsCue("far") && i > 0 && spots[i - 1].Is(MeaningKind.District) && spots[i].Start - spots[i - 1].End <= Adjacent)
                Back(i - 1, Tone.Not); // a place that is too far
            else if (spots[i].IsCue("except after") && Previous(i) is >= 0 and var excepted)
                Back(excepted, Tone.Not);
            else if (spots[i].IsCue("not"))
                Not(i);
            else if (spots[i].Meanings.Any(m => m is { Kind: MeaningKind.Property, Value: "excluded" }) && i + 1 < spots.Count && spots[i + 1].Is(MeaningKind.District) && spots[i + 1].Start == spots[i].End)
                Alike(i + 1, Tone.Not); // who does not accept a place asks nothing of a park
            else if (spots[i].IsCue("aside") && spots[i].Start > 0)
                for (var j = i + 1; j < spots.Count; j++)
                    Set(j, Tone.Aside);
        Wishes();
    }

    public IReadOnlyList<Spot> Spots { get; }

    public Tone Of(int spot) => tones[spot];

    /// <summary>What is not wanted and of which nothing is known.</summary>
    public IReadOnlyList<(int Start, int Length, bool Refused)> Strange => strange;

    /// <param name="says">Whether a stretch that nothing is known of says anything.</param>
    public static IEnumerable<Clause> In(string folded, List<Spot> spots, Func<int, int, bool> says)
    {
        int EndOf(List<Spot> clause) => folded.AsSpan(clause[^1].End).IndexOfAny(Breaks) is >= 0 and var at ? clause[^1].End + at : folded.Length;
        var clause = new List<Spot>();
        var end = 0;
        foreach (var spot in spots)
        {
            if (clause.Count > 0 && folded.AsSpan(end, Math.Max(0, spot.Start - end)).ContainsAny(Breaks))
            {
                yield return new Clause(clause, EndOf(clause), says);
                clause = [];
            }

            clause.Add(spot);
            end = Math.Max(end, spot.End);
        }

        if (clause.Count > 0)
            yield return new Clause(clause, EndOf(clause), says);
    }

    /// <summary>Of the things before a word, the one that stands right before it and can be of no matter; else none.</summary>
    private int Near(int at) => Previous(at, s => s.CanBeDropped) is >= 0 and var near && Spots[at].Start - Spots[near].End <= Nearby && !(Next(at) is var next && next == at + 1 && Spots[next].IsCue("field")) ? near : -1;

    private int Next(int at, bool trades = false)
    {
        for (var i = at + 1; i < Spots.Count; i++)
            if (Spots[i].IsContent || Spots[i].IsCue("field") || (trades && Spots[i].IsTrade))
                return i;
        return -1;
    }

    private int Previous(int at, Predicate<Spot>? fits = null)
    {
        for (var i = at - 1; i >= 0; i--)
            if ((Spots[i].IsContent || Spots[i].IsCue("field")) && (fits is null || fits(Spots[i])))
                return i;
        return -1;
    }

    private void Drop(int at, int first, int else_)
    {
        if (first >= 0 && first < at)
            Back(first, Tone.Dropped);
        else if (first >= 0)
            Alike(first, Tone.Dropped);
        else if (else_ >= 0 && else_ < at && Spots[else_].IsOfKind && Spots[at].Start - Spots[else_].End > Adjacent)
            return; // "a lab, none of class 2 is needed": the lab is
        else if (else_ >= 0 && else_ < at)
            Back(else_, Spots[else_].Is(MeaningKind.District) ? Tone.Not : Tone.Dropped);
        else if (else_ >= 0 && !Spots[else_].IsOfKind)
            Alike(else_, Tone.Dropped);
    }

    /// <summary>The thing that stands near before it is of no matter any more; a place is left.</summary>
    private void TakeBack(int at)
    {
        if (Previous(at) is >= 0 and var taken && Spots[at].Start - Spots[taken].End <= Nearby)
            Back(taken, Spots[taken].Is(MeaningKind.District) ? Tone.Not : Tone.Dropped);
    }

    /// <summary>What follows is ruled out, and with it what is of the same group; where nothing follows, what stands before.</summary>
    private void Not(int at)
    {
        var next = Next(at, trades: true);
        if (TooFar(at, next))
            return; // "not far from the railway" wants the railway
        if (IsStrange(at, next))
            Strangely(at, next, refused: true); // "no old factories" does not rule out factories
        else if (next >= 0)
            Alike(next, Tone.Not);
        else if (Previous(at) is >= 0 and var previous)
            Back(previous, Tone.Not);
    }

    private int To(int next) => next >= 0 ? Spots[next].Start : end;

    /// <summary>Whether something of which nothing is known stands right behind a word that rules out.</summary>
    private bool IsStrange(int at, int next) => To(next) > Spots[at].End && !Spots.Skip(at + 1).Any(s => s.Start < To(next)) && says(Spots[at].End, To(next));

    private void Strangely(int at, int next, bool refused) => strange.Add((Spots[at].End, To(next) - Spots[at].End, refused));

    /// <summary>Whether what is not wanted is a long way, before or after its name.</summary>
    private bool TooFar(int at, int next) => Spots.Any(s => s.IsCue("far") && (next < 0 || Spots[next].Way is null ? s.Start <= Spots[at].Start : s.Start >= Spots[next].End));

    private void Alike(int first, Tone tone)
    {
        for (var i = first; i < Spots.Count && !(i > first && Spots[i].IsCue("but")); i++)
            if (Spots[first].IsTrade)
            {
                // A robot park without plating: only what is listed with it is of the same trade.
                if (i > first && (!Spots[i].IsTrade || Spots[i].Start - Spots[i - 1].End > Adjacent))
                    break;
                Set(i, tone);
            }
            else if (Spots[i].Group == Spots[first].Group || (i > first && Spots[i].IsCue("field") && Spots[first].IsCue("field")))
                Set(i, tone);
    }

    /// <summary>A thing and those of the same group that stand right before it.</summary>
    private void Back(int last, Tone tone)
    {
        Set(last, tone);
        for (var i = last - 1; i >= 0 && Spots[i + 1].Start - Spots[i].End <= Adjacent && Spots[last].Quantity is null
            && (Spots[i].Group == Spots[last].Group || (Spots[i].IsCue("field") && Spots[last].IsCue("field")) || (i > 0 && Spots[i].IsCue("or") && Spots[i - 1].Group == Spots[last].Group)); i--)
            Set(i, tone);
    }

    private void Set(int at, Tone tone)
    {
        tones[at] = tone;
        settled[at] = true;
    }

    /// <summary>"Best", "ideally": of what follows; at the end of a clause, of what stands last before.</summary>
    private void Wishes()
    {
        for (var i = 0; i < Spots.Count; i++)
            if (Spots[i].IsCue("wish"))
            {
                if (Next(i) is >= 0 and var next && !(Spots[i].IsCue("wish after") && Previous(i, s => s.IsContent) is >= 0 and var said && Spots[i].Start - Spots[said].End <= Spots[next].Start - Spots[i].End))
                {
                    for (var j = i + 1; j < Spots.Count && !Spots[j].IsCue("must") && !Spots[j].IsCue("but"); j++)
                        if (!settled[j] && !(Spots[j].Quantity is { IsLast: true } or { IsLimit: true } && j != Next(i)))
                            tones[j] = Tone.Wish;
                }
                else if (Previous(i, s => s.IsContent) is >= 0 and var last && !settled[last])
                {
                    tones[last] = Tone.Wish;
                    for (var j = last - 1; j >= 0 && Spots[j].Group == Spots[last].Group && Spots[j + 1].Start - Spots[j].End <= Adjacent; j--)
                        tones[j] = Tone.Wish;
                }
            }
    }
}
