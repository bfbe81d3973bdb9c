using System.Net;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Tests.Accounts;

/// <summary>What a request says of who it comes from and how counts when a proxy says it that is trusted, and only then.</summary>
public sealed class ProxyTests
{
    private const int Tries = 5;

    private static async Task<AccountSite> Site(string? trusted)
    {
        var site = new AccountSite { Proxies = trusted, Policy = new() { HashIterations = 1000, SoonestAnswer = TimeSpan.Zero, TriesPerMinuteAndAddress = Tries, TriesPerMinuteAndName = 1000 } };
        await site.InitializeAsync();
        return site;
    }

    /// <returns>How many of the tries, each said to come from another visitor, were let through to the password.</returns>
    private static async Task<int> Through(AccountSite site, Func<int, string> from, int tries = 12)
    {
        using var client = site.NewClient();
        var hidden = EditorClient.Hidden(await client.Get("/umbraco/login"));
        var through = 0;
        for (var i = 0; i < tries; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/umbraco/login") { Content = new FormUrlEncodedContent([.. hidden, new("userName", $"somebody{i}"), new("password", "x")]) };
            request.Headers.Add("X-Forwarded-For", from(i));
            through += (await client.Send(request)).Status == 401 ? 1 : 0;
        }

        return through;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.9")]
    [InlineData("10.0.0.0/8,2001:db8::/32")]
    public async Task From_whom_is_not_trusted_nothing_is_believed(string? trusted)
    {
        await using var site = await Site(trusted);
        Assert.Equal(Tries, await Through(site, i => $"198.51.100.{i}"));
        var page = await Https(site);
        Assert.DoesNotContain(page.Cookies, c => c.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Null(page.Answer["Strict-Transport-Security"]);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.9, 127.0.0.0/8")]
    public async Task Behind_a_trusted_proxy_each_visitor_is_counted_for_itself(string trusted)
    {
        await using var site = await Site(trusted);
        Assert.Equal(12, await Through(site, i => $"198.51.100.{i}"));
        Assert.Equal(Tries, await Through(site, _ => "203.0.113.7"));
    }

    [Fact]
    public async Task What_a_visitor_writes_before_the_proxy_does_is_not_believed()
    {
        await using var site = await Site("127.0.0.1,10.1.0.0/16");
        // Another proxy of ours stands between; the first entry is the visitor's own invention.
        Assert.Equal(Tries, await Through(site, i => $"198.51.100.{i}, 203.0.113.7, 10.1.2.3"));
    }

    [Fact]
    public async Task A_trusted_proxy_says_that_the_connection_is_encrypted()
    {
        await using var site = await Site("127.0.0.1");
        var page = await Https(site);
        Assert.NotEmpty(page.Cookies);
        Assert.All(page.Cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("max-age=31536000; includeSubDomains", page.Answer["Strict-Transport-Security"]);

        // The client's address is https then: its code is sent there, and what it asks for comes from here.
        using var client = site.NewClient();
        var origin = site.Address.GetLeftPart(UriPartial.Authority).Replace("http:", "https:", StringComparison.Ordinal);
        Assert.Equal(302, (await client.Send(Forwarded(HttpMethod.Get, client.AuthorizePath(origin + "/umbraco/oauth_complete")))).Status);
        var revoke = Forwarded(HttpMethod.Post, EditorClient.Security + "/revoke");
        revoke.Headers.Add("Origin", origin);
        Assert.Equal(200, (await client.Send(revoke)).Status);
        Assert.Equal(400, (await client.Get(client.AuthorizePath(origin + "/umbraco/oauth_complete"))).Status);
    }

    [Fact]
    public async Task The_session_is_bound_to_host_and_encryption_then()
    {
        await using var site = await Site("127.0.0.1");
        using var client = site.NewClient();
        client.Forward = "https";
        var account = await site.NewAccount("bureauReader");
        await client.SignIn(account.UserName, AccountSite.Password);
        Assert.Matches("^__Host-parkbrand-session=[^;]+; path=/; secure; samesite=strict; httponly$", client.SetCookies.Last(c => c.Contains("parkbrand-session", StringComparison.Ordinal)));
        Assert.Equal(200, await client.WhoAmI());
    }

    [Theory]
    [InlineData("", "names no address")]
    [InlineData("proxy.example", "neither an address")]
    [InlineData("10.0.0.1, 300.1.1.1", "300.1.1.1 is neither")]
    [InlineData("0.0.0.0/0", "believe everybody")]
    [InlineData("::/0", "believe everybody")]
    public void A_list_that_cannot_be_meant_is_refused_in_one_sentence(string list, string sentence) => Assert.Contains(sentence, TrustedProxies.Problem(list), StringComparison.Ordinal);

    [Fact]
    public void None_is_trusted_until_one_is_named()
    {
        Assert.Null(TrustedProxies.Problem(null));
        Assert.Null(TrustedProxies.Of(null));
        Assert.Equal([new IPNetwork(IPAddress.Parse("10.0.0.5"), 32), IPNetwork.Parse("2001:db8::/32")], TrustedProxies.Of("10.0.0.5,2001:db8::/32")!.Networks);
    }

    private static HttpRequestMessage Forwarded(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return request;
    }

    private static async Task<(Answer Answer, List<string> Cookies)> Https(AccountSite site)
    {
        using var client = site.NewClient();
        var request = Forwarded(HttpMethod.Get, "/umbraco/login");
        request.Headers.Add("X-Forwarded-For", "198.51.100.1");
        return (await client.Send(request), client.SetCookies);
    }
}
