namespace ParkBrand.Content.Schema;

/// <param name="Path">JSON path into <c>umbraco.json</c>, e.g. <c>$.documentTypes[3].groups[0].properties[2].dataType</c>.</param>
public sealed record SchemaProblem(string Path, string Reason)
{
    public override string ToString() => $"{Path}: {Reason}";
}

/// <summary>The schema cannot be used. Carries every mistake found, not only the first.</summary>
public sealed class SchemaException(string file, IReadOnlyList<SchemaProblem> problems)
    : Exception($"{file} has {problems.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems.Select(p => "  " + p))}")
{
    public IReadOnlyList<SchemaProblem> Problems { get; } = problems;
}
