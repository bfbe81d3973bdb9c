using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

/// <summary>A data folder in which no keys can be made: nobody can sign in, and everybody can read.</summary>
public sealed class KeylessTests : IAsyncLifetime
{
    private readonly AccountSite site = new();

    public async ValueTask InitializeAsync()
    {
        // A file in the place of the folder: nobody, not even the superuser, can write keys there.
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "keys"), "", TestContext.Current.CancellationToken);
        await site.InitializeAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Signing_in_is_refused_in_a_plain_sentence_and_the_public_site_serves()
    {
        using var client = site.NewClient();
        foreach (var (path, sentence) in new[] { ("/umbraco/login", "公开网站不受影响"), ("/umbraco/login?lang=en-US", "The public site is not affected") })
        {
            var answer = await client.Get(path);
            Assert.Equal((503, "60", "no-store"), (answer.Status, answer["Retry-After"], answer["Cache-Control"]));
            Assert.StartsWith("text/html", answer["Content-Type"], StringComparison.Ordinal);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(site.Folder, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        }

        Assert.NotEqual(500, (await client.Form("/umbraco/login", ("userName", "x"), ("password", "y"))).Status);
        Assert.Equal(401, await client.WhoAmI());
        Assert.Equal(200, (await client.Get("/robots.txt")).Status);
    }

    [Fact]
    public async Task Setting_up_a_second_factor_says_so_too()
    {
        using var client = site.NewClient();
        var account = await site.NewAccount("bureauReader");
        var session = ParkBrand.Backoffice.Accounts.AccountSecrets.NewToken();
        var now = site.Clock.Now;
        await site.Get<Content.Access.AccountSessions>().Open(new(ParkBrand.Backoffice.Accounts.AccountSecrets.HashOf(session), account.Id, account.SecurityStamp, null, "?", now, now, now.AddDays(1)), TestContext.Current.CancellationToken);
        client.Cookies["parkbrand-session"] = session;
        Assert.Equal(200, await client.WhoAmI());
        var answer = await client.Call("/user/current/2fa/Authenticator");
        Assert.Equal((503, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        Assert.DoesNotContain(site.Folder, answer.Text, StringComparison.Ordinal);
        Assert.Null(site.Stored(account.Id).TotpPending);
    }
}
