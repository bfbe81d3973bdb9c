using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>Reads the change feed into the outbox and empties it, for as long as the process runs.</summary>
internal sealed class Dispatcher(SnapshotSource snapshots, CollectEvents collect, Outbox outbox, Sending sending, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    // Woken by what this process does; other processes and the clock are looked after once a second.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Tidy = TimeSpan.FromHours(1);

    // With no webhook there is nothing to look for. Whoever makes the first one is heard of by then, or by the first change.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim wake = new(0, 1);
    private DateTimeOffset tidied;
    private string? said;
    private bool idle;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        snapshots.Follow(_ => Wake());
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Turn(stoppingToken);
                await wake.WaitAsync(sending.Paced ? Sending.Gap : idle ? Idle : Look, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the process.
        }

        await sending.Running;
        await Guarded(() => outbox.Release());
    }

    private Task Turn(CancellationToken stop) => Guarded(async () =>
    {
        if (!snapshots.IsLoaded)
            return;
        idle = !collect.IsListenedTo;
        if (idle)
            return;
        var more = await collect.Execute(stop) > 0;
        var due = clock.GetUtcNow() - tidied >= Tidy;
        if (more || due)
            await outbox.SwitchOffOverfull(stop);
        sending.Start(Wake, stop);
        if (!due)
            return;
        await outbox.Forget(stop);
        tidied = clock.GetUtcNow();
    });

    private async Task Guarded(Func<Task> action)
    {
        try
        {
            await action();
            said = null;
        }
        catch (StorageException e)
        {
            // Said once, not once a second onto a full disk.
            if (said != e.Message)
                log.LogWarning("Webhooks wait: {Reason}", said = e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The host would end with it; visitors do not need webhooks.
            if (said != e.Message)
                log.LogError(e, "Webhooks wait: a mistake of ours");
            said = e.Message;
        }
    }

    private void Wake()
    {
        try
        {
            if (wake.CurrentCount == 0)
                wake.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else woke it in between, or the process ends.
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }
}
