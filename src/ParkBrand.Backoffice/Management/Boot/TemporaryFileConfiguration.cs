using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Boot;

/// <summary>What the client may offer to upload. It only saves a way in vain: the upload itself checks again, and looks into the file.</summary>
internal static class TemporaryFileConfiguration
{
    private sealed record Answer(IEnumerable<string> ImageFileTypes, string[] DisallowedUploadedFilesExtensions, IEnumerable<string> AllowedUploadedFileExtensions, long MaxFileSize);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/temporary-file/configuration", (ContentSchema schema) => Results.Ok(new Answer(
        ImageFileTypes: schema.MediaTypes.Where(type => type.Alias == "image").SelectMany(type => type.Extensions),
        DisallowedUploadedFilesExtensions: [],
        AllowedUploadedFileExtensions: schema.MediaTypes.SelectMany(type => type.Extensions).Distinct(),
        MaxFileSize: schema.MediaTypes.Max(type => type.MaxBytes) / 1024))); // in kilobytes
}
