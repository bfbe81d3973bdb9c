using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Looks at a file before it is kept. The host brings it; without one nothing can be uploaded.</summary>
public interface IUploadCheck
{
    Task<CheckedFile> Check(string fileName, byte[] bytes, MediaType type, CancellationToken cancel);
}

/// <param name="Problem">Reason and mend in one sentence or two; null when the file may be kept.</param>
/// <param name="Bytes">What is to be kept.</param>
/// <param name="Width">px as seen, null for what is no picture.</param>
public sealed record CheckedFile(Sentence? Problem, byte[] Bytes, string ContentType, int? Width, int? Height);
