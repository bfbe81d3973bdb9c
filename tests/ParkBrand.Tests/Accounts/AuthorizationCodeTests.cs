using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

[Collection(nameof(AccountSite))]
public sealed class AuthorizationCodeTests(AccountSite site)
{
    private static string? Error(Answer answer) => (string?)JsonNode.Parse(answer.Text)!["error"];

    [Fact]
    public async Task The_client_gets_placeholders_and_a_session_that_no_script_reads()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var granted = await client.Exchange(await client.Code(account.UserName, AccountSite.Password));
        Assert.Equal("""{"access_token":"[redacted]","refresh_token":"[redacted]","token_type":"Bearer","expires_in":7200}""", granted.Text);
        var cookie = client.SetCookies.Last(c => c.StartsWith("parkbrand-session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.EndsWith("; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        Assert.Equal(200, await client.WhoAmI());
        // What the database holds is of no use to whoever reads it.
        Assert.DoesNotContain(client.Session, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(site.Folder, "parkbrand.db-wal"), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_and_a_second_try_ends_what_the_first_began()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var code = await client.Code(account.UserName, AccountSite.Password);
        Assert.Equal(200, (await client.Exchange(code)).Status);
        using var thief = site.NewClient();
        var second = await thief.Exchange(code);
        Assert.Equal((400, "invalid_grant"), (second.Status, Error(second)));
        Assert.Empty(thief.Cookies);
        Assert.Equal(401, await client.WhoAmI());
    }

    [Fact]
    public async Task Of_many_who_show_a_code_at_once_at_most_one_gets_in()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var code = await client.Code(account.UserName, AccountSite.Password);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var one = site.NewClient();
            return (await one.Exchange(code)).Status;
        }));
        Assert.Single(answers, 200);
    }

    [Theory]
    [InlineData("aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-._~aBcDeFgHiX", null)]
    [InlineData("", null)]
    [InlineData(EditorClient.Verifier, "http://127.0.0.1/umbraco/oauth_complete")]
    public async Task A_code_is_bound_to_its_verifier_and_its_address(string verifier, string? redirect)
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var code = await client.Code(account.UserName, AccountSite.Password);
        Assert.Equal("invalid_grant", Error(await client.Exchange(code, verifier, redirect)));
        // And is used up by the try.
        Assert.Equal("invalid_grant", Error(await client.Exchange(code)));
        Assert.Equal(401, await client.WhoAmI());
    }

    [Fact]
    public async Task A_code_lasts_a_minute()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var code = await client.Code(account.UserName, AccountSite.Password);
        site.Clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal("invalid_grant", Error(await client.Exchange(code)));
    }

    [Fact]
    public async Task A_code_made_before_the_account_was_signed_out_everywhere_is_worth_nothing()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var code = await client.Code(account.UserName, AccountSite.Password);
        var stored = site.Stored(account.Id);
        AccountRules.Restamp(stored);
        await site.Get<Content.Access.StoredAccounts>().Save(stored, cancel: TestContext.Current.CancellationToken);
        Assert.Equal("invalid_grant", Error(await client.Exchange(code)));
    }

    [Theory]
    [InlineData("https://evil.example/umbraco/oauth_complete")]
    [InlineData("//evil.example/umbraco/oauth_complete")]
    [InlineData("{site}/umbraco/oauth_complete/../../evil")]
    [InlineData("{site}/umbraco/oauth_complete?x=1")]
    [InlineData("{site}/umbraco/oauth_complete#x")]
    [InlineData("{site}/")]
    [InlineData("{site}.evil.example/umbraco/oauth_complete")]
    [InlineData("http://127.0.0.1@evil.example/umbraco/oauth_complete")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Codes_are_sent_to_the_editing_interface_alone(string redirect)
    {
        using var client = await site.SignedIn("bureauReader");
        var answer = await client.Get(client.AuthorizePath(redirect.Replace("{site}", site.Address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal((400, "invalid_redirect_uri", null), (answer.Status, Error(answer), answer["Location"]));
    }

    [Fact]
    public async Task Other_clients_and_plain_challenges_are_refused()
    {
        using var client = await site.SignedIn("bureauReader");
        Assert.Equal("unauthorized_client", Error(await client.Get(client.AuthorizePath(client: "another"))));
        Assert.Equal("invalid_request", Error(await client.Get(client.AuthorizePath(method: "plain"))));
        Assert.Equal("unsupported_grant_type", Error(await client.Form(EditorClient.Security + "/token", ("client_id", "umbraco-back-office"), ("grant_type", "password"))));
        Assert.Equal("invalid_client", Error(await client.Form(EditorClient.Security + "/token", ("client_id", "x"), ("grant_type", "refresh_token"))));
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_a_new_code_without_a_password_and_the_old_session_ends()
    {
        using var client = await site.SignedIn("bureauReader");
        var old = client.Session;
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
        Assert.NotEqual(old, client.Session);
        using var before = site.NewClient();
        before.Cookies["parkbrand-session"] = old;
        Assert.Equal(401, await before.WhoAmI());
    }

    [Theory]
    [InlineData("https://parks.example.gov.cn", true)]
    [InlineData(null, false)]
    public void Behind_an_encrypting_proxy_cookies_are_bound_to_host_and_encryption(string? publicUrl, bool secure)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        var cookies = new AccountCookies(new Origins(publicUrl));
        cookies.SetSession(http, "x");
        var cookie = http.Response.Headers.SetCookie.ToString();
        Assert.Equal(secure, cookie.StartsWith("__Host-parkbrand-session=", StringComparison.Ordinal));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
    }
}
