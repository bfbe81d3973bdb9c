using Microsoft.Extensions.Logging;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>Makes what is due: a few receivers at once, each of them one request at a time and not more than ten in a second.</summary>
internal sealed class Sending(Outbox outbox, SendDelivery send, TimeProvider clock, ILogger<Sending> log)
{
    public const int AtOnce = 4;
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> busy = [];
    private readonly Dictionary<string, DateTimeOffset> notBefore = [];

    /// <summary>Whether something is due that waits for its receiver's turn.</summary>
    public bool Paced { get; private set; }

    public Task Running
    {
        get
        {
            lock (gate)
                return Task.WhenAll(busy.Values);
        }
    }

    /// <returns>The tries that have begun. Each ends by itself and throws nothing.</returns>
    public IReadOnlyList<Task> Start(Action done, CancellationToken stop)
    {
        var begun = new List<Task>();
        var due = outbox.Next();
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var over in notBefore.Where(n => n.Value <= now).Select(n => n.Key).ToList())
                notBefore.Remove(over);
            Paced = false;
            foreach (var delivery in due)
            {
                // By what is connected to, not by webhook: two webhooks of one receiver are one receiver.
                var receiver = new Uri(delivery.Url).Authority;
                if (busy.Count >= AtOnce)
                    break;
                if (busy.ContainsKey(receiver))
                    continue;
                if (notBefore.ContainsKey(receiver))
                    Paced = true;
                else
                    begun.Add(busy[receiver] = Task.Run(() => Try(delivery.Id, receiver, done, stop), CancellationToken.None));
            }
        }

        return begun;
    }

    private async Task Try(Guid id, string receiver, Action done, CancellationToken stop)
    {
        try
        {
            if (await outbox.Take(id, stop) is { } taken)
            {
                var attempt = await send.Execute(taken, stop);
                // Also at the end of the process: what was sent need not be sent again.
                await outbox.Settle(id, attempt, CancellationToken.None);
                if (attempt.Problem is not null)
                    log.LogInformation("Delivery {Delivery} to webhook {Webhook} was not made: {Problem} {Status}", id, taken.Delivery.WebhookId, attempt.Problem, attempt.Status);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // It is sent again by whoever starts next.
        }
        catch (StorageException e)
        {
            log.LogWarning("What became of delivery {Delivery} cannot be written down; it is sent again: {Reason}", id, e.Message);
        }
        catch (Exception e)
        {
            log.LogError(e, "Delivery {Delivery} could not be tried: a mistake of ours", id);
        }
        finally
        {
            lock (gate)
            {
                busy.Remove(receiver);
                notBefore[receiver] = clock.GetUtcNow() + Gap;
            }

            done();
        }
    }
}
