using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>A file whose bytes are in the store.</summary>
internal sealed record KeptFile(string Type, string Extension, string ContentType, string Hash, long Bytes, int? Width, int? Height);

/// <summary>Has a file checked and keeps its bytes. Bytes without a row are only garbage, so this may come before the transaction.</summary>
internal sealed class UploadIntake(ContentSchema schema, IUploadCheck check, BlobStore blobs)
{
    public async Task<Outcome<KeptFile>> Take(string fileName, byte[] bytes, string? wantedType, CancellationToken cancel)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (schema.MediaTypeOf(fileName) is not { } type)
            return Refused($"files ending in {(extension.Length > 0 ? extension : "nothing")} are not accepted; accepted are {string.Join(", ", schema.MediaTypes.SelectMany(t => t.Extensions))}");
        if (wantedType is not null && wantedType != type.Alias)
            return Refused($"a file ending in {extension} is a {type.Alias}, not a {wantedType}");
        var found = await check.Check(fileName, bytes, type, cancel);
        if (found.Problem is { } problem)
            return Refused(problem);
        try
        {
            return Outcome.Ok(new KeptFile(type.Alias, extension, found.ContentType, await blobs.Keep(found.Bytes, cancel), found.Bytes.LongLength, found.Width, found.Height));
        }
        catch (StorageException e)
        {
            return Outcome.Unavailable<KeptFile>(e.Message);
        }
    }

    private static Outcome<KeptFile> Refused(Sentence reason) => Outcome.Invalid<KeptFile>([new PropertyProblem("", "file", reason)]);
}
