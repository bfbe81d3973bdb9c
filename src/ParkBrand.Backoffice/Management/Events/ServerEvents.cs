using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Management.Events;

/// <summary>As the client knows it.</summary>
internal sealed record ServerEvent(string EventSource, string EventType, Guid Key);

/// <summary>Sends each change of a document to those listeners who may know of the document, whichever process made it.</summary>
internal sealed class ServerEvents(ReadTrail trail, Listeners listeners, IHubContext<ServerEventHub> hub, TimeProvider clock, ILogger<ServerEvents> log) : BackgroundService
{
    private const string Documents = "Umbraco:CMS:Document";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    // Where nothing happens nothing is told, and a session that is over need not be noticed at once.
    private const int TicksBetweenLooks = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        long? seen = null;
        var ticks = 0;
        while (await Tick(timer, stoppingToken))
        {
            try
            {
                // While nobody listens nothing is asked; whoever comes has just read the present state.
                seen = listeners.IsEmpty ? null : await Send(seen ?? listeners.Since, stoppingToken);
                if (++ticks % TicksBetweenLooks == 0)
                    listeners.Present();
            }
            catch (StorageException e)
            {
                log.LogDebug("Changes cannot be told to the editors: {Reason}", e.Message);
            }
        }
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<long> Send(long seq, CancellationToken cancel)
    {
        var entries = trail.After(seq);
        var present = entries.Count == 0 ? [] : listeners.Present();
        foreach (var entry in entries)
        {
            seq = entry.Seq;
            var told = new ServerEvent(Documents, Type(entry.Action), entry.Document);
            foreach (var (connection, actor) in present)
            {
                if (entry.Action == "delete" ? actor.SeesAll : trail.MaySee(actor, entry.Document))
                    await hub.Clients.Client(connection).SendAsync("notify", told, cancel);
            }
        }

        return seq;
    }

    private static string Type(string action) => action switch
    {
        "create" => "Created",
        "trash" => "Trashed",
        "delete" => "Deleted",
        _ => "Updated",
    };
}
