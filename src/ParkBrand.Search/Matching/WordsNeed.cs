namespace ParkBrand.Search.Matching;

/// <summary>Words of a trade, each of which the park must say of itself and not refuse.</summary>
internal sealed record WordsNeed(NeedField Field, IReadOnlyList<(string Word, string Folded)> Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => [string.Join(' ', Wanted.Select(w => w.Word))];

    internal override double Miss(Subject subject)
    {
        var missing = 0;
        foreach (var (_, folded) in Wanted)
            if (!TradeWords.Says(subject, folded))
                missing++;
        return missing * OtherChoice;
    }

    internal override object? Has(Subject subject) => Present(subject).Select(w => w.Word).ToArray();

    internal override Need? Eased(Subject subject) => Present(subject).ToArray() is { Length: > 0 } some ? this with { Wanted = some } : null;

    private IEnumerable<(string Word, string Folded)> Present(Subject subject) => Wanted.Where(w => TradeWords.Says(subject, w.Folded));
}
