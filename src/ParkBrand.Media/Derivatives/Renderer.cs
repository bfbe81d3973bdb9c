using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ParkBrand.Media.Worker;

namespace ParkBrand.Media.Derivatives;

/// <summary>Makes each derivative once, however many ask for it at the same time.</summary>
internal sealed class Renderer(Workers workers, DerivativeCache cache, TimeProvider clock, ILogger<Renderer> log)
{
    /// <summary>60 megapixels: the largest cameras in common use; what is larger is refused at upload already.</summary>
    public const long MaxPixels = 60_000_000;

    // A picture that took a worker down is not tried again by every visitor.
    private static readonly TimeSpan Penance = TimeSpan.FromMinutes(5);
    private const int MaxPenances = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<Derivative?>>> running = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> failed = new();
    private long renders;

    /// <summary>How often a worker was asked.</summary>
    internal long Renders => Interlocked.Read(ref renders);

    public sealed record Derivative(string? File, byte[]? Bytes);

    /// <returns>Null when it cannot be made now. The work goes on when the caller waits no longer.</returns>
    public async Task<Derivative?> Get(Rendition rendition, string hash, PictureFormat format, Func<Task<byte[]?>> original)
    {
        var name = $"{hash}.{rendition}.{format.ToString().ToLowerInvariant()}";
        if (cache.Find(name) is { } known)
            return new Derivative(known, null);
        if (failed.TryGetValue(hash, out var until) && clock.GetUtcNow() < until)
            return null;
        var job = running.GetOrAdd(name, _ => new Lazy<Task<Derivative?>>(() => Task.Run(() => Make(name, rendition, hash, format, original))));
        return await job.Value;
    }

    private async Task<Derivative?> Make(string name, Rendition rendition, string hash, PictureFormat format, Func<Task<byte[]?>> original)
    {
        try
        {
            if (cache.Find(name) is { } known)
                return new Derivative(known, null); // made between the question and this turn
            if (await original() is not { } picture)
                return null;
            var (x, y) = Focus(rendition.Focus);
            Interlocked.Increment(ref renders);
            var (state, answer, bytes) = await workers.Do(new Job(Work.Render, MaxPixels, rendition.Width, rendition.Preset.Ratio, x, y, format), picture);
            if (state == JobState.Done && answer.Problem is null)
                return new Derivative(cache.Keep(name, bytes), bytes);
            if (state != JobState.Unavailable)
                Remember(hash);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning("A derivative cannot be made: {Reason}", e.Message); // the store does not answer, say
            return null;
        }
        finally
        {
            running.TryRemove(name, out _);
        }
    }

    private void Remember(string hash)
    {
        if (failed.Count >= MaxPenances)
            failed.Clear();
        failed[hash] = clock.GetUtcNow() + Penance;
    }

    private static (double X, double Y) Focus(string? focus) => focus?.Split('-') is [var x, var y]
        && int.TryParse(x, out var percentX) && int.TryParse(y, out var percentY) ? (percentX / 100.0, percentY / 100.0) : (0.5, 0.5);
}
