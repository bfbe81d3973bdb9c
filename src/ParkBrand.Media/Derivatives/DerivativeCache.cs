using Microsoft.Extensions.Logging;

namespace ParkBrand.Media.Derivatives;

/// <summary>Derivatives on disk. What was not asked for the longest goes first when they take too much; all of it can be made again.</summary>
internal sealed class DerivativeCache(MediaOptions options, ILogger<DerivativeCache> log)
{
    private readonly string folder = Path.Combine(options.DataFolder, "derivatives");
    private readonly Lock guard = new();
    private readonly LinkedList<(string Name, long Bytes)> byUse = new(); // newest first
    private Dictionary<string, LinkedListNode<(string Name, long Bytes)>>? files;
    private long total;

    /// <summary>Bytes that are kept now.</summary>
    internal long Total
    {
        get
        {
            lock (guard)
            {
                Index();
                return total;
            }
        }
    }

    /// <summary>The file, or null when it must be made.</summary>
    public string? Find(string name)
    {
        lock (guard)
        {
            if (!Index().TryGetValue(name, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
        }

        var path = PathOf(name);
        if (File.Exists(path))
            return path;
        Forget(name);
        return null;
    }

    /// <returns>The file, or null when the disk refuses; the derivative can be served all the same.</returns>
    public string? Keep(string name, byte[] bytes)
    {
        var path = PathOf(name);
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(aside, bytes);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("A derivative cannot be kept: {Reason}", e.Message.Split(" : '")[0]);
            Delete(aside);
            return null;
        }

        List<string> over = [];
        lock (guard)
        {
            Forget(name);
            Index()[name] = byUse.AddFirst((name, bytes.LongLength));
            total += bytes.LongLength;
            while (total > options.CacheBytes && byUse.Last is { } last && last != byUse.First)
            {
                over.Add(last.Value.Name);
                Forget(last.Value.Name);
            }
        }

        foreach (var gone in over)
            Delete(PathOf(gone));
        return path;
    }

    private void Forget(string name)
    {
        lock (guard)
            if (Index().Remove(name, out var node))
            {
                byUse.Remove(node);
                total -= node.Value.Bytes;
            }
    }

    /// <summary>What a former process left is taken over at the first question, the newest as the last to go.</summary>
    private Dictionary<string, LinkedListNode<(string Name, long Bytes)>> Index()
    {
        if (files is not null)
            return files;
        files = [];
        if (!Directory.Exists(folder))
            return files;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.LastWriteTimeUtc))
            if (file.Extension == ".tmp")
                Delete(file.FullName);
            else
            {
                files[file.Name] = byUse.AddFirst((file.Name, file.Length));
                total += file.Length;
            }

        return files;
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start counts it again.
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name[..2], name);
}
