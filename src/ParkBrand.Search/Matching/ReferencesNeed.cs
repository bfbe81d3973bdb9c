namespace ParkBrand.Search.Matching;

/// <summary>Every one of several documents: policies that can be used.</summary>
internal sealed record ReferencesNeed(NeedField Field, IReadOnlyList<(string Slug, Guid Id)> Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => Wanted.Select(w => w.Slug).ToArray();

    internal override double Miss(Subject subject) => (Wanted.Count - Present(subject).Count()) * OtherChoice;

    internal override object? Has(Subject subject) => Present(subject).Select(w => w.Slug).ToArray();

    internal override Need? Eased(Subject subject) => Present(subject).ToArray() is { Length: > 0 } some ? this with { Wanted = some } : null;

    private IEnumerable<(string Slug, Guid Id)> Present(Subject subject)
    {
        var present = subject.Find(Field.Alias) as Guid[] ?? [];
        return Wanted.Where(w => present.Contains(w.Id));
    }
}
