namespace ParkBrand.Search.Matching;

/// <summary>Something that is there or is allowed. What has a price is there.</summary>
internal sealed record FlagNeed(NeedField Field) : Need(Field)
{
    public const string Yes = "1";

    public override IReadOnlyList<string> Values => [Yes];

    internal override double Miss(Subject subject) => subject.Find(Field.Alias) is true or decimal ? 0 : TakenAway;

    internal override object? Has(Subject subject) => subject.Find(Field.Alias);

    internal override Need? Eased(Subject subject) => null;
}
