using ParkBrand.Media.Derivatives;
using ParkBrand.Media.Worker;

namespace ParkBrand.Media.Upload;

/// <summary>What may be uploaded. A file is what its name says and what its bytes say, or it is refused with the reason and the mend.</summary>
public sealed class UploadCheck
{
    private readonly Workers workers;

    internal UploadCheck(Workers workers) => this.workers = workers;

    /// <param name="name">As the editor's machine has it; only its ending counts.</param>
    /// <param name="accepted">Endings that are accepted, lower case, without the dot.</param>
    /// <param name="maxBytes">Of the media type.</param>
    public async Task<CheckedUpload> Check(string name, byte[] bytes, IReadOnlyCollection<string> accepted, long maxBytes)
    {
        if (name.Length > 255 || name.Any(char.IsControl) || Path.GetFileName(name) != name)
            return CheckedUpload.Refused("name", "The file's name holds signs that no file name has, or is too long. Rename it and upload it again.");
        if (FileKind.OfName(name) is not { } kind || !kind.Extensions.Intersect(accepted).Any())
            return CheckedUpload.Refused("extension", "Files ending in {0} are not accepted. Accepted are: {1}.", Path.GetExtension(name), string.Join(", ", accepted));
        if (bytes.Length == 0)
            return CheckedUpload.Refused("empty", "The file is empty. Choose it again.");
        if (bytes.LongLength > maxBytes)
            return CheckedUpload.Refused("tooLarge", "The file is {0} MB large, at most {1} MB are allowed. Make it smaller and upload it again.", Megabytes(bytes.LongLength), Megabytes(maxBytes));
        if (!kind.Begins(bytes))
            return FileKind.OfBytes(bytes) is { } other
                ? CheckedUpload.Refused("otherKind", "The file ends in {0} but is a .{1} file. Rename it to end in .{1}, or export it in the format its name says.", Path.GetExtension(name), other.Extensions[0])
                : CheckedUpload.Refused("notKind", "The file ends in {0} but is no such file. Export it anew from the program that made it.", Path.GetExtension(name));
        return kind.ContentType switch
        {
            FileKind.Svg => SvgCheck.Check(bytes),
            FileKind.Docx or FileKind.Xlsx => OfficeCheck.Problem(kind.ContentType, bytes) ?? new CheckedUpload(null, bytes, kind.ContentType),
            FileKind.Jpeg or FileKind.Png or FileKind.Webp or FileKind.Avif => await Picture(kind.ContentType, bytes),
            _ => new CheckedUpload(null, bytes, kind.ContentType),
        };
    }

    private async Task<CheckedUpload> Picture(string contentType, byte[] bytes)
    {
        var damaged = CheckedUpload.Refused("damaged", "The picture is damaged or not complete. Export it anew and upload it again.");
        if (PictureHead.Read(contentType, bytes) is not { Width: > 0, Height: > 0 } head)
            return damaged;
        if ((long)head.Width * head.Height > Renderer.MaxPixels)
            return TooManyPixels(head.Width, head.Height);
        if (head.Frames > 1)
            return Moving;
        if (!head.Whole)
            return damaged;
        var clean = PictureNotes.Strip(contentType, bytes);
        var (state, answer, _) = await workers.Do(new Job(Work.Inspect, Renderer.MaxPixels), clean);
        return (state, answer) switch
        {
            (JobState.Unavailable, _) => CheckedUpload.Refused("noWorker", "Pictures cannot be checked at the moment, so none is taken. Try again in some minutes; if it stays so, tell whoever runs the site."),
            (JobState.Failed, _) => damaged,
            (_, { Frames: > 1 }) => Moving,
            (_, { Problem: not null }) when (long)answer.Width * answer.Height > Renderer.MaxPixels => TooManyPixels(answer.Width, answer.Height),
            (_, { Problem: not null }) => damaged,
            _ => new CheckedUpload(null, clean, contentType, answer.Width, answer.Height),
        };
    }

    private static CheckedUpload Moving => CheckedUpload.Refused("moving", "The picture moves. Upload it as a video, or a single picture of it.");

    private static CheckedUpload TooManyPixels(int width, int height) => CheckedUpload.Refused("tooManyPixels",
        "The picture is {0} × {1} pixels large; at most {2} million pixels are allowed. Make it smaller and upload it again.", $"{width}", $"{height}", $"{Renderer.MaxPixels / 1_000_000}");

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
