using System.Collections.Frozen;

namespace ParkBrand.Content.Values;

/// <param name="Culture">Empty for invariant properties.</param>
/// <param name="Path">Property, e.g. <c>areaMax</c> or <c>body[3].who</c>.</param>
/// <param name="Sentence">What is wrong with it; <see cref="Message"/> says it in English.</param>
public sealed record PropertyProblem(string Culture, string Path, Sentence Sentence)
{
    public string Message => Sentence.ToString();

    public override string ToString() => Culture.Length == 0 ? $"{Path}: {Message}" : $"{Culture}.{Path}: {Message}";
}

/// <param name="Property">Path of the referring property.</param>
/// <param name="IsMedia">Whether <paramref name="Target"/> is a media item, otherwise a document.</param>
/// <param name="Accept">Aliases of the types it may be.</param>
internal sealed record Reference(string Culture, string Property, bool IsMedia, Guid Target, FrozenSet<string> Accept);
