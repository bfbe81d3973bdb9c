using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;
using ParkBrand.Media.Upload;

namespace ParkBrand.Web.Hosting;

/// <summary>Lets the content engine ask the media module, which knows nothing of content.</summary>
internal sealed class MediaUploadCheck(UploadCheck uploads) : IUploadCheck
{
    public async Task<CheckedFile> Check(string fileName, byte[] bytes, MediaType type, CancellationToken cancel)
    {
        var found = await uploads.Check(fileName, bytes, type.Extensions, type.MaxBytes);
        return new CheckedFile(found.Problem is { } problem ? Said(problem) : null, found.Bytes, found.ContentType, found.Width, found.Height);
    }

    /// <summary>The same sentence with its parts, so that it can be said in the editor's language.</summary>
    private static Sentence Said(UploadProblem problem) => Sentence.Of(problem.Template, [.. problem.Arguments]);
}
