using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Security;
using ParkBrand.Content.Access;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

/// <summary>What people try at a door: each with the outcome that it must have.</summary>
[Collection(nameof(AccountSite))]
public sealed class AttackTests(AccountSite site)
{
    private const string Wrong = "not the right password", OtherVerifier = "0123456789-the-verifier-of-the-victims-own-browser-";

    private static string? Error(Answer answer) => (string?)JsonNode.Parse(answer.Text)!["error"];

    [Fact]
    public async Task Nobody_is_signed_in_as_somebody_else_by_another_site()
    {
        var attacker = await site.NewAccount("bureauReader");
        using var victim = site.NewClient();
        // A form elsewhere that posts the attacker's password, and an address that holds it.
        var form = EditorClient.Hidden(await victim.Get("/umbraco/login"));
        foreach (var (name, value) in new[] { ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site") })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/umbraco/login") { Content = new FormUrlEncodedContent([.. form, new("userName", attacker.UserName), new("password", AccountSite.Password)]) };
            request.Headers.Add(name, value);
            Assert.Equal(403, (await victim.Send(request, sayOrigin: false)).Status);
        }

        Assert.Equal(200, (await victim.Get($"/umbraco/login?userName={attacker.UserName}&password={Uri.EscapeDataString(AccountSite.Password)}")).Status);
        Assert.StartsWith("/umbraco/login?", (await victim.Get(victim.AuthorizePath()))["Location"], StringComparison.Ordinal);

        // The attacker's own code, slipped into the victim's sign-in: it is bound to the attacker's verifier.
        using var theirs = site.NewClient();
        var code = await theirs.Code(attacker.UserName, AccountSite.Password);
        Assert.Equal("invalid_grant", Error(await victim.Exchange(code, OtherVerifier)));
        Assert.Equal(401, await victim.WhoAmI());
        Assert.DoesNotContain("parkbrand-session", victim.Cookies.Keys);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_is_not_the_one_that_signing_in_opens()
    {
        var (account, attacker) = (await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"));
        using var theirs = await site.SignedIn(attacker);
        foreach (var planted in new[] { "chosen-by-somebody-else-0123456789-0123456789", theirs.Session })
        {
            using var victim = site.NewClient();
            victim.Cookies["parkbrand-session"] = planted;
            Assert.Equal(303, (await victim.Password(account.UserName, AccountSite.Password)).Status);
            Assert.Equal(200, (await victim.Exchange(EditorClient.CodeIn(await victim.Get(victim.AuthorizePath())))).Status);
            Assert.NotEqual(planted, victim.Session);
            Assert.Equal(account.Id.ToString(), (string)(await victim.Read("/user/current"))["id"]!);
            using var again = site.NewClient();
            again.Cookies["parkbrand-session"] = planted;
            Assert.NotEqual(account.Id.ToString(), await again.WhoAmI() == 200 ? (string?)(await again.Read("/user/current"))["id"] : null);
        }
    }

    [Theory]
    [InlineData("code_challenge_method", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", "s256")]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge", "short")]
    [InlineData("state", null)]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code token")]
    public async Task Proof_of_possession_cannot_be_argued_away(string parameter, string? value)
    {
        using var client = await site.SignedIn("bureauReader");
        var query = QueryHelpers.ParseQuery(client.AuthorizePath().Split('?')[1]).Where(p => p.Key != parameter).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)).ToList();
        if (value is not null)
            query.Add(new(parameter, value));
        var answer = await client.Get(QueryHelpers.AddQueryString(EditorClient.Security + "/authorize", query));
        Assert.Equal((400, null), (answer.Status, answer["Location"]));
    }

    [Fact]
    public async Task The_challenge_itself_is_no_verifier()
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var challenge = QueryHelpers.ParseQuery(client.AuthorizePath().Split('?')[1])["code_challenge"].ToString();
        Assert.Equal("invalid_grant", Error(await client.Exchange(await client.Code(account.UserName, AccountSite.Password), challenge)));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/umbraco")]
    [InlineData("/umbraco/%2e%2e//evil.example")]
    public async Task No_step_of_signing_in_leads_elsewhere(string path)
    {
        var account = await site.NewAccount("bureauReader");
        using var client = site.NewClient();
        var escaped = Uri.EscapeDataString(path);
        // Not from the page for the code, not from the one that offers a second factor, not from signing out.
        var started = (await client.Get("/umbraco/login/code?returnPath=" + escaped))["Location"]!;
        Assert.DoesNotContain("evil", started, StringComparison.Ordinal);
        client.Cookies["parkbrand-step"] = await site.Get<Tickets>().Issue(account, Tickets.Enrolment, TimeSpan.FromMinutes(1), cancel: TestContext.Current.CancellationToken);
        var page = await client.Get("/umbraco/welcome/second-factor?returnPath=" + escaped);
        Assert.DoesNotContain("evil", page.Text, StringComparison.Ordinal);
        var fields = EditorClient.Hidden(page);
        (fields["returnPath"], fields["do"]) = (path, "later");
        Assert.Equal("/umbraco", (await client.Form("/umbraco/welcome/second-factor", fields))["Location"]);
        Assert.Equal("/umbraco/logout", (await client.Get(EditorClient.Security + "/signout?post_logout_redirect_uri=" + escaped))["Location"]);
    }

    [Fact]
    public async Task Every_try_costs_one_comparison_whoever_it_is_for()
    {
        var rules = site.Get<AccountRules>();
        var (known, disabled, invited, locked) = (await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"));
        disabled.State = AccountState.Disabled;
        (invited.State, invited.PasswordHash) = (AccountState.Invited, null);
        locked.LockedUntil = site.Clock.Now.AddMinutes(5);
        foreach (var account in new[] { disabled, invited, locked })
            Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(account, cancel: TestContext.Current.CancellationToken));
        var signIn = site.Get<SignIn>();
        await signIn.Password($"nobody{Guid.NewGuid():N}", Wrong, TestContext.Current.CancellationToken); // the hash for nobody is made once
        var (hasher, counting) = (rules.PasswordHasher, new CountingHasher(rules.PasswordHasher));
        rules.PasswordHasher = counting;
        try
        {
            foreach (var (name, password) in new[]
            {
                (known.UserName, Wrong), (disabled.UserName, Wrong), (disabled.UserName, AccountSite.Password), (invited.UserName, Wrong), (locked.UserName, AccountSite.Password),
                ($"nobody{Guid.NewGuid():N}", Wrong), (known.UserName, new string('x', 5000)), ("", ""),
            })
            {
                counting.Compared = 0;
                await signIn.Password(name, password, TestContext.Current.CancellationToken);
                Assert.Equal((name, 1), (name, counting.Compared));
            }
        }
        finally
        {
            rules.PasswordHasher = hasher;
        }
    }

    [Fact]
    public async Task No_answer_comes_sooner_than_another()
    {
        var soonest = TimeSpan.FromMilliseconds(300);
        await using var slow = new AccountSite { Policy = site.Policy with { SoonestAnswer = soonest } };
        await slow.InitializeAsync();
        var account = await slow.NewAccount("bureauReader");
        using var client = slow.NewClient();
        foreach (var (name, password) in new[] { (account.UserName, Wrong), ("nobody", Wrong), (account.UserName, AccountSite.Password) })
        {
            var fields = EditorClient.Hidden(await client.Get("/umbraco/login"));
            var start = Stopwatch.GetTimestamp();
            await client.Form("/umbraco/login", [.. fields, new("userName", name), new("password", password)]);
            // A timer may be early by a tick of the system clock.
            Assert.True(Stopwatch.GetElapsedTime(start) >= soonest - TimeSpan.FromMilliseconds(20), $"{name} after {Stopwatch.GetElapsedTime(start).TotalMilliseconds} ms");
        }
    }

    [Fact]
    public async Task A_link_that_is_not_good_says_nothing_of_why_or_whose()
    {
        var tickets = site.Get<Tickets>();
        var (used, disabled, expired, restamped) = (await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"), await site.NewAccount("bureauReader"));
        async Task<string> Link(Account account) => await tickets.Issue(account, Tickets.Invitation, TimeSpan.FromHours(1), cancel: TestContext.Current.CancellationToken);
        var links = new List<string> { "made-up", await Link(used), await Link(disabled), await Link(restamped), await tickets.Issue(expired, Tickets.Invitation, TimeSpan.Zero, cancel: TestContext.Current.CancellationToken) };
        await tickets.Take(links[1], Tickets.Invitation, TestContext.Current.CancellationToken);
        disabled.State = AccountState.Disabled;
        AccountRules.Restamp(restamped);
        foreach (var account in new[] { disabled, restamped })
            Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(account, cancel: TestContext.Current.CancellationToken));
        using var client = site.NewClient();
        var answers = new List<string>();
        foreach (var link in links)
        {
            var answer = await client.Get("/umbraco/welcome?link=" + link);
            answers.Add($"{answer.Status} {answer.Text}");
        }

        Assert.StartsWith("404 ", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Guessing_from_everywhere_locks_one_name_and_guessing_at_everybody_stops_one_address()
    {
        const int tries = 12;
        await using var open = new AccountSite { Proxies = "127.0.0.1", Policy = site.Policy with { TriesPerMinuteAndAddress = tries } };
        await open.InitializeAsync();
        var account = await open.NewAccount("bureauReader");
        using var client = open.NewClient();
        var fields = EditorClient.Hidden(await client.Get("/umbraco/login"));
        Task<Answer> Try(string from, string name, string password)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/umbraco/login") { Content = new FormUrlEncodedContent([.. fields, new("userName", name), new("password", password)]) };
            request.Headers.Add("X-Forwarded-For", from);
            return client.Send(request);
        }

        for (var i = 0; i < open.Policy.FailuresUntilLocked; i++)
            Assert.Equal(401, (await Try($"198.51.100.{i}", account.UserName, Wrong)).Status);
        Assert.Contains("15", EditorClient.Alert(await Try("198.51.100.99", account.UserName, AccountSite.Password)), StringComparison.Ordinal);

        for (var i = 0; i < tries; i++)
            Assert.Equal(401, (await Try("203.0.113.1", $"somebody{i}", Wrong)).Status);
        var refused = await Try("203.0.113.1", "one-more", Wrong);
        Assert.Equal((429, "60"), (refused.Status, refused["Retry-After"]));
        Assert.Equal(401, (await Try("203.0.113.2", "one-more", Wrong)).Status);
    }

    [Theory]
    [InlineData("\r\nSet-Cookie: planted=1")]
    [InlineData("\nLocation: https://evil.example")]
    [InlineData("\u0085\u2028")]
    public async Task Nothing_that_is_sent_becomes_a_header_of_the_answer(string text)
    {
        using var client = await site.SignedIn("administrator");
        var cookies = client.SetCookies.Count;
        foreach (var path in new[]
        {
            client.AuthorizePath().Replace("state=s1", "state=" + Uri.EscapeDataString("s" + text), StringComparison.Ordinal), "/umbraco/login?lang=" + Uri.EscapeDataString(text),
            "/umbraco/login/code?returnPath=/umbraco" + Uri.EscapeDataString(text), EditorClient.Security + "/signout?post_logout_redirect_uri=" + Uri.EscapeDataString(client.Redirect + text),
        })
        {
            var answer = await client.Get(path);
            Assert.InRange(answer.Status, 200, 499);
            Assert.DoesNotContain("evil.example", new Uri(site.Address, answer["Location"] ?? "/").Host, StringComparison.Ordinal);
            Assert.DoesNotContain(answer["Location"] ?? "", c => c is '\r' or '\n');
        }

        Assert.DoesNotContain(client.SetCookies.Skip(cookies), c => c.StartsWith("planted", StringComparison.Ordinal));
        using var again = await site.SignedIn("administrator");
        foreach (var (userName, name) in new[] { ("new" + text + "er", "x"), ("newcomer", "x" + text + "y") }.Where(n => n.Item2.Any(char.IsControl) || n.Item2 == "x"))
            Assert.Equal(400, (await again.Json(HttpMethod.Post, "/parkbrand/users", new { userName, name, groups = new[] { "bureauReader" } })).Status);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("https://parks.example.gov.cn", "__Host-")]
    public async Task Every_cookie_is_kept_from_scripts_other_sites_and_where_it_can_from_other_hosts(string? publicUrl, string prefix)
    {
        await using var door = new AccountSite { PublicUrl = publicUrl };
        await door.InitializeAsync();
        var account = await door.NewAccount("bureauReader");
        using var client = door.NewClient();
        await client.SignIn(account.UserName, AccountSite.Password);
        var set = client.SetCookies.Where(c => !c.Contains("=;", StringComparison.Ordinal)).ToList();
        Assert.Equal(new[] { "form", "session", "step" }.Select(n => $"{prefix}parkbrand-{n}"), set.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(client.SetCookies, cookie =>
        {
            var flags = cookie.ToLowerInvariant().Split("; ");
            Assert.Contains("httponly", flags);
            Assert.Contains("samesite=strict", flags);
            Assert.Contains("path=/", flags);
            Assert.DoesNotContain(flags, f => f.StartsWith("domain", StringComparison.Ordinal));
            Assert.Equal(publicUrl is not null, flags.Contains("secure"));
        });
    }

    private sealed class CountingHasher(IPasswordHasher<Account> inner) : IPasswordHasher<Account>
    {
        public int Compared { get; set; }

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Compared++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
