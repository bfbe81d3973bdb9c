namespace ParkBrand.Content.Import;

/// <param name="File">Relative to the content folder.</param>
/// <param name="Line">1-based; 0 when it concerns the whole file.</param>
public sealed record FileProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
