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
        if (hash.Length != 64 || hash.Any(c => !char.IsAsciiHexDigitLower(c)))
            return null;
        var path = PathOf(hash);
        return File.Exists(path) ? path : null;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
