namespace ParkBrand.Content.Values;

/// <summary>Several problems as one argument of a sentence.</summary>
public sealed class Sentences(IReadOnlyList<PropertyProblem> problems)
{
    public IReadOnlyList<PropertyProblem> Problems => problems;

    public override string ToString() => string.Join("; ", problems);
}
