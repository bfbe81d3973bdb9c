using System.Text;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Webhooks;
using Aliases = Umbraco.Cms.Core.Constants.WebhookEvents.Aliases;

namespace ParkBrand.Tests.Delivery;

/// <summary>What receivers are told of, and that what the public never saw is not among it.</summary>
public sealed class WebhookEventTests : IAsyncLifetime
{
    private readonly TestSite site = new();
    private readonly WebhookScene scene;
    private Receiver receiver = null!;

    public WebhookEventTests() => scene = new WebhookScene(site);

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start();

    public async ValueTask DisposeAsync()
    {
        scene.Dispose();
        await receiver.DisposeAsync();
        site.Dispose();
    }

    private string Url => new Uri(receiver.Address, "/in").ToString();

    [Fact]
    public void Events_have_the_names_that_Umbraco_gives_them() => Assert.Equal(
        [Aliases.ContentPublish, Aliases.ContentUnpublish, "ParkBrand.ContentExpire", Aliases.ContentDelete, Aliases.MediaSave, Aliases.MediaDelete], WebhookEvents.All);

    [Fact]
    public async Task A_document_is_told_of_from_its_first_publication_to_its_end()
    {
        var before = await site.Live("park", null, Some.Park(), "old");
        var webhook = await scene.Webhook(Url);
        var park = await site.Live("park", null, Some.Park(en: "Park"), "new");
        await scene.Deliver();
        await site.Unpublish(park, "en-US");
        await scene.Deliver();
        await site.Save(park, Some.Park(area: 7, en: "Park"), slug: "newer");
        await scene.Deliver();
        await site.Publish(park);
        await scene.Deliver();
        await site.Trash(park);
        await scene.Deliver();
        await site.Delete(park);
        await scene.Deliver();
        Assert.Equal(["ContentPublish", "ContentUnpublish", "ContentPublish", "ContentUnpublish", "ContentDelete"], receiver.Told());
        Assert.DoesNotContain(receiver.Requests, r => r.Subject == before);
        var told = receiver.Requests.Select(r => r.Json["document"]!.ToJsonString()).ToList();
        Assert.Equal($$"""{"id":"{{park}}","type":"park","cultures":["zh-CN","en-US"],"route":"/parks/new"}""", told[0]);
        Assert.Equal($$"""{"id":"{{park}}","type":"park","cultures":["zh-CN"],"route":"/parks/new"}""", told[1]);
        Assert.Equal($$"""{"id":"{{park}}","type":"park","cultures":["zh-CN"],"route":"/parks/newer"}""", told[2]);
        Assert.Equal($$"""{"id":"{{park}}","type":"park","cultures":[],"route":"/parks/newer"}""", told[4]);
        var first = receiver.Requests.First();
        Assert.Equal(["id", "event", "time", "seq", "document"], first.Json.AsObject().Select(p => p.Key));
        Assert.Equal(("Umbraco.ContentPublish", "0", first.Id.ToString(), "application/json; charset=utf-8"),
            (first.Headers["Umb-Webhook-Event"], first.Headers["Umb-Webhook-RetryCount"], first.Headers["ParkBrand-Webhook-Id"], first.Headers["Content-Type"]));
        Assert.Equal(receiver.Requests.Select(r => (long)r.Json["seq"]!).Order(), receiver.Requests.Select(r => (long)r.Json["seq"]!));
        Assert.Equal(5, receiver.Requests.Select(r => r.Id).Distinct().Count());
        Assert.All(scene.Log(webhook), d => Assert.Equal(("delivered", 200, 1), (d.State, d.Status, d.Tries)));
    }

    [Fact]
    public async Task What_the_public_never_saw_is_told_of_to_nobody()
    {
        await scene.Webhook(Url);
        var draft = await site.Create("park", null, Some.Park(), "draft");
        await site.Save(draft, Some.Park(area: 6));
        var below = await site.Create("space", draft, Some.Space());
        await site.Unpublish(draft);
        await site.Sort(draft, below);
        await site.Trash(draft);
        await site.Delete(draft);
        await scene.Deliver();
        Assert.Empty(receiver.Requests);
        Assert.Empty(scene.Log());
    }

    [Fact]
    public async Task What_stands_below_goes_and_comes_with_its_parent()
    {
        await scene.Webhook(Url, WebhookEvents.ContentPublish, WebhookEvents.ContentUnpublish);
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Live("space", park, Some.Space(), "s");
        await scene.Deliver();
        await site.Unpublish(park);
        await scene.Deliver();
        Assert.Equal(["ContentPublish", "ContentUnpublish"], receiver.Told(space));
        await site.Publish(park);
        await scene.Deliver();
        Assert.Equal(["ContentPublish", "ContentUnpublish", "ContentPublish"], receiver.Told(park));
        Assert.Equal(site.Now.Find(space) is null ? 2 : 3, receiver.Told(space).Count());
    }

    [Fact]
    public async Task A_document_whose_time_is_over_is_told_of_when_the_clock_passes_also_after_a_restart()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var first = await site.Live("space", park, Some.Space("2026-12-31"), "a");
        await scene.Webhook(Url, WebhookEvents.ContentExpire);
        var second = await site.Live("space", park, Some.Space("2027-01-05"), "b");
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero));
        await scene.Deliver();
        Assert.Empty(receiver.Requests);
        await scene.Later(TimeSpan.FromSeconds(1));
        Assert.Equal(first, Assert.Single(receiver.Requests).Subject);
        Assert.Equal("2026-12-31T16:00:00Z", (string)receiver.Requests.Single().Json["time"]!);
        Assert.Equal("/parks/p/spaces/a", (string)receiver.Requests.Single().Json["document"]!["route"]!);

        // Nobody is running when the second one's day ends.
        site.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero));
        using var another = site.Another();
        using var later = new WebhookScene(another);
        await later.Deliver();
        await later.Deliver();
        Assert.Equal([first, second], receiver.Requests.Select(r => r.Subject));
    }

    [Fact]
    public async Task Files_are_told_of_by_id_and_type()
    {
        await scene.Webhook(Url);
        var made = await site.Get<UploadMedia>().Execute(site.Site, new UploadMedia.Command(null, "a.png", "a.png", Encoding.UTF8.GetBytes("bytes"), new Dictionary<string, string> { ["zh-CN"] = "图" }), TestContext.Current.CancellationToken);
        Assert.True(made.IsOk, made.Message);
        await scene.Deliver();
        await site.Get<TrashMedia>().Execute(site.Site, made.Value, TestContext.Current.CancellationToken);
        await site.Get<DeleteMedia>().Execute(site.Site, made.Value, TestContext.Current.CancellationToken);
        await scene.Deliver();
        Assert.Equal(["MediaSave", "MediaDelete"], receiver.Told());
        Assert.Equal($$"""{"id":"{{made.Value}}","type":"image"}""", receiver.Requests.First().Json["media"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_types_and_events_that_were_asked_for_are_told_of()
    {
        await scene.Webhook(new SaveWebhook.Command(Guid.NewGuid(), "", null, Url, [WebhookEvents.ContentPublish], [SchemaId.Of("document-type", "sector")], new Dictionary<string, string> { ["X-Key"] = "abc" }, true));
        await site.Live("park", null, Some.Park());
        var sector = await site.Live("sector", null, Some.Sector());
        await site.Unpublish(sector);
        await site.Publish(sector);
        await scene.Deliver();
        Assert.Equal((sector, "ContentPublish"), (Assert.Single(receiver.Requests).Subject, receiver.Told().Single()));
        Assert.Equal("abc", receiver.Requests.Single().Headers["X-Key"]);
    }

    [Fact]
    public async Task One_that_is_switched_off_or_deleted_gets_nothing_and_another_that_is_on_does()
    {
        receiver.First(500, 500);
        var off = await scene.Webhook(Url + "/off");
        var gone = await scene.Webhook(Url + "/gone");
        var park = await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.Equal(["/in/gone", "/in/off"], receiver.Requests.Select(r => r.Path).Order());
        var kept = scene.State(off);
        await site.Get<SaveWebhook>().Update(site.Site, new SaveWebhook.Command(off, "", null, kept.Url, kept.Events, [], kept.Headers, Enabled: false), TestContext.Current.CancellationToken);
        await site.Get<DeleteWebhook>().Execute(site.Site, gone, TestContext.Current.CancellationToken);
        await site.Unpublish(park);
        await scene.Later(TimeSpan.FromDays(1));
        Assert.Equal(2, receiver.Requests.Count);
        Assert.Equal("dropped", Assert.Single(scene.Log(off)).State);
        var on = await scene.Webhook(Url + "/on");
        await site.Publish(park);
        await scene.Deliver();
        Assert.Equal("/in/on", receiver.Requests.Last().Path);
        Assert.Single(scene.Log(on));
    }

    [Fact]
    public async Task Nothing_is_kept_for_nobody()
    {
        var webhook = await scene.Webhook(Url);
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM webhook_known"));
        await site.Get<DeleteWebhook>().Execute(site.Site, webhook, TestContext.Current.CancellationToken);
        Assert.Equal(0, site.Scalar<int>("SELECT (SELECT count(*) FROM webhook_known) + (SELECT count(*) FROM webhook_feed) + (SELECT count(*) FROM webhook_delivery)"));
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.Empty(receiver.Requests);
    }
}
