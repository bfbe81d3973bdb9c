using System.Globalization;

namespace ParkBrand.Search.Matching;

/// <summary>At least or at most so much.</summary>
internal sealed record NumberNeed(NeedField Field, decimal Wanted) : Need(Field)
{
    private bool Ceiling => Field.Shape == NeedShape.AtMost;

    public override IReadOnlyList<string> Values => [Text(Wanted)];

    internal override double Miss(Subject subject) => subject.Find(Field.Alias) switch
    {
        decimal has when (Ceiling ? has <= Wanted : has >= Wanted) => 0,
        decimal and > 0 and var has => Apart(has, Wanted),
        _ => TakenAway,
    };

    internal override object? Has(Subject subject) => subject.Find(Field.Alias);

    internal override Need? Eased(Subject subject) => subject.Find(Field.Alias) is decimal and > 0 and var has ? this with { Wanted = has } : null;

    /// <summary>Below a ceiling, lower is better; above a floor, more is of no use.</summary>
    internal override double Fit(Subject subject) =>
        Ceiling && subject.Find(Field.Alias) is decimal has ? 1 - (0.5 * (double)(has / Wanted)) : 1;

    // In double: dividing decimals takes longer than everything else that is done for a space.
    internal static double Apart(decimal a, decimal b)
    {
        var (x, y) = ((double)a, (double)b);
        return 1 - (x < y ? x / y : y / x);
    }

    internal static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
