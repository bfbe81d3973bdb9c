using System.Text.RegularExpressions;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Accounts;

/// <summary>A city whose administrators need a second factor, by <c>"twoFactor": true</c> in <c>umbraco.json</c>.</summary>
public sealed partial class DemandedFactorTests : IAsyncLifetime
{
    private readonly AccountSite site = new() { Schema = SchemaReader.Read(Demanding(), "umbraco.json") };

    private static string Demanding() => File.ReadAllText(RepositoryRoot.File("umbraco.json")).Replace("\"alias\": \"administrator\", ", "\"alias\": \"administrator\", \"twoFactor\": true, ", StringComparison.Ordinal);

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    private string CodeNow(string secret) => TotpCodes.CodeAt(secret, site.Clock.Now.ToUnixTimeSeconds() / 30);

    [GeneratedRegex("<code>([A-Z2-7 ]{32,})</code>")]
    private static partial Regex Secret();

    [Fact]
    public async Task The_first_sign_in_leads_to_setting_it_up_and_nothing_else_works_before()
    {
        var account = await site.NewAccount("administrator");
        using var client = site.NewClient();
        const string wanted = "/umbraco/section/content";
        var asked = await client.Password(account.UserName, AccountSite.Password, "/umbraco/login?returnPath=" + wanted);
        Assert.StartsWith("/umbraco/welcome/second-factor?", asked["Location"], StringComparison.Ordinal);
        var page = await client.Get(asked["Location"]!);
        Assert.DoesNotContain("value=\"later\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("必须开启两步验证", page.Text, StringComparison.Ordinal);

        // Neither a session nor a code, also for whoever makes up the button that is not there.
        Assert.Equal(401, await client.WhoAmI());
        var later = await client.Fill(asked["Location"]!, "/umbraco/welcome/second-factor", ("do", "later"));
        Assert.StartsWith("/umbraco/welcome/second-factor?", later["Location"], StringComparison.Ordinal);
        Assert.StartsWith("/umbraco/login?", (await client.Get(client.AuthorizePath()))["Location"], StringComparison.Ordinal);
        Assert.Equal(400, (await client.Fill(later["Location"]!, "/umbraco/welcome/second-factor", ("do", "confirm"), ("code", "000000"))).Status);

        var secret = Secret().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var done = await client.Fill(later["Location"]!, "/umbraco/welcome/second-factor", ("do", "confirm"), ("code", CodeNow(secret)));
        Assert.Equal(200, done.Status);
        Assert.Equal(10, Regex.Count(done.Text, "<li><code>"));
        Assert.Contains($"href=\"{wanted}\"", done.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
        Assert.Equal(200, await client.WhoAmI());

        site.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(400, (await client.Json(HttpMethod.Delete, "/user/current/2fa/Authenticator?code=" + CodeNow(secret))).Status);
        Assert.NotNull(site.Stored(account.Id).TotpSecret);
    }

    [Fact]
    public async Task Who_comes_into_such_a_group_sets_it_up_before_the_next_step()
    {
        using var client = await site.SignedIn("bureauReader");
        Assert.Equal(200, await client.WhoAmI());
        var account = site.Stored(client.Account);
        account.Groups = ["administrator"];
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(account, cancel: TestContext.Current.CancellationToken));
        Assert.Equal(401, await client.WhoAmI());
        Assert.Equal(400, (await client.Refresh()).Status);
    }

    [Fact]
    public async Task A_link_for_a_new_password_does_not_go_around_it()
    {
        var account = await site.NewAccount("administrator");
        var link = await site.Get<Tickets>().Issue(account, Tickets.Password, TimeSpan.FromHours(1), cancel: TestContext.Current.CancellationToken);
        using var client = site.NewClient();
        var chosen = await client.Fill("/umbraco/welcome?link=" + link, "/umbraco/welcome", ("password", "another lake at dusk"), ("again", "another lake at dusk"));
        Assert.DoesNotContain("value=\"later\"", (await client.Get(chosen["Location"]!)).Text, StringComparison.Ordinal);
        await client.Fill(chosen["Location"]!, "/umbraco/welcome/second-factor", ("do", "later"));
        Assert.StartsWith("/umbraco/login?", (await client.Get(client.AuthorizePath()))["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public void Other_groups_and_the_model_as_it_comes_demand_nothing()
    {
        Assert.Equal(["administrator"], site.Schema.UserGroups.Values.Where(g => g.TwoFactor).Select(g => g.Alias));
        Assert.DoesNotContain(new AccountSite().Schema.UserGroups.Values, g => g.TwoFactor);
    }
}
