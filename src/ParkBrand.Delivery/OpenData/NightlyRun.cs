using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

/// <summary>Keeps a day's files soon after midnight in China, and on a start that missed it.</summary>
internal sealed class NightlyRun(Lazy<DatedFiles> files, SnapshotSource snapshots, TimeProvider clock, ILogger<NightlyRun> log) : BackgroundService
{
    // The first minute belongs to visitors, and what is needed is not made before it; a clock that was set is noticed within ten.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = First;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, clock, stoppingToken);
                if (snapshots.IsLoaded)
                    files.Value.Make();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.LogWarning("The open data of today are not kept yet: {Reason}", e.Message);
            }

            var midnight = ChinaTime.Begin(ChinaTime.Today(clock).AddDays(1)) - clock.GetUtcNow() + TimeSpan.FromSeconds(5);
            wait = midnight < Longest ? midnight : Longest;
        }
    }
}
