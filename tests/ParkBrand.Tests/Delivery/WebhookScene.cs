using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content.Webhooks;
using ParkBrand.Delivery.Webhooks;

namespace ParkBrand.Tests.Delivery;

/// <summary>What one request to a receiver was.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
    public string Event => (string)Json["event"]!;
    public Guid Subject => (Guid)(Json["document"] ?? Json["media"])!["id"]!;
    public Guid Id => (Guid)Json["id"]!;
}

/// <summary>Somebody else's server on this machine; what it answers is up to the test.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Requests { get; } = new();
    public Func<HttpContext, Received, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;
    public Uri Address { get; private set; } = null!;
    public int AtOnce { get; private set; }
    private int now;

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        receiver.Address = new Uri(receiver.app.Urls.Single());
        return receiver;
    }

    private async Task Take(HttpContext http)
    {
        AtOnce = Math.Max(AtOnce, Interlocked.Increment(ref now));
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var received = new Received(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
            Requests.Enqueue(received);
            await Answer(http, received);
        }
        finally
        {
            Interlocked.Decrement(ref now);
        }
    }

    /// <summary>The first answers, one for each request; 200 from then on.</summary>
    public void First(params int[] statuses)
    {
        var left = new ConcurrentQueue<int>(statuses);
        Answer = (http, _) =>
        {
            http.Response.StatusCode = left.TryDequeue(out var status) ? status : 200;
            return Task.CompletedTask;
        };
    }

    public IEnumerable<string> Told(Guid? about = null) => Requests.Where(r => about is null || r.Subject == about).Select(r => r.Event.Split('.')[1]);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}

/// <summary>A content engine with its outbox and what empties it; turned by hand, so that a test needs no waiting.</summary>
internal sealed class WebhookScene(TestSite site, bool strict = false, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) : IDisposable
{
    private OutwardConnections? connections;
    private Sending? sending;

    public TestSite Site => site;
    public Sending Sending => sending ??= new Sending(
        site.Get<Outbox>(), new SendDelivery(connections = new OutwardConnections(new ReceiverRules(allowPrivate: !strict), resolve), site.Clock), site.Clock, NullLogger<Sending>.Instance);

    public async Task<Guid> Webhook(string url, params string[] events) => await Webhook(new SaveWebhook.Command(Guid.NewGuid(), "test", null, url, events.Length > 0 ? events : WebhookEvents.All, [], new Dictionary<string, string>(), true));

    public async Task<Guid> Webhook(SaveWebhook.Command command)
    {
        var made = await site.Get<SaveWebhook>().Create(site.Site, command, TestContext.Current.CancellationToken);
        Assert.True(made.IsOk, made.Message);
        return made.Value;
    }

    public Task<int> Collect() => site.Get<CollectEvents>().Execute(TestContext.Current.CancellationToken);

    public IReadOnlyList<Task> Begin() => Sending.Start(() => { }, TestContext.Current.CancellationToken);

    /// <summary>All that is due now, at the pace that is kept; time passes by that alone.</summary>
    public async Task Deliver()
    {
        await Collect();
        for (var turns = 0; turns < 200; turns++)
        {
            var begun = Begin();
            await Task.WhenAll(begun);
            if (begun.Count == 0 && !Sending.Paced)
                return;
            site.Clock.Advance(Sending.Gap);
        }

        Assert.Fail("It does not come to an end.");
    }

    public async Task Later(TimeSpan span)
    {
        site.Clock.Advance(span);
        await Deliver();
    }

    public IReadOnlyList<WebhookDelivery> Log(Guid? webhook = null) => [.. site.Get<ReadWebhooks>().Log(site.Site, webhook, 0, 1000).Value!.Items.Reverse()];
    public Webhook State(Guid webhook) => site.Get<ReadWebhooks>().Find(site.Site, webhook).Value!;

    /// <summary>As docs/headless.md tells receivers to do it.</summary>
    public static bool Verify(Received request, string secret, DateTimeOffset now)
    {
        var parts = request.Headers["ParkBrand-Webhook-Signature"].Split(',').Select(p => p.Split('=', 2)).ToLookup(p => p[0], p => p[1]);
        var time = long.Parse(parts["t"].Single(), System.Globalization.CultureInfo.InvariantCulture);
        var expected = System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(request.Body)}"));
        return Math.Abs(now.ToUnixTimeSeconds() - time) <= 300
            && parts["v1"].Any(v => System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Convert.FromHexString(v), expected));
    }

    public void Dispose() => connections?.Dispose();
}
