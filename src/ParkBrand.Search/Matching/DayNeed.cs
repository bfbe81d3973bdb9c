using System.Globalization;

namespace ParkBrand.Search.Matching;

/// <summary>To be had on a day at the latest.</summary>
internal sealed record DayNeed(NeedField Field, DateOnly Wanted) : Need(Field)
{
    public const string Form = "yyyy-MM-dd";
    private const double Year = 365;

    public override IReadOnlyList<string> Values => [Wanted.ToString(Form, CultureInfo.InvariantCulture)];

    internal override double Miss(Subject subject) => subject.Find(Field.Alias) switch
    {
        DateOnly has when has <= Wanted => 0,
        DateOnly has => 1 - (Year / (Year + has.DayNumber - Wanted.DayNumber)),
        _ => TakenAway,
    };

    internal override object? Has(Subject subject) => subject.Find(Field.Alias);

    internal override Need? Eased(Subject subject) => subject.Find(Field.Alias) is DateOnly has ? this with { Wanted = has } : null;
}
