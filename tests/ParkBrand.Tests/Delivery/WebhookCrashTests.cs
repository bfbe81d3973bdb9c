using ParkBrand.Content.Webhooks;
using ParkBrand.Delivery.Webhooks;

namespace ParkBrand.Tests.Delivery;

/// <summary>Whenever the process dies, what was published is told of by the next one.</summary>
public sealed class WebhookCrashTests : IAsyncLifetime
{
    private readonly TestSite site = new();
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start();

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        site.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("collected"), InlineData("taken"), InlineData("sent")]
    public async Task Nothing_is_lost_wherever_it_stopped(string at)
    {
        var died = site.Another();
        using var scene = new WebhookScene(died);
        var webhook = await scene.Webhook(receiver.Address.ToString());
        var park = await died.Live("park", null, Some.Park());
        var before = Guid.Empty;
        await scene.Collect();
        if (at is "taken" or "sent")
        {
            var due = Assert.Single(died.Get<Outbox>().Next());
            before = due.Id;
            Assert.NotNull(await died.Get<Outbox>().Take(due.Id, Cancel));
        }

        // It arrives, and the process dies before it can write that down.
        if (at == "sent")
            using (var connections = new OutwardConnections(new ReceiverRules(allowPrivate: true)))
                await new SendDelivery(connections, died.Clock).Execute(new DueDelivery(scene.Log(webhook)[0], new Dictionary<string, string>(), ["x"]), Cancel);
        died.Dispose();

        using var next = site.Another();
        using var later = new WebhookScene(next);
        await next.Unpublish(park);
        await later.Deliver();
        // What a process has taken is its own for half a minute, and what comes after it waits.
        if (at is "taken" or "sent")
        {
            Assert.Equal(at == "sent" ? ["ContentPublish"] : [], receiver.Told());
            await later.Later(TimeSpan.FromSeconds(31));
        }

        Assert.Equal(at == "sent" ? ["ContentPublish", "ContentPublish", "ContentUnpublish"] : ["ContentPublish", "ContentUnpublish"], receiver.Told());
        Assert.All(later.Log(webhook), d => Assert.Equal("delivered", d.State));
        // A receiver can tell what it has had.
        Assert.Equal(2, receiver.Requests.Select(r => r.Id).Distinct().Count());
        Assert.True(before == Guid.Empty || receiver.Requests.First().Id == before);
    }

    [Fact]
    public async Task What_nobody_had_collected_is_collected_by_the_next_process()
    {
        var died = site.Another();
        using var scene = new WebhookScene(died);
        await scene.Webhook(receiver.Address.ToString());
        var park = await died.Live("park", null, Some.Park());
        died.Dispose();
        using var next = site.Another();
        using var later = new WebhookScene(next);
        await later.Deliver();
        Assert.Equal((park, "ContentPublish"), (Assert.Single(receiver.Requests).Subject, receiver.Told().Single()));
    }
}
