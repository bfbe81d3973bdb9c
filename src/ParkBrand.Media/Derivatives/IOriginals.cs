namespace ParkBrand.Media.Derivatives;

/// <summary>The pictures that may be shown. The host answers from what is published; this module knows of no content.</summary>
public interface IOriginals
{
    /// <param name="hash">From an address, unchecked.</param>
    /// <returns>Null when the public has no such picture.</returns>
    Original? Find(string hash);

    /// <returns>A file that may be read, or null when the bytes are missing.</returns>
    Task<string?> File(string hash, CancellationToken cancel);
}

/// <param name="ContentType">As checked at upload.</param>
/// <param name="Focuses">The focus of each item with these bytes, as <c>x-y</c> in whole per cent; null where none was set.</param>
public sealed record Original(string Hash, string ContentType, IReadOnlyList<string?> Focuses);
