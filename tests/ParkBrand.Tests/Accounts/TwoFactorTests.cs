using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

[Collection(nameof(AccountSite))]
public sealed class TwoFactorTests(AccountSite site)
{
    private string CodeNow(string secret, int steps = 0) => TotpCodes.CodeAt(secret, site.Clock.Now.ToUnixTimeSeconds() / 30 + steps);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) => Assert.Equal(code, TotpCodes.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds / 30)); // "12345678901234567890" in base 32

    /// <summary>An account with a second factor, set up in the client's own dialogue.</summary>
    private async Task<(Account Account, string Secret, List<string> Recovery, EditorClient Client)> Enrolled()
    {
        var account = await site.NewAccount("bureauReader");
        var client = await site.SignedIn(account);
        var secret = (string)(await client.Read("/user/current/2fa/Authenticator"))["secret"]!;
        Assert.Equal(400, (await client.Json(HttpMethod.Post, "/user/current/2fa/Authenticator", new { code = "000000", secret })).Status);
        var enabled = await client.Json(HttpMethod.Post, "/user/current/2fa/Authenticator", new { code = CodeNow(secret), secret });
        Assert.True(enabled.Status == 200, enabled.Text);
        site.Clock.Now += TimeSpan.FromSeconds(30);
        return (account, secret, [.. JsonNode.Parse(enabled.Text)!["recoveryCodes"]!.AsArray().Select(c => (string)c!)], client);
    }

    private static async Task<Answer> TryCode(EditorClient client, string userName, string code)
    {
        var asked = await client.Password(userName, AccountSite.Password);
        Assert.StartsWith("/umbraco/login/code?", asked["Location"], StringComparison.Ordinal);
        return await client.Fill(asked["Location"]!, "/umbraco/login/code", ("code", code));
    }

    [Fact]
    public async Task A_password_alone_does_not_let_in()
    {
        var (account, secret, _, _) = await Enrolled();
        using var client = site.NewClient();
        var asked = await client.Password(account.UserName, AccountSite.Password);
        // The half-way ticket is no session and no ticket for a code.
        Assert.Equal(401, await client.WhoAmI());
        Assert.StartsWith("/umbraco/login?", (await client.Get(client.AuthorizePath()))["Location"], StringComparison.Ordinal);
        await client.Password(account.UserName, AccountSite.Password);
        var answer = await client.Fill("/umbraco/login/code", "/umbraco/login/code", ("code", CodeNow(secret)));
        Assert.Equal((303, "/umbraco"), (answer.Status, answer["Location"]));
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
        Assert.Equal(200, await client.WhoAmI());
        Assert.Equal(303, asked.Status);
    }

    [Fact]
    public async Task A_used_code_and_any_older_one_are_refused()
    {
        var (account, secret, _, _) = await Enrolled();
        using var client = site.NewClient();
        var code = CodeNow(secret);
        Assert.Equal(303, (await TryCode(client, account.UserName, code)).Status);
        using var thief = site.NewClient();
        Assert.Equal(401, (await TryCode(thief, account.UserName, code)).Status);
        Assert.Equal(401, (await TryCode(thief, account.UserName, CodeNow(secret, -1))).Status);
        Assert.Equal(303, (await TryCode(thief, account.UserName, CodeNow(secret, +1))).Status); // one step of drift
    }

    [Fact]
    public async Task The_code_that_set_it_up_does_not_sign_in()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = await site.SignedIn(account);
        var secret = (string)(await client.Read("/user/current/2fa/Authenticator"))["secret"]!;
        var code = CodeNow(secret);
        Assert.Equal(200, (await client.Json(HttpMethod.Post, "/user/current/2fa/Authenticator", new { code, secret })).Status);
        using var thief = site.NewClient();
        Assert.Equal(401, (await TryCode(thief, account.UserName, code)).Status);
    }

    [Fact]
    public async Task A_code_that_two_show_at_once_lets_one_in()
    {
        var (account, secret, _, _) = await Enrolled();
        var signIn = site.Get<SignIn>();
        var code = CodeNow(secret);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => signIn.Code(account.Id, code, TestContext.Current.CancellationToken))));
        Assert.Single(answers, a => a.Status == SignInStatus.Done);
    }

    [Fact]
    public async Task Codes_of_other_times_are_refused_and_failures_lock()
    {
        var (account, secret, _, _) = await Enrolled();
        using var client = site.NewClient();
        foreach (var steps in new[] { -2, 2, 10 })
            Assert.Equal(401, (await TryCode(client, account.UserName, CodeNow(secret, steps))).Status);
        foreach (var nonsense in new[] { "", "12345678901234567890" })
            Assert.Equal(401, (await TryCode(client, account.UserName, nonsense)).Status);
        // The password was right each time; it does not begin the count anew.
        Assert.Contains("15", EditorClient.Alert(await client.Password(account.UserName, AccountSite.Password)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        var (account, _, recovery, _) = await Enrolled();
        Assert.Equal(10, recovery.Distinct().Count());
        using var client = site.NewClient();
        Assert.Equal(303, (await TryCode(client, account.UserName, " " + recovery[0].ToLowerInvariant() + " ")).Status);
        Assert.Equal(401, (await TryCode(client, account.UserName, recovery[0])).Status);
        Assert.Equal(303, (await TryCode(client, account.UserName, recovery[1].Replace("-", ""))).Status);
        Assert.Equal(8, site.Stored(account.Id).RecoveryCodes.Count);
    }

    [Fact]
    public async Task The_secret_is_stored_encrypted_and_recovery_codes_hashed()
    {
        var (account, secret, recovery, _) = await Enrolled();
        var stored = site.Stored(account.Id);
        Assert.DoesNotContain(secret, stored.TotpSecret, StringComparison.Ordinal);
        Assert.Equal(secret, site.Get<AccountSecrets>().Open(stored.TotpSecret));
        Assert.Null(site.Get<AccountSecrets>().Open(stored.TotpSecret + "x"));
        Assert.All(recovery, code => Assert.DoesNotContain(code, string.Join(' ', stored.RecoveryCodes), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Setting_up_and_taking_away_renews_the_session_and_ends_the_others()
    {
        var (account, secret, _, client) = await Enrolled();
        using (client)
        {
            Assert.Equal(200, await client.WhoAmI());
            Assert.True((bool)(await client.Read("/user/current/2fa"))[0]!["isEnabledOnUser"]!);
            Assert.Equal(400, (await client.Call("/user/current/2fa/Authenticator")).Status);
            Assert.Equal(404, (await client.Call("/user/current/2fa/Another")).Status);
            Assert.Equal(400, (await client.Json(HttpMethod.Delete, "/user/current/2fa/Authenticator?code=000000")).Status);
            Assert.Equal(200, (await client.Json(HttpMethod.Delete, "/user/current/2fa/Authenticator?code=" + CodeNow(secret))).Status);
            Assert.Equal(200, await client.WhoAmI());
            var stored = site.Stored(account.Id);
            Assert.True(stored.TotpSecret is null && stored.RecoveryCodes.Count == 0);
            Assert.Equal(["two-factor-off", "two-factor-on"], site.Get<StoredAccounts>().Trail(account.Id).Select(e => e.Action).Where(a => a.StartsWith("two-factor", StringComparison.Ordinal)));
        }
    }
}
