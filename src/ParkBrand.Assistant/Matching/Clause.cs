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

    private Clause(List<Spot> spots)
    {
        Spots = spots;
        (tones, settled) = (new Tone[spots.Count], new bool[spots.Count]);
        for (var i = 0; i < spots.Count; i++)
            if (spots[i].IsCue("drop"))
                Drop(i, first: spots[i].IsCue("unneeded") ? Next(i) : Near(i), else_: spots[i].IsCue("unneeded") ? Previous(i) : Next(i));
            else if (spots[i].IsCue("unneeded"))
                Drop(i, Next(i), Previous(i));
            else if (spots[i].IsCue("any") && i + 1 < spots.Count && spots[i + 1].IsCue("field"))
                Set(i + 1, Tone.Dropped);
            else if (spots[i].IsCue("without") && i + 1 < spots.Count && spots[i + 1].IsFlag && spots[i + 1].Start - spots[i].End <= (spots[i].Length == 1 ? 0 : Adjacent))
                Alike(i + 1, Tone.Not);
            else if (spots[i].IsCue("except after") && Previous(i) is >= 0 and var excepted)
                Back(excepted, Tone.Not);
            else if (spots[i].IsCue("not"))
                Not(i);
            else if (spots[i].IsCue("aside"))
                for (var j = i + 1; j < spots.Count; j++)
                    Set(j, Tone.Aside);
        Wishes();
    }

    public IReadOnlyList<Spot> Spots { get; }

    public Tone Of(int spot) => tones[spot];

    public static IEnumerable<Clause> In(string folded, List<Spot> spots)
    {
        var clause = new List<Spot>();
        var end = 0;
        foreach (var spot in spots)
        {
            if (clause.Count > 0 && folded.AsSpan(end, Math.Max(0, spot.Start - end)).ContainsAny(Breaks))
            {
                yield return new Clause(clause);
                clause = [];
            }

            clause.Add(spot);
            end = Math.Max(end, spot.End);
        }

        if (clause.Count > 0)
            yield return new Clause(clause);
    }

    /// <summary>Of the things before a word, the one that stands right before it and can be of no matter; else none.</summary>
    private int Near(int at) => Previous(at, s => s.CanBeDropped) is >= 0 and var near && Spots[at].Start - Spots[near].End <= Nearby && !(Next(at) is var next && next == at + 1 && Spots[next].IsCue("field")) ? near : -1;

    private int Next(int at)
    {
        for (var i = at + 1; i < Spots.Count; i++)
            if (Spots[i].IsContent || Spots[i].IsCue("field"))
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
        else if (else_ >= 0 && else_ < at)
            Back(else_, Spots[else_].Is(MeaningKind.District) ? Tone.Not : Tone.Dropped);
        else if (else_ >= 0 && !Spots[else_].IsOfKind)
            Alike(else_, Tone.Dropped);
    }

    /// <summary>What follows is ruled out, and with it what is of the same group; where nothing follows, what stands before.</summary>
    private void Not(int at)
    {
        if (Next(at) is >= 0 and var next)
            Alike(next, Tone.Not);
        else if (Previous(at) is >= 0 and var previous)
            Back(previous, Tone.Not);
    }

    private void Alike(int first, Tone tone)
    {
        for (var i = first; i < Spots.Count && !(i > first && Spots[i].IsCue("but")); i++)
            if (Spots[i].Group == Spots[first].Group || (i > first && Spots[i].IsCue("field") && Spots[first].IsCue("field")))
                Set(i, tone);
    }

    /// <summary>A thing and those of the same group that stand right before it.</summary>
    private void Back(int last, Tone tone)
    {
        Set(last, tone);
        for (var i = last - 1; i >= 0 && Spots[i + 1].Start - Spots[i].End <= Adjacent && Spots[last].Quantity is null
            && (Spots[i].Group == Spots[last].Group || (Spots[i].IsCue("field") && Spots[last].IsCue("field"))); i--)
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
                if (Next(i) >= 0)
                {
                    for (var j = i + 1; j < Spots.Count && !Spots[j].IsCue("must"); j++)
                        if (!settled[j])
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
