using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Tests.Delivery;

/// <summary>Webhooks lead out and nowhere else; what is sent can be checked, and its secret is nowhere to be read.</summary>
public sealed class WebhookSafetyTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.8.8.8"), InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1")]
    [InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("100.100.100.200"), InlineData("192.0.0.192"), InlineData("198.18.0.1"), InlineData("224.0.0.1"), InlineData("240.0.0.1"), InlineData("255.255.255.255"), InlineData("168.63.129.16")]
    [InlineData("::"), InlineData("::1"), InlineData("::127.0.0.1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("64:ff9b:1::a00:1"), InlineData("2002:7f00:1::"), InlineData("2001:0:1::1")]
    [InlineData("fe80::1"), InlineData("fe80::1%1"), InlineData("fc00::1"), InlineData("fd00:ec2::254"), InlineData("fec0::1"), InlineData("ff02::1"), InlineData("2001:db8::1"), InlineData("3fff::1"), InlineData("100::1")]
    public void Addresses_of_this_machine_and_its_networks_are_refused(string address)
    {
        var strict = new ReceiverRules(allowPrivate: false);
        Assert.False(strict.Allows(IPAddress.Parse(address)));
        var host = address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
        Assert.NotNull(strict.Problem($"https://{host}/"));
    }

    [Theory, InlineData("114.114.114.114"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("2400:3200::1"), InlineData("2606:4700::1"), InlineData("::ffff:8.8.8.8")]
    public void Addresses_of_the_internet_are_not(string address) => Assert.True(new ReceiverRules(allowPrivate: false).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://receiver.example/"), InlineData("https://user:pw@receiver.example/"), InlineData("https://user@receiver.example/"), InlineData("https://receiver.example:22/"), InlineData("https://receiver.example:80/")]
    [InlineData("ftp://receiver.example/"), InlineData("file:///etc/passwd"), InlineData("receiver.example"), InlineData("/in"), InlineData(""), InlineData("gopher://receiver.example/"), InlineData("unix:/run/a.sock")]
    [InlineData("https://localhost/"), InlineData("https://LOCALHOST./"), InlineData("https://a.localhost/"), InlineData("https://printer.local/"), InlineData("https://metadata.google.internal/"), InlineData("https://metadata/")]
    [InlineData("https://2130706433/"), InlineData("https://0x7f.1/"), InlineData("https://0177.0.0.1/"), InlineData("https://127.1/"), InlineData("https://[::ffff:7f00:1]/"), InlineData("https://\uff11\uff12\uff17.0.0.1/")]
    public void Addresses_that_cannot_be_a_receiver_s_are_refused_when_they_are_typed(string url) => Assert.NotNull(new ReceiverRules(allowPrivate: false).Problem(url));

    [Theory, InlineData("https://receiver.example/in?a=1"), InlineData("https://receiver.example:8443/"), InlineData("https://\u6606\u5c71.example/"), InlineData("https://114.114.114.114/")]
    public void Others_are_not(string url) => Assert.Null(new ReceiverRules(allowPrivate: false).Problem(url));

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to_also_when_it_did_not_a_moment_ago()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        var answers = new Queue<IPAddress[]>([[IPAddress.Loopback], [IPAddress.Parse("::ffff:127.0.0.1")], [IPAddress.Parse("114.114.114.114"), IPAddress.Loopback], []]);
        var asked = 0;
        using var scene = new WebhookScene(site, strict: true, (_, _) =>
        {
            asked++;
            return Task.FromResult(answers.TryDequeue(out var now) ? now : [IPAddress.Loopback]);
        });
        Assert.Null(new ReceiverRules(allowPrivate: false).Problem($"https://rebinding.example:{port}/"));
        var webhook = await scene.Webhook($"https://rebinding.example:{port}/");
        await site.Live("park", null, Some.Park());
        for (var i = 1; i <= 5; i++)
        {
            await scene.Deliver();
            Assert.Equal((i, "refused"), (scene.Log(webhook)[0].Tries, scene.Log(webhook)[0].Problem));
            site.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(5, asked);
        Assert.False(inside.Pending());

        // Also where somebody wrote it into the store, past the check.
        using var literal = new WebhookScene(site, strict: true);
        var planted = await literal.Webhook($"http://127.0.0.1:{port}/");
        await site.Live("park", null, Some.Park());
        await literal.Deliver();
        Assert.Equal("refused", literal.Log(planted)[0].Problem);
        Assert.False(inside.Pending());
    }

    [Fact]
    public async Task Signatures_are_checked_by_the_documented_recipe_and_a_former_secret_signs_for_a_day()
    {
        await using var receiver = await Receiver.Start();
        using var scene = new WebhookScene(site);
        var webhook = await scene.Webhook(receiver.Address.ToString());
        var first = (await site.Get<RenewSecret>().Execute(site.Site, webhook, Cancel)).Value!;
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        var request = receiver.Requests.Last();
        Assert.True(WebhookScene.Verify(request, first, site.Clock.GetUtcNow()));
        Assert.False(WebhookScene.Verify(request, first + "x", site.Clock.GetUtcNow()));
        Assert.False(WebhookScene.Verify(request, first, site.Clock.GetUtcNow().AddMinutes(6)));
        request.Body[20] ^= 1;
        Assert.False(WebhookScene.Verify(request, first, site.Clock.GetUtcNow()));

        var second = (await site.Get<RenewSecret>().Execute(site.Site, webhook, Cancel)).Value!;
        Assert.NotEqual(first, second);
        site.Clock.Advance(TimeSpan.FromHours(23));
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.All([first, second], s => Assert.True(WebhookScene.Verify(receiver.Requests.Last(), s, site.Clock.GetUtcNow())));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.Live("park", null, Some.Park());
        await scene.Deliver();
        Assert.Equal((false, true), (WebhookScene.Verify(receiver.Requests.Last(), first, site.Clock.GetUtcNow()), WebhookScene.Verify(receiver.Requests.Last(), second, site.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Secrets_and_headers_are_not_readable_in_the_store_and_without_the_keys_nothing_is_sent_unsigned()
    {
        await using var receiver = await Receiver.Start();
        using var scene = new WebhookScene(site);
        var webhook = await scene.Webhook(new SaveWebhook.Command(Guid.NewGuid(), "", null, receiver.Address.ToString(), WebhookEvents.All, [], new Dictionary<string, string> { ["Authorization"] = "Bearer hidden-token" }, true));
        var secret = (await site.Get<RenewSecret>().Execute(site.Site, webhook, Cancel)).Value!;
        var stored = string.Join('\n', site.Query<dynamic>("SELECT * FROM webhook").Select(r => string.Join(',', ((IDictionary<string, object?>)r).Values)));
        Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-token", stored, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(site.Folder, "keys"), recursive: true);
        using var keyless = site.Another();
        using var later = new WebhookScene(keyless);
        await keyless.Live("park", null, Some.Park());
        await later.Deliver();
        Assert.Empty(receiver.Requests);
        Assert.Equal(("secret", 1), (later.State(webhook).Health.Note, later.State(webhook).Health.Waiting));
        // Said once, with the mend.
        var said = Assert.Single(keyless.Log.Lines, l => l.Level == LogLevel.Error).Text;
        Assert.Contains("'keys'", said, StringComparison.Ordinal);
        Assert.Contains("backup", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-token", said, StringComparison.Ordinal);

        // The second mend: a new secret, the headers anew.
        var renewed = (await keyless.Get<RenewSecret>().Execute(keyless.Site, webhook, Cancel)).Value!;
        await keyless.Get<SaveWebhook>().Update(keyless.Site, new SaveWebhook.Command(webhook, "", null, receiver.Address.ToString(), WebhookEvents.All, [], new Dictionary<string, string> { ["Authorization"] = "Bearer new" }, true), Cancel);
        await later.Deliver();
        Assert.True(WebhookScene.Verify(Assert.Single(receiver.Requests), renewed, site.Clock.GetUtcNow()));
        Assert.Equal("Bearer new", receiver.Requests.Single().Headers["Authorization"]);
    }
}
