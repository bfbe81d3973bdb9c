using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

[Collection(nameof(AccountSite))]
public sealed class SignInTests(AccountSite site)
{
    private const string Wrong = "not the right password";

    /// <summary>What somebody outside sees of an answer: everything but the tokens that are new each time.</summary>
    private static string Outside(Answer answer, string userName) =>
        $"{answer.Status} {string.Join(',', answer.Headers.Keys.Order(StringComparer.Ordinal))} " +
        Markup.Of(answer).Document.QuerySelector("body")!.TextContent + answer.Text.Replace(EditorClient.Hidden(answer)["__RequestVerificationToken"], "").Replace(userName, "").Length;

    [Fact]
    public async Task Nobody_can_tell_from_an_answer_which_names_exist()
    {
        var known = await site.NewAccount("bureauReader");
        var disabled = await site.NewAccount("bureauReader");
        disabled.State = AccountState.Disabled;
        await site.Get<StoredAccounts>().Save(disabled, cancel: TestContext.Current.CancellationToken);
        var invited = await site.NewAccount("bureauReader");
        (invited.State, invited.PasswordHash) = (AccountState.Invited, null);
        await site.Get<StoredAccounts>().Save(invited, cancel: TestContext.Current.CancellationToken);

        var answers = new Dictionary<string, List<string>>();
        // More often than locks a name: the lock must not give it away either.
        foreach (var name in new[] { known.UserName, disabled.UserName, invited.UserName, $"nobody{Guid.NewGuid():N}" })
        {
            using var client = site.NewClient();
            for (var i = 0; i < site.Policy.FailuresUntilLocked + 2; i++)
                (answers.TryGetValue(name, out var list) ? list : answers[name] = []).Add(Outside(await client.Password(name, Wrong), name));
        }

        var first = answers[known.UserName];
        Assert.StartsWith("401 ", first[0], StringComparison.Ordinal);
        Assert.NotEqual(first[0], first[^1]); // locked by now
        Assert.All(answers.Values, others => Assert.Equal(first, others));
    }

    [Fact]
    public async Task The_right_password_of_a_disabled_account_is_answered_like_a_wrong_one()
    {
        var disabled = await site.NewAccount("bureauReader");
        disabled.State = AccountState.Disabled;
        await site.Get<StoredAccounts>().Save(disabled, cancel: TestContext.Current.CancellationToken);
        using var client = site.NewClient();
        var nobody = $"nobody{Guid.NewGuid():N}";
        Assert.Equal(Outside(await client.Password(nobody, AccountSite.Password), nobody), Outside(await client.Password(disabled.UserName, AccountSite.Password), disabled.UserName));
    }

    [Fact]
    public async Task Five_failures_lock_a_name_for_fifteen_minutes_even_for_the_right_password()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        for (var i = 0; i < 5; i++)
            Assert.Equal(401, (await client.Password(account.UserName, Wrong)).Status);
        Assert.Contains("15", EditorClient.Alert(await client.Password(account.UserName, AccountSite.Password)), StringComparison.Ordinal);
        site.Clock.Now += TimeSpan.FromMinutes(14.9);
        Assert.Equal(401, (await client.Password(account.UserName, AccountSite.Password)).Status);
        site.Clock.Now += TimeSpan.FromMinutes(0.2);
        Assert.Equal(303, (await client.Password(account.UserName, AccountSite.Password)).Status);
        Assert.Contains(site.Get<StoredAccounts>().Trail(account.Id), e => e.Action == "locked");
    }

    [Fact]
    public async Task An_administrator_can_end_a_lock_and_sessions_go_on()
    {
        var account = await site.NewAccount("bureauReader");
        using var open = await site.SignedIn(account);
        using var client = site.NewClient();
        for (var i = 0; i < 5; i++)
            await client.Password(account.UserName, Wrong);
        Assert.Equal(401, (await client.Password(account.UserName, AccountSite.Password)).Status);
        using var admin = await site.SignedIn("administrator");
        Assert.Equal(200, (await admin.Json(HttpMethod.Post, $"/parkbrand/users/{account.Id}/enable")).Status);
        Assert.Equal(303, (await client.Password(account.UserName, AccountSite.Password)).Status);
        Assert.Equal(200, await open.WhoAmI());
    }

    [Fact]
    public async Task Failures_sent_all_at_once_count_each()
    {
        var account = await site.NewAccount("bureauReader");
        var signIn = site.Get<SignIn>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => signIn.Password(account.UserName, Wrong, TestContext.Current.CancellationToken))));
        Assert.Equal(site.Policy.FailuresUntilLocked, answers.Count(a => a.Status == SignInStatus.Refused));
        Assert.Equal(40 - site.Policy.FailuresUntilLocked, answers.Count(a => a.Status == SignInStatus.Locked));
    }

    [Fact]
    public async Task Four_failures_and_a_success_begin_the_count_anew()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await client.Password(account.UserName, Wrong);
            Assert.Equal(303, (await client.Password(account.UserName, AccountSite.Password)).Status);
        }
    }

    [Fact]
    public async Task A_name_that_is_tried_too_often_in_a_minute_has_to_wait()
    {
        using var client = site.NewClient();
        var name = $"nobody{Guid.NewGuid():N}";
        for (var i = 0; i < site.Policy.TriesPerMinuteAndName; i++)
            Assert.Equal(401, (await client.Password(name, Wrong)).Status);
        var refused = await client.Password(name.ToUpperInvariant(), Wrong);
        Assert.Equal((429, "60"), (refused.Status, refused["Retry-After"]));
        site.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(401, (await client.Password(name, Wrong)).Status);
    }

    [Fact]
    public void An_address_that_tries_many_names_has_to_wait()
    {
        var pace = new SignInPace(new AccountPolicy(), site.Clock);
        var address = System.Net.IPAddress.Parse("2001:db8::1");
        for (var i = 0; i < 60; i++)
            Assert.Null(pace.Wait(address, $"name{i}"));
        Assert.Equal(60, pace.Wait(System.Net.IPAddress.Parse("2001:db8::ffff"), "another")); // the same /64
        Assert.Null(pace.Wait(System.Net.IPAddress.Parse("2001:db8:0:1::1"), "another"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/umbraco")]
    [InlineData("/umbraco//evil.example")]
    [InlineData("/umbracoevil")]
    [InlineData("/umbraco/\\evil.example")]
    [InlineData("/other")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/umbraco/\r\nLocation: https://evil.example")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string returnPath)
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var answer = await client.Password(account.UserName, AccountSite.Password, "/umbraco/login?returnPath=" + Uri.EscapeDataString(returnPath));
        Assert.Equal((303, "/umbraco"), (answer.Status, answer["Location"]));
        // And when the form itself was tampered with:
        var fields = EditorClient.Hidden(await client.Get("/umbraco/login"));
        (fields["returnPath"], fields["userName"], fields["password"]) = (returnPath, account.UserName, AccountSite.Password);
        Assert.Equal("/umbraco", (await client.Form("/umbraco/login", fields))["Location"]);
    }

    [Fact]
    public async Task A_client_that_asks_first_for_a_session_still_gets_its_code()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        Assert.Equal("/umbraco", (await client.Password(account.UserName, AccountSite.Password))["Location"]);
        // As the real client does when it starts.
        Assert.Equal(400, (await client.Refresh()).Status);
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
    }

    [Fact]
    public async Task A_form_that_was_not_ours_signs_nobody_in()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var page = await client.Get("/umbraco/login");
        Assert.Equal(400, (await client.Form("/umbraco/login", ("userName", account.UserName), ("password", AccountSite.Password))).Status);
        // The token of one browser is worth nothing in another.
        using var other = site.NewClient();
        await other.Get("/umbraco/login");
        Assert.Equal(400, (await other.Form("/umbraco/login", [.. EditorClient.Hidden(page), new("userName", account.UserName), new("password", AccountSite.Password)])).Status);
    }

    [Fact]
    public async Task The_page_speaks_Chinese_first_and_English_on_request_and_shows_what_was_typed_as_text()
    {
        using var client = site.NewClient();
        var chinese = Markup.Of(await client.Get("/umbraco/login")).Document;
        Assert.Equal("zh-CN", chinese.DocumentElement.GetAttribute("lang"));
        var other = chinese.QuerySelector("a.switch")!;
        Assert.Equal("en-US", Markup.Of(await client.Get(other.GetAttribute("href")!)).Document.DocumentElement.GetAttribute("lang"));
        var answer = await client.Password("\"><script>alert(1)</script>", Wrong);
        var shown = Markup.Of(answer).Document;
        Assert.Empty(shown.QuerySelectorAll("script"));
        Assert.Equal("\"><script>alert(1)</script>", shown.QuerySelector("#user")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_pages_are_never_kept_and_tell_no_other_site_where_somebody_was()
    {
        using var client = site.NewClient();
        foreach (var path in new[] { "/umbraco/login", "/umbraco/welcome?link=x" })
        {
            var page = await client.Get(path);
            Assert.Equal(("no-store", "same-origin", "noindex"), (page["Cache-Control"], page["Referrer-Policy"], page["X-Robots-Tag"]));
            Assert.Contains("frame-ancestors 'none'", page["Content-Security-Policy"], StringComparison.Ordinal);
            var shown = Markup.Of(page);
            Assert.Empty(shown.Errors);
            foreach (var part in shown.Document.QuerySelectorAll("link[href], img[src]"))
                Assert.Equal(200, (await client.Get(part.GetAttribute("href") ?? part.GetAttribute("src")!)).Status);
        }
    }
}
