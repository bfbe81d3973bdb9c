using System.Security.Cryptography;

namespace ParkBrand.Content.Storage;

/// <summary>Media bytes by their SHA-256. Writing the same bytes twice is harmless; a blob without a row is only garbage.</summary>
public sealed class BlobStore
{
    private readonly string folder;

    internal BlobStore(string dataFolder) => folder = Path.Combine(dataFolder, "media");

    /// <returns>The hash that names the blob, lower-case hex.</returns>
    internal string Put(ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Written aside, flushed and renamed, so that a blob is there wholly or not at all.
            var aside = $"{path}.{Guid.NewGuid():N}.tmp";
            using (var stream = new FileStream(aside, FileMode.CreateNew))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"A media file cannot be written below {folder}: {e.Message}", e);
        }

        return hash;
    }

    /// <summary>The file of a blob, or null when there is none. <paramref name="hash"/> may come from a visitor.</summary>
    public string? Find(string hash)
    {
        if (hash.Length != 64 || hash.Any(c => !char.IsAsciiHexDigitLower(c)))
            return null;
        var path = PathOf(hash);
        return File.Exists(path) ? path : null;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
