using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Media.Derivatives;

namespace ParkBrand.Web.Hosting;

/// <summary>Gives the media module the pictures of the published city.</summary>
internal sealed class PublishedOriginals(SnapshotSource snapshots, BlobStore blobs) : IOriginals
{
    public Original? Find(string hash) => snapshots.Current.MediaWithHash(hash) is { Count: > 0 } items
        ? new Original(hash, items[0].ContentType, [.. items.Select(i => i.Focus)])
        : null;

    public Task<string?> File(string hash, CancellationToken cancel) => blobs.Fetch(hash, cancel);
}
