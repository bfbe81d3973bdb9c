using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace ParkBrand.Media.Worker;

internal enum JobState
{
    Done,

    /// <summary>The worker died or took too long over this picture.</summary>
    Failed,

    /// <summary>There is no libvips, or more waits than can be done soon.</summary>
    Unavailable,
}

/// <summary>At most two worker processes, started when there is work and again when one dies. A hostile picture takes down one of them and nothing else.</summary>
internal sealed class Workers(MediaOptions options, ILogger<Workers> log) : IDisposable
{
    public const int Count = 2, MaxWaiting = 64;

    // Whatever a decoder leaks goes with its process.
    private const int JobsOfOneProcess = 500;
    private static readonly TimeSpan WallClock = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim free = new(Count, Count);
    private readonly ConcurrentStack<WorkerProcess> idle = new();
    private readonly CancellationTokenSource stopping = new();
    private int waiting;
    private int said;

    public bool IsThere => options.Library is not null;

    /// <summary>Processes that wait for work now.</summary>
    internal IReadOnlyCollection<int> IdleIds => [.. idle.Select(w => w.Id)];

    public async Task<(JobState State, JobAnswer Answer, byte[] Body)> Do(Job job, ReadOnlyMemory<byte> picture)
    {
        if (options.Library is not { } library)
            return (JobState.Unavailable, new JobAnswer("libvips is missing"), []);
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return (JobState.Unavailable, new JobAnswer("too much waits"), []);
        }

        try
        {
            await free.WaitAsync(stopping.Token);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await OnOne(library, job, picture);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task<(JobState, JobAnswer, byte[])> OnOne(string library, Job job, ReadOnlyMemory<byte> picture)
    {
        WorkerProcess? worker = null;
        try
        {
            worker = Take(library);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            limit.CancelAfter(WallClock);
            var (answer, body) = await worker.Do(job, picture, limit.Token);
            if (worker.Jobs < JobsOfOneProcess)
            {
                idle.Push(worker);
                worker = null;
            }

            return (JobState.Done, answer, body);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            log.LogWarning("A picture took the worker down ({Reason}); the next one starts a new worker", e is IOException ? "it ended" : "it took too long");
            return (JobState.Failed, new JobAnswer("the worker did not survive it"), []);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            if (Interlocked.Exchange(ref said, 1) == 0)
                log.LogError("The picture worker {Program} cannot be started: {Reason}. Pictures are served in the size they were uploaded in", options.Program, e.Message);
            return (JobState.Unavailable, new JobAnswer("the worker cannot be started"), []);
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>Takes one place away until it is given back, as a picture does that takes long.</summary>
    internal async Task<IDisposable> Occupy()
    {
        await free.WaitAsync(stopping.Token);
        return new Place(free);
    }

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }

    private WorkerProcess Take(string library)
    {
        while (idle.TryPop(out var worker))
        {
            if (!worker.HasEnded)
                return worker;
            worker.Dispose();
        }

        return WorkerProcess.Start(options.Program, library);
    }

    public void Dispose()
    {
        stopping.Cancel();
        foreach (var worker in idle)
            worker.Dispose();
    }
}
