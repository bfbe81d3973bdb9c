using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content;
using ParkBrand.Content.Access;

namespace ParkBrand.Tests.Accounts;

[Collection(nameof(AccountSite))]
public sealed class SessionTests(AccountSite site)
{
    private static readonly Editor Shell = new(Guid.Empty, Actor.Site("test"));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revoking_ends_the_session_on_the_server_and_not_only_in_the_browser()
    {
        using var client = await site.SignedIn("bureauReader");
        using var copy = site.NewClient();
        copy.Cookies["parkbrand-session"] = client.Session;
        Assert.Equal(200, await copy.WhoAmI());
        Assert.Equal(200, (await client.Form(EditorClient.Security + "/revoke", ("token", "[redacted]"))).Status);
        Assert.DoesNotContain("parkbrand-session", client.Cookies.Keys);
        Assert.Equal(401, await copy.WhoAmI());
    }

    [Fact]
    public async Task Signing_out_leads_back_to_the_client_and_nowhere_else()
    {
        foreach (var (asked, led) in new[] { (new Uri(site.Address, "/umbraco/logout").ToString(), new Uri(site.Address, "/umbraco/logout").ToString()), ("https://evil.example/umbraco/logout", "/umbraco/logout") })
        {
            using var client = await site.SignedIn("bureauReader");
            var old = client.Session;
            var answer = await client.Get(EditorClient.Security + "/signout?post_logout_redirect_uri=" + Uri.EscapeDataString(asked));
            Assert.Equal((302, led), (answer.Status, answer["Location"]));
            client.Cookies["parkbrand-session"] = old;
            Assert.Equal(401, await client.WhoAmI());
        }
    }

    [Fact]
    public async Task Disabling_signing_out_everywhere_and_a_reset_of_the_second_factor_end_every_session_at_once()
    {
        foreach (var end in new Func<Guid, Task<UserOutcome>>[]
        {
            id => site.Get<SwitchUser>().Execute(Shell, id, enabled: false, Cancel),
            id => site.Get<SignOutUser>().Execute(Shell, id, Cancel),
            id => site.Get<ResetTwoFactor>().Execute(Shell, id, Cancel),
        })
        {
            var account = await site.NewAccount("bureauReader");
            using var one = await site.SignedIn(account);
            using var two = await site.SignedIn(account);
            Assert.Equal(200, await two.WhoAmI());
            Assert.True((await end(account.Id)).IsOk);
            Assert.Equal((401, 401), (await one.WhoAmI(), await two.WhoAmI()));
            Assert.Equal(400, (await one.Refresh()).Status);
        }
    }

    [Fact]
    public async Task A_disabled_account_has_no_session_whatever_its_stamp_says()
    {
        using var client = await site.SignedIn("bureauReader");
        var account = site.Stored(client.Account);
        account.State = AccountState.Disabled;
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(account, cancel: Cancel));
        Assert.Equal(401, await client.WhoAmI());
    }

    [Fact]
    public async Task A_session_ended_by_another_process_is_over_at_once()
    {
        using var client = await site.SignedIn("bureauReader");
        await using var shell = new ServiceCollection().AddSingleton<TimeProvider>(site.Clock).AddLogging().AddContent(new ContentOptions(site.Schema, site.Folder)).AddAccountRules(site.Folder).BuildServiceProvider();
        Assert.True((await shell.GetRequiredService<SignOutUser>().Execute(Shell, client.Account, Cancel)).IsOk);
        Assert.Equal(401, await client.WhoAmI());
    }

    [Fact]
    public async Task Changing_ones_password_ends_the_other_sessions_and_renews_this_one()
    {
        var account = await site.NewAccount("bureauReader");
        using var here = await site.SignedIn(account);
        using var elsewhere = await site.SignedIn(account);
        var old = here.Session;
        Assert.Equal(400, (await here.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = "wrong wrong wrong", newPassword = "another lake at dusk" })).Status);
        Assert.Equal(400, (await here.Json(HttpMethod.Post, "/user/current/change-password", new { newPassword = "another lake at dusk" })).Status);
        Assert.Equal(400, (await here.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = AccountSite.Password, newPassword = "short" })).Status);
        Assert.Equal(200, await elsewhere.WhoAmI());
        Assert.Equal(200, (await here.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = AccountSite.Password, newPassword = "another lake at dusk" })).Status);
        Assert.Equal((200, 401), (await here.WhoAmI(), await elsewhere.WhoAmI()));
        Assert.NotEqual(old, here.Session);
        using var again = site.NewClient();
        Assert.Equal(401, (await again.Password(account.UserName, AccountSite.Password)).Status);
        await again.SignIn(account.UserName, "another lake at dusk");
    }

    [Fact]
    public async Task Guessing_the_old_password_from_an_open_session_locks_the_account_too()
    {
        using var client = await site.SignedIn("bureauReader");
        for (var i = 0; i < site.Policy.FailuresUntilLocked; i++)
            await client.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = "wrong wrong wrong", newPassword = "another lake at dusk" });
        Assert.Equal(400, (await client.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = AccountSite.Password, newPassword = "another lake at dusk" })).Status);
    }

    [Fact]
    public async Task New_groups_count_from_the_next_request()
    {
        using var client = await site.SignedIn("administrator");
        Assert.Equal(200, (await client.Call("/parkbrand/users")).Status);
        Assert.True((await site.Get<SetRights>().Execute(Shell, client.Account, new SetRights.Command(["bureauReader"], null, null), Cancel)).IsOk);
        Assert.Equal((404, 200), ((await client.Call("/parkbrand/users")).Status, await client.WhoAmI()));
    }

    [Fact]
    public async Task A_session_ends_when_idle_for_eight_hours_and_after_seven_days_in_any_case()
    {
        using var idle = await site.SignedIn("bureauReader");
        site.Clock.Now += TimeSpan.FromHours(7.9);
        Assert.Equal(200, await idle.WhoAmI());
        site.Clock.Now += TimeSpan.FromHours(7.9);
        Assert.Equal(200, await idle.WhoAmI()); // the use before was written down
        site.Clock.Now += TimeSpan.FromHours(8.1);
        Assert.Equal(401, await idle.WhoAmI());

        using var busy = await site.SignedIn("bureauReader");
        var end = site.Clock.Now + TimeSpan.FromDays(7);
        while (site.Clock.Now + TimeSpan.FromHours(6) < end)
        {
            site.Clock.Now += TimeSpan.FromHours(6);
            Assert.Equal(200, await busy.WhoAmI());
        }

        Assert.Equal(200, (await busy.Refresh()).Status);
        site.Clock.Now = end;
        Assert.Equal((401, 400), (await busy.WhoAmI(), (await busy.Refresh()).Status));
    }

    [Fact]
    public async Task The_client_is_told_no_longer_life_than_the_session_has()
    {
        using var client = await site.SignedIn("bureauReader");
        for (var i = 0; i < 27; i++)
        {
            site.Clock.Now += TimeSpan.FromHours(6);
            await client.WhoAmI();
        }

        var seconds = (int)System.Text.Json.Nodes.JsonNode.Parse((await client.Refresh()).Text)!["expires_in"]!;
        Assert.Equal(6 * 3600 / 4, seconds); // the client takes four times that
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    [InlineData("{site}", "cross-site")]
    public async Task What_another_site_asks_for_is_not_done(string? origin, string? fetchSite)
    {
        using var client = await site.SignedIn("administrator");
        foreach (var (method, path) in new[] { (HttpMethod.Post, $"/parkbrand/users/{client.Account}/sign-out"), (HttpMethod.Put, "/user/current/profile"), (HttpMethod.Delete, "/user/current/2fa/Authenticator"), (HttpMethod.Post, "/security/back-office/revoke") })
        {
            var request = new HttpRequestMessage(method, EditorClient.Api + path);
            if (origin is not null)
                request.Headers.TryAddWithoutValidation("Origin", origin.Replace("{site}", site.Address.GetLeftPart(UriPartial.Authority)));
            if (fetchSite is not null)
                request.Headers.Add("Sec-Fetch-Site", fetchSite);
            Assert.Equal(403, (await client.Send(request, sayOrigin: false)).Status);
        }

        Assert.Equal(200, await client.WhoAmI());
    }

    [Fact]
    public async Task A_page_outside_the_editors_house_asks_the_database_nothing()
    {
        using var client = await site.SignedIn("bureauReader");
        await client.Get("/districts");
        // What the site does by itself now and then must not count; what each visit costs would show in all of them.
        var (database, fewest) = (site.Get<Content.Storage.Database>(), long.MaxValue);
        for (var visit = 0; visit < 5; visit++)
        {
            var start = database.Opened;
            await client.Get("/districts");
            fewest = Math.Min(fewest, database.Opened - start);
        }

        Assert.Equal(0, fewest);
        var before = database.Opened;
        await client.WhoAmI();
        Assert.True(database.Opened > before);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox")]
    [InlineData("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari")]
    [InlineData("<script>", "?")]
    [InlineData(null, "?")]
    public void Of_a_browser_its_family_is_kept(string? agent, string family) => Assert.Equal(family, Browser.FamilyOf(agent));
}
