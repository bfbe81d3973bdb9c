namespace ParkBrand.Search.Matching;

/// <summary>Every one of several things is wanted.</summary>
internal sealed record ChoicesNeed(NeedField Field, IReadOnlyList<string> Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => Wanted;

    internal override double Miss(Subject subject)
    {
        var present = subject.Find(Field.Alias) as string[] ?? [];
        var missing = 0;
        foreach (var wanted in Wanted)
            if (!present.Contains(wanted))
                missing++;
        return missing * OtherChoice;
    }

    internal override object? Has(Subject subject) => Present(subject);

    internal override Need? Eased(Subject subject) => Present(subject) is { Length: > 0 } some ? this with { Wanted = some } : null;

    private string[] Present(Subject subject) => Wanted.Intersect(subject.Find(Field.Alias) as string[] ?? []).ToArray();
}
