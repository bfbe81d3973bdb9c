namespace ParkBrand.Search.Matching;

/// <summary>One thing that somebody needs.</summary>
public abstract record Need(NeedField Field)
{
    /// <summary>A miss that is not a matter of more or less, but of taking another choice too.</summary>
    protected const double OtherChoice = 1;

    /// <summary>A miss that only taking the need away mends. Equal changes must count equal, or the smallest is not found.</summary>
    protected const double TakenAway = 2;

    /// <summary>Whether missing it rules a park out; otherwise it only counts for the order.</summary>
    public bool Must { get; init; } = true;

    public string Name => Field.Name;

    /// <summary>What is wanted, as it stands in an address.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>
    /// How far it is missed: 0 when it is met, below 1 for numbers (1 − smaller ÷ larger), otherwise
    /// <see cref="OtherChoice"/> or <see cref="TakenAway"/>.
    /// </summary>
    internal abstract double Miss(Subject subject);

    /// <summary>decimal, string, string[], DateOnly or bool, as in published values; null when nothing is stated.</summary>
    internal abstract object? Has(Subject subject);

    /// <summary>The smallest change of this need with which it would be met; null takes it away.</summary>
    internal abstract Need? Eased(Subject subject);

    /// <summary>0.5 to 1, how well a need that is met fits.</summary>
    internal virtual double Fit(Subject subject) => 1;
}
