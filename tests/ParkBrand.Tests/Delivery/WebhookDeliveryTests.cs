using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Webhooks;
using ParkBrand.Delivery.Webhooks;

namespace ParkBrand.Tests.Delivery;

/// <summary>Whatever a receiver does: at least once, in order for each document, no flood.</summary>
public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private readonly TestSite site = new();
    private readonly WebhookScene scene;
    private Receiver receiver = null!;

    public WebhookDeliveryTests() => scene = new WebhookScene(site);

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start();

    public async ValueTask DisposeAsync()
    {
        scene.Dispose();
        await receiver.DisposeAsync();
        site.Dispose();
    }

    private string Url => receiver.Address.ToString();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_is_tried_again_and_holds_back_its_own_document_alone()
    {
        await scene.Webhook(Url);
        var park = await site.Live("park", null, Some.Park("one"));
        receiver.Answer = (http, request) =>
        {
            http.Response.StatusCode = request.Subject == park && receiver.Requests.Count(r => r.Subject == park) < 3 ? 500 : 200;
            return Task.CompletedTask;
        };
        await scene.Deliver();
        await site.Unpublish(park);
        var other = await site.Live("park", null, Some.Park("two"));
        await scene.Deliver();
        Assert.Equal(["ContentPublish"], receiver.Told(other));
        Assert.Equal(["ContentPublish"], receiver.Told(park));
        await scene.Later(TimeSpan.FromSeconds(7));
        Assert.Equal(["ContentPublish"], receiver.Told(park));
        await scene.Later(TimeSpan.FromSeconds(6));
        Assert.Equal(["ContentPublish", "ContentPublish"], receiver.Told(park));
        await scene.Later(TimeSpan.FromSeconds(37));
        // The third try is taken; what waited behind it follows at once.
        Assert.Equal(["ContentPublish", "ContentPublish", "ContentPublish", "ContentUnpublish"], receiver.Told(park));
        var tries = receiver.Requests.Where(r => r.Subject == park).ToList();
        Assert.Single(tries.Take(3).Select(r => r.Id).Distinct());
        Assert.Equal(["0", "1", "2", "0"], tries.Select(r => r.Headers["Umb-Webhook-RetryCount"]));
        Assert.All(scene.Log(), d => Assert.Equal("delivered", d.State));
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_left_after_ten_seconds_and_keeps_no_other_waiting()
    {
        await using var quick = await Receiver.Start();
        var asked = new TaskCompletionSource();
        receiver.Answer = (http, _) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        var hanging = await scene.Webhook(Url, WebhookEvents.ContentPublish);
        var other = await scene.Webhook(quick.Address.ToString(), WebhookEvents.ContentPublish);
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        var begun = Task.WhenAll(scene.Begin());
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        while (scene.Log(other)[0].State != "delivered")
            await Task.Delay(5, Cancel);
        Assert.False(begun.IsCompleted);
        Assert.Empty(scene.Begin());
        site.Clock.Advance(SendDelivery.Longest);
        await begun.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.Equal(("waiting", "timeout", 1), (scene.Log(hanging)[0].State, scene.Log(hanging)[0].Problem, scene.Log(hanging)[0].Tries));
    }

    [Fact]
    public async Task A_receiver_that_answers_drop_by_drop_has_ten_seconds_for_all_of_it()
    {
        var begun = new TaskCompletionSource();
        receiver.Answer = async (http, _) =>
        {
            http.Response.StatusCode = 503;
            await http.Response.WriteAsync("slowly", Cancel);
            await http.Response.Body.FlushAsync(Cancel);
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        await scene.Webhook(Url);
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        var sending = Task.WhenAll(scene.Begin());
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        site.Clock.Advance(SendDelivery.Longest);
        await sending.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.Equal("waiting", scene.Log()[0].State);
        Assert.Equal("timeout", scene.Log()[0].Problem);
    }

    [Fact]
    public async Task Whoever_has_said_200_has_taken_it_however_the_rest_of_the_reply_goes()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var webhook = await scene.Webhook($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        var sending = Task.WhenAll(scene.Begin());
        using (var connection = await listener.AcceptSocketAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancel))
        {
            await connection.ReceiveAsync(new byte[4096], Cancel);
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ntaken"u8.ToArray(), Cancel);
            connection.Shutdown(SocketShutdown.Send);
            await sending.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        }

        Assert.Equal("delivered", scene.Log(webhook)[0].State);
    }

    [Fact]
    public async Task A_closed_connection_a_refused_one_and_a_reply_without_end_are_survived()
    {
        receiver.Answer = (http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        var closing = await scene.Webhook(Url);
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.Equal(("waiting", "connection", (int?)null), (scene.Log(closing)[0].State, scene.Log(closing)[0].Problem, scene.Log(closing)[0].Status));

        // How much is written into a closed connection says nothing; that it is closed does.
        var closed = new TaskCompletionSource();
        receiver.Answer = async (http, _) =>
        {
            await using var noticed = http.RequestAborted.Register(closed.SetResult);
            var block = Encoding.ASCII.GetBytes(new string('x', 8192));
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(block, http.RequestAborted);
        };
        await scene.Later(TimeSpan.FromSeconds(13));
        var delivery = scene.Log(closing)[0];
        Assert.Equal(("delivered", 200, Outbox.LongestReply), (delivery.State, delivery.Status, delivery.Reply!.Length));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        var nobody = await scene.Webhook("http://127.0.0.1:1/");
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        foreach (var task in scene.Begin())
            await Task.WhenAny(task, Task.Delay(2000, Cancel));
        Assert.Equal("connection", scene.Log(nobody)[0].Problem);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var inside = await Receiver.Start();
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = inside.Address + "admin";
            return Task.CompletedTask;
        };
        await scene.Webhook(Url);
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        await scene.Later(TimeSpan.FromSeconds(13));
        Assert.Equal(2, receiver.Requests.Count);
        Assert.Empty(inside.Requests);
        Assert.Equal(("waiting", "redirect", 307), (scene.Log()[0].State, scene.Log()[0].Problem, scene.Log()[0].Status));
    }

    [Theory, InlineData("120", 120), InlineData("date", 120), InlineData("9999999", 86400)]
    public async Task Who_asks_for_time_gets_it_for_everything(string said, int seconds)
    {
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = receiver.Requests.Count == 1 ? 429 : 200;
            http.Response.Headers.RetryAfter = said == "date" ? site.Clock.GetUtcNow().AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture) : said;
            return Task.CompletedTask;
        };
        var webhook = await scene.Webhook(Url);
        await site.Live("park", null, Some.Park("one"));
        await site.Live("park", null, Some.Park("two"));
        await scene.Deliver();
        Assert.Single(receiver.Requests);
        Assert.NotNull(scene.State(webhook).Health.HeldUntil);
        await scene.Later(TimeSpan.FromSeconds(seconds - 2));
        Assert.Single(receiver.Requests);
        await scene.Later(TimeSpan.FromSeconds(3));
        Assert.Equal(3, receiver.Requests.Count);
        Assert.Null(scene.State(webhook).Health.HeldUntil);
    }

    [Fact]
    public async Task Many_changes_are_one_request_at_a_time_and_ten_in_a_second()
    {
        await scene.Webhook(Url);
        await scene.Webhook(Url + "second");
        for (var i = 0; i < 15; i++)
            await site.Live("park", null, Some.Park($"{i}"));
        receiver.Answer = (_, _) => Task.Delay(2, Cancel);
        var began = site.Clock.GetUtcNow();
        await scene.Deliver();
        Assert.Equal(30, receiver.Requests.Count);
        Assert.Equal(1, receiver.AtOnce);
        Assert.True(site.Clock.GetUtcNow() - began >= 29 * Sending.Gap, $"{site.Clock.GetUtcNow() - began}");
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_spared_then_suspended_with_a_note_and_goes_on_when_somebody_has_looked()
    {
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return http.Response.WriteAsync("broken", Cancel);
        };
        var webhook = await scene.Webhook(Url);
        for (var i = 0; i < 60; i++)
            await site.Live("park", null, Some.Park($"{i}"));
        await scene.Deliver();
        Assert.Equal(5, receiver.Requests.Count);
        for (var minute = 0; minute < 10; minute++)
            await scene.Later(TimeSpan.FromMinutes(1));
        Assert.InRange(receiver.Requests.Count, 6, 16);
        for (var hour = 0; hour < 48; hour++)
            for (var half = 0; half < 2; half++)
                await scene.Later(TimeSpan.FromMinutes(30.1));
        var health = scene.State(webhook).Health;
        Assert.Equal((40, "status", true), (health.Failures, health.Note, health.SuspendedAt is not null));
        Assert.Equal(40, receiver.Requests.Count);
        var waiting = health.Waiting;
        await site.Live("park", null, Some.Park("while it is suspended"));
        await scene.Deliver();
        Assert.Equal(waiting + 1, scene.State(webhook).Health.Waiting);

        receiver.First();
        await site.Get<ResumeWebhook>().Execute(site.Site, webhook, Cancel);
        await scene.Deliver();
        Assert.Equal((0, 0, null), (scene.State(webhook).Health.Waiting, scene.State(webhook).Health.Failures, scene.State(webhook).Health.Note));
    }

    [Fact]
    public async Task After_ten_tries_in_a_day_it_is_given_up_lets_the_next_pass_and_can_be_sent_again()
    {
        var webhook = await scene.Webhook(Url);
        var park = await site.Live("park", null, Some.Park());
        receiver.First([.. Enumerable.Repeat(500, 10)]);
        await scene.Deliver();
        await site.Unpublish(park);
        var began = site.Clock.GetUtcNow();
        while (scene.Log(webhook)[0].State == "waiting")
            await scene.Later(TimeSpan.FromMinutes(10));
        Assert.InRange((site.Clock.GetUtcNow() - began).TotalHours, 8, 24);
        await scene.Later(TimeSpan.FromMinutes(10));
        Assert.Equal(("failed", 10, "delivered"), (scene.Log(webhook)[0].State, scene.Log(webhook)[0].Tries, scene.Log(webhook)[1].State));
        Assert.Null(scene.Log(webhook)[0].NextAt);

        var failed = scene.Log(webhook)[0];
        var replayed = await site.Get<ReplayDelivery>().Execute(site.Site, webhook, failed.Id, Cancel);
        Assert.True(replayed.IsOk, replayed.Message);
        await scene.Deliver();
        var last = receiver.Requests.Last();
        Assert.Equal((replayed.Value, failed.Seq, "Umbraco.ContentPublish"), (last.Id, (long)last.Json["seq"]!, last.Event));
        Assert.NotEqual(failed.Id, last.Id);
        Assert.False((await site.Get<ReplayDelivery>().Execute(site.Site, Guid.NewGuid(), failed.Id, Cancel)).IsOk);
    }

    [Fact]
    public async Task Too_much_that_waits_or_for_too_long_switches_a_webhook_off_and_says_so()
    {
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var (full, old, fine) = (await scene.Webhook(Url + "full"), await scene.Webhook(Url + "old"), await scene.Webhook(Url + "fine"));
        var outbox = site.Get<Outbox>();
        await Waiting(full, Outbox.MostWaiting, site.Clock.GetUtcNow());
        await Waiting(fine, 10, site.Clock.GetUtcNow());
        Assert.Equal(0, await outbox.SwitchOffOverfull(Cancel));
        await Waiting(full, 1, site.Clock.GetUtcNow());
        await Waiting(old, 1, site.Clock.GetUtcNow().AddDays(-Outbox.LongestWaiting).AddMinutes(-1));
        Assert.Equal(2, await outbox.SwitchOffOverfull(Cancel));
        foreach (var webhook in new[] { full, old })
            Assert.Equal((false, 0, "backlog", site.Clock.GetUtcNow()), (scene.State(webhook).Enabled, scene.State(webhook).Health.Waiting, scene.State(webhook).Health.Note, scene.State(webhook).Health.SuspendedAt));
        Assert.Equal((true, 10, null), (scene.State(fine).Enabled, scene.State(fine).Health.Waiting, scene.State(fine).Health.Note));
        Assert.Equal("dropped", Assert.Single(scene.Log(old)).State);
        Assert.False((await site.Get<ResumeWebhook>().Execute(site.Site, full, Cancel)).IsOk);

        // Switched on again it hears of what happens from then on.
        var kept = scene.State(old);
        await site.Get<SaveWebhook>().Update(site.Site, new SaveWebhook.Command(old, "", null, kept.Url, kept.Events, [], kept.Headers, Enabled: true), Cancel);
        Assert.Equal((true, null), (scene.State(old).Enabled, scene.State(old).Health.Note));
        receiver.First();
        var park = await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.Contains(receiver.Requests, r => r.Path == "/old" && r.Subject == park);
        Assert.DoesNotContain(receiver.Requests, r => r.Path == "/full");
        Assert.Equal(0, await outbox.SwitchOffOverfull(Cancel));
    }

    [Fact]
    public async Task A_try_that_ends_after_its_webhook_was_switched_off_leaves_the_reason()
    {
        var webhook = await scene.Webhook(Url);
        await site.Live("park", null, Some.Park());
        await scene.Collect();
        var taken = await site.Get<Outbox>().Take(scene.Log(webhook)[0].Id, Cancel);
        await Waiting(webhook, Outbox.MostWaiting, site.Clock.GetUtcNow());
        Assert.Equal(1, await site.Get<Outbox>().SwitchOffOverfull(Cancel));
        await site.Get<Outbox>().Settle(taken!.Delivery.Id, new Attempt(500, "status"), Cancel);
        Assert.Equal(("backlog", "dropped"), (scene.State(webhook).Health.Note, scene.Log(webhook)[0].State));
    }

    /// <summary>Deliveries that were written at one moment and wait since.</summary>
    private Task<int> Waiting(Guid webhook, int count, DateTimeOffset since) => site.Get<ParkBrand.Content.Storage.Database>().Write((connection, transaction) => (true, Dapper.SqlMapper.Execute(connection, """
        INSERT INTO webhook_delivery (id, webhook_id, event, at, subject, subject_id, type, cultures, state, next_at)
        VALUES (@id, @webhook, 'Umbraco.ContentPublish', '2026-11-22T00:00:00.000Z', 'document', @subject, 'park', '[]', 'waiting', '2030-11-22T00:00:00.000Z')
        """, Enumerable.Range(0, count).Select(_ => new { id = Guid.CreateVersion7(since), webhook, subject = Guid.NewGuid() }), transaction)), Cancel);

    [Fact]
    public async Task The_log_goes_after_thirty_days()
    {
        await scene.Webhook(Url);
        await site.Live("park", null, Some.Park("old"));
        await scene.Deliver();
        site.Clock.Advance(TimeSpan.FromDays(20));
        await site.Live("park", null, Some.Park("new"));
        await scene.Deliver();
        site.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(1, await site.Get<Outbox>().Forget(Cancel));
        Assert.Single(scene.Log());
    }

    [Fact]
    public async Task A_long_log_and_much_that_waits_cost_hardly_anything_to_look_at()
    {
        var webhook = await scene.Webhook(Url);
        await site.Get<ParkBrand.Content.Storage.Database>().Write((connection, transaction) => (true, Dapper.SqlMapper.Execute(connection, """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
            INSERT INTO webhook_delivery (id, webhook_id, event, at, subject, subject_id, type, cultures, state, next_at)
            SELECT printf('%08d-0000-0000-0000-000000000000', i), @webhook, 'Umbraco.ContentPublish', '2026-11-22T00:00:00.000Z', 'document', printf('00000000-0000-0000-0000-%012d', i), 'park', '[]',
                CASE WHEN i <= 40000 THEN 'delivered' ELSE 'waiting' END, '2026-11-22T00:00:00.000Z' FROM n
            """, new { webhook }, transaction)), Cancel);
        site.Get<Outbox>().Next();
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++)
            Assert.Single(site.Get<Outbox>().Next());
        var each = TimeProvider.System.GetElapsedTime(began) / 20;
        Assert.True(each < TimeSpan.FromMilliseconds(10), $"{each.TotalMilliseconds:0.00} ms");
        TestContext.Current.TestOutputHelper?.WriteLine($"{each.TotalMilliseconds:0.00} ms");
    }
}
