using System.Security.Cryptography;

namespace ParkBrand.Content.Storage;

/// <summary>Media bytes by their SHA-256. Writing the same bytes twice is harmless; a blob without a row is only garbage.</summary>
public sealed class BlobStore
{
    private readonly string folder;
    private readonly IBucket? bucket;

    /// <param name="bucket">Holds the blobs of all nodes; the folder is a copy then. Null keeps them in the folder alone.</param>
    internal BlobStore(string dataFolder, IBucket? bucket = null) => (folder, this.bucket) = (Path.Combine(dataFolder, "media"), bucket);

    /// <summary>Keeps bytes where every node finds them.</summary>
    /// <returns>The hash that names the blob, lower-case hex.</returns>
    internal async Task<string> Keep(byte[] bytes, CancellationToken cancel)
    {
        var hash = Put(bytes);
        if (bucket is not null)
            await bucket.Put(hash, bytes, cancel);
        return hash;
    }

    /// <summary>The file of a blob, brought from the bucket when this node has none; null when there is none at all.</summary>
    /// <exception cref="StorageException">The bucket does not answer.</exception>
    public async Task<string?> Fetch(string hash, CancellationToken cancel)
    {
        if (Find(hash) is { } file)
            return file;
        // What came with other bytes than its name says is as good as missing.
        return bucket is not null && IsHash(hash) && await bucket.Get(hash, cancel) is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? PathOf(Put(bytes))
            : null;
    }

    /// <returns>The hash that names the blob, lower-case hex.</returns>
    internal string Put(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        // Written aside, flushed and renamed, so that a blob is there wholly or not at all.
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = new FileStream(aside, FileMode.CreateNew))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(aside);
            throw new StorageException($"A media file cannot be written below {folder}: {StorageException.Reason(e)}. Nothing was imported.", e);
        }

        return hash;
    }

    /// <summary>Half a file must not take the space that is missing already.</summary>
    private static void Discard(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }

    /// <summary>The file of a blob, or null when there is none. <paramref name="hash"/> may come from a visitor.</summary>
    public string? Find(string hash)
    {
        if (!IsHash(hash))
            return null;
        var path = PathOf(hash);
        return File.Exists(path) ? path : null;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
