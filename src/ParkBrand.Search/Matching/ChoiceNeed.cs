namespace ParkBrand.Search.Matching;

/// <summary>One of several choices will do.</summary>
internal sealed record ChoiceNeed(NeedField Field, IReadOnlyList<string> Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => Wanted;

    internal override double Miss(Subject subject) =>
        subject.Find(Field.Alias) is not string has ? TakenAway : Takes(has) ? 0 : OtherChoice;

    internal override object? Has(Subject subject) => subject.Find(Field.Alias);

    internal override Need? Eased(Subject subject) => subject.Find(Field.Alias) is string has ? this with { Wanted = [.. Wanted, has] } : null;

    // What is to be had either way is to be leased and to be bought.
    private bool Takes(string has) => Wanted.Contains(has) || (has == "either" && (Wanted.Contains("lease") || Wanted.Contains("sale")));
}
