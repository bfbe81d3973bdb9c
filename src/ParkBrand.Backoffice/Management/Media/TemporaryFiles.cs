using System.Collections.Concurrent;
using ParkBrand.Media;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Files that an editor has uploaded and not yet saved as media: each only for whoever uploaded it, for an hour, and never more than the disk is to bear.</summary>
internal sealed class TemporaryFiles(MediaOptions options, TimeProvider clock)
{
    public const int MaxFiles = 40;
    public const long MaxBytesOfOne = 600L * 1024 * 1024, MaxBytes = 2L * 1024 * 1024 * 1024;
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly string folder = Path.Combine(options.DataFolder, "temporary");
    private readonly ConcurrentDictionary<Guid, TemporaryFile> files = new();
    private readonly Lock guard = new();
    private bool swept;

    internal sealed record TemporaryFile(Guid Id, Guid Owner, string Name, long Bytes, DateTimeOffset Until);

    /// <returns>Null when there is no such file for this person.</returns>
    public TemporaryFile? Find(Guid owner, Guid id)
    {
        Expire();
        return files.TryGetValue(id, out var file) && file.Owner == owner ? file : null;
    }

    public async Task<byte[]?> Read(Guid owner, Guid id, CancellationToken cancel)
    {
        if (Find(owner, id) is null)
            return null;
        try
        {
            return await File.ReadAllBytesAsync(PathOf(id), cancel);
        }
        catch (IOException)
        {
            return null; // taken away at this moment
        }
    }

    /// <returns>False when the id is taken, or the person or the site keeps too much already.</returns>
    public async Task<bool> Keep(Guid owner, Guid id, string name, long bytes, Stream content, CancellationToken cancel)
    {
        Expire();
        lock (guard)
        {
            var own = files.Values.Where(f => f.Owner == owner).ToList();
            if (own.Count >= MaxFiles || own.Sum(f => f.Bytes) + bytes > MaxBytesOfOne || files.Values.Sum(f => f.Bytes) + bytes > MaxBytes
                || !files.TryAdd(id, new TemporaryFile(id, owner, name, bytes, clock.GetUtcNow() + Life)))
                return false;
        }

        try
        {
            Directory.CreateDirectory(folder);
            await using var file = new FileStream(PathOf(id), FileMode.Create);
            await content.CopyToAsync(file, cancel);
            return true;
        }
        catch
        {
            Drop(id);
            throw;
        }
    }

    public bool Delete(Guid owner, Guid id)
    {
        if (Find(owner, id) is null)
            return false;
        Drop(id);
        return true;
    }

    private void Expire()
    {
        lock (guard)
            if (!swept && Directory.Exists(folder))
            {
                // Nobody knows any more whose they were.
                foreach (var left in Directory.EnumerateFiles(folder))
                    File.Delete(left);
            }

        swept = true;
        var now = clock.GetUtcNow();
        foreach (var old in files.Values.Where(f => f.Until <= now))
            Drop(old.Id);
    }

    private void Drop(Guid id)
    {
        try
        {
            File.Delete(PathOf(id));
            files.TryRemove(id, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Tried again with the next question.
        }
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));
}
