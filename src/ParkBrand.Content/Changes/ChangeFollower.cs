using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Changes;

/// <summary>Follows changes that other processes made (the command line, other nodes). Our own are applied by the writer at once.</summary>
internal sealed class ChangeFollower(SnapshotSource snapshots, Database database, ILogger<ChangeFollower> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, database.Clock);
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                snapshots.CatchUp();
                said = null;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (StorageException e)
            {
                // The public keeps reading the last snapshot whatever happens behind it. Said once, not twice a second onto a full disk.
                if (said != e.Message)
                    log.LogWarning("Changes cannot be read: {Reason}", said = e.Message);
            }
        }
    }
}
