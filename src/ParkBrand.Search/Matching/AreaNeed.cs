namespace ParkBrand.Search.Matching;

/// <summary>m² to be had in one piece: enough of it, and no piece that is far too large.</summary>
internal sealed record AreaNeed(NeedField Field, decimal Wanted) : Need(Field)
{
    /// <summary>A space of 8,400 m² that is let only whole suits somebody who needs 8,000; one of 12,600 does not.</summary>
    private const decimal Slack = 1.25m;

    public override IReadOnlyList<string> Values => [NumberNeed.Text(Wanted)];

    internal override double Miss(Subject subject)
    {
        var (least, most) = Offer(subject);
        return most is null ? TakenAway : most < Wanted || least > Wanted * Slack ? NumberNeed.Apart(Reach(least, most.Value), Wanted) : 0;
    }

    /// <summary>The largest piece; where even the smallest is too large, that one.</summary>
    internal override object? Has(Subject subject)
    {
        var (least, most) = Offer(subject);
        return most is not null && least > Wanted * Slack ? least : most;
    }

    internal override Need? Eased(Subject subject)
    {
        var (least, most) = Offer(subject);
        return most is null ? null : this with { Wanted = Reach(least, most.Value) };
    }

    internal override double Fit(Subject subject) => Offer(subject).Least is > 0 and var least && least > Wanted ? 0.5 + (0.5 * (double)(Wanted / least)) : 1;

    private decimal Reach(decimal least, decimal most) => most < Wanted ? most : Math.Ceiling(least / Slack);

    private static (decimal Least, decimal? Most) Offer(Subject subject) =>
        (subject.Find("areaMin") as decimal? ?? 0, subject.Find("areaMax") as decimal?);
}
