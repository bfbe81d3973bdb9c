using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Client;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

public sealed class ClientPageTests(ClientSite client) : IClassFixture<ClientSite>
{
    private readonly RunningSite site = client.Site;

    [Fact]
    public async Task The_page_has_its_own_policy_and_is_never_kept()
    {
        var answer = await site.Read("/umbraco");
        var nonce = Regex.Match(answer.Text, "nonce=\"([A-Za-z0-9_-]{24})\"").Groups[1].Value;
        Assert.Equal((200, "text/html; charset=utf-8", "no-store", "same-origin", "noindex, nofollow"),
            (answer.Status, answer["Content-Type"], answer["Cache-Control"], answer["Referrer-Policy"], answer["X-Robots-Tag"]));
        Assert.Equal(
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; " +
            "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'", answer["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task A_nonce_is_used_once() =>
        Assert.NotEqual((await site.Read("/umbraco"))["Content-Security-Policy"], (await site.Read("/umbraco"))["Content-Security-Policy"]);

    [Theory]
    [InlineData("/umbraco")]
    [InlineData("/umbraco/")]
    [InlineData("/umbraco/section/content/workspace/document/edit/0b1c/zh-CN/view/content")]
    [InlineData("/umbraco/oauth_complete?code=x&state=y")]
    [InlineData("/umbraco/logout")]
    [InlineData("/umbraco/preview")]
    public async Task Addresses_that_the_client_routes_by_itself_are_the_page(string path)
    {
        var answer = await site.Read(path);
        Assert.Equal((200, true), (answer.Status, answer.Text.Contains("importmap", StringComparison.Ordinal)));
        Assert.Equal(200, (await site.Send(HttpMethod.Head, path)).Status);
    }

    [Theory]
    [InlineData("/umbraco/nothing")]
    [InlineData("/umbraco/sections")]
    [InlineData("/umbraco/install")]
    [InlineData("/umbraco.aspx")]
    public async Task Other_addresses_are_not(string path)
    {
        var answer = await site.Read(path);
        Assert.Equal(404, answer.Status);
        Assert.DoesNotContain("unsafe-inline", answer["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/parks")]
    [InlineData("/umbraco/backoffice/parkbrand-1.js")]
    [InlineData("/umbraco/management/api/v1/server/status")]
    public async Task The_policy_of_everything_else_stays_strict(string path)
    {
        var policy = (await site.Read(path))["Content-Security-Policy"]!;
        Assert.Equal((false, true), (policy.Contains("unsafe-inline", StringComparison.Ordinal), policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task A_file_comes_as_the_browser_can_take_it(string accepted, string? coding)
    {
        using var http = site.NewClient(System.Net.DecompressionMethods.All);
        var raw = await site.Read("/umbraco/backoffice/parkbrand-1.js", ("Accept-Encoding", accepted));
        Assert.Equal((200, coding, "Accept-Encoding", "public, max-age=31536000, immutable", "text/javascript; charset=utf-8"),
            (raw.Status, raw["Content-Encoding"], raw["Vary"], raw["Cache-Control"], raw["Content-Type"]));
        if (coding is null)
            Assert.Equal(ClientSite.Script, raw.Text);
        else
            Assert.Equal(ClientSite.Script, await http.GetStringAsync(new Uri("/umbraco/backoffice/parkbrand-1.js", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_compressed_already_comes_as_it_is()
    {
        var answer = await site.Read("/umbraco/backoffice/font-1.woff2", ("Accept-Encoding", "br"));
        Assert.Equal((200, null, "font/woff2", "font"), (answer.Status, answer["Content-Encoding"], answer["Content-Type"], answer.Text));
    }

    [Theory]
    [InlineData("/umbraco/backoffice/client.json")]
    [InlineData("/umbraco/backoffice/page.html")]
    [InlineData("/umbraco/backoffice/later.js")]
    [InlineData("/umbraco/backoffice/parkbrand-1.js.br")]
    [InlineData("/umbraco/backoffice/PARKBRAND-1.JS")]
    [InlineData("/umbraco/backoffice/")]
    [InlineData("/umbraco/backoffice/../backoffice/client.json")]
    [InlineData("/umbraco/backoffice/..%2fclient.json")]
    [InlineData("/umbraco/backoffice/..%5cclient.json")]
    [InlineData("/umbraco/backoffice/%2e%2e/client.json")]
    [InlineData("/umbraco/backoffice/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("/umbraco/backoffice/....//client.json")]
    [InlineData("/umbraco/backoffice/parkbrand-1.js%00.svg")]
    public async Task Only_the_listed_files_are_served(string target)
    {
        var answer = await site.Raw(target);
        Assert.True(answer.Status is 404 or 400, $"{target}: {answer.Status}");
        Assert.DoesNotContain("graphics", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Page_and_files_are_only_read(string method)
    {
        foreach (var path in new[] { "/umbraco", "/umbraco/section/content", "/umbraco/backoffice/parkbrand-1.js" })
            Assert.Equal((path, 405), (path, (await site.Send(new HttpMethod(method), path, ("Origin", site.Address.GetLeftPart(UriPartial.Authority)))).Status));
    }

    [Fact]
    public async Task Without_a_bundle_the_page_says_what_to_run_and_the_site_works()
    {
        using var empty = new TestFolder();
        var bare = new RunningSite { Also = services => services.AddSingleton(new ClientFolder(empty.Path)) };
        await bare.InitializeAsync();
        try
        {
            var answer = await bare.Read("/umbraco");
            Assert.Equal((503, true), (answer.Status, answer.Text.Contains("tools/backoffice", StringComparison.Ordinal)));
            Assert.Equal(200, (await bare.Read("/")).Status);
            Assert.Equal("[]", (await bare.Read("/umbraco/management/api/v1/manifest/manifest/public")).Text);
        }
        finally
        {
            await bare.DisposeAsync();
        }
    }
}
