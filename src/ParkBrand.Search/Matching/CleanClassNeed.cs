namespace ParkBrand.Search.Matching;

/// <summary>A clean room of a class or better. Class 5 is cleaner than class 7, and serves whoever asks for 7.</summary>
internal sealed record CleanClassNeed(NeedField Field, string Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => [Wanted];

    internal override double Miss(Subject subject) => (Class(subject.Find(Field.Alias)), Class(Wanted)) switch
    {
        (null, _) => TakenAway,
        var (has, wanted) when has <= wanted => 0,
        var (has, wanted) => NumberNeed.Apart(has.Value, wanted ?? 1),
    };

    internal override object? Has(Subject subject) => subject.Find(Field.Alias);

    internal override Need? Eased(Subject subject) => subject.Find(Field.Alias) is string has && Class(has) is not null ? this with { Wanted = has } : null;

    /// <summary>The number of <c>iso7</c>; null for <c>none</c>.</summary>
    internal static int? Class(object? value) =>
        value is string text && text.StartsWith("iso", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), out var number) ? number : null;
}
