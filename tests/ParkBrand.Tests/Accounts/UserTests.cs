using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content.Access;

namespace ParkBrand.Tests.Accounts;

/// <summary>Looking after accounts: who may, what must not happen, and what is written down.</summary>
[Collection(nameof(AccountSite))]
public sealed class UserTests(AccountSite site)
{
    private static readonly string[] Groups = ["administrator", "publicityEditor", "reviewer", "proofreader", "parkOperator", "bureauReader"];

    /// <summary>Every operation, with a body that would do. {id} is an account that could be changed.</summary>
    private static readonly (string Method, string Path, object? Body)[] Operations =
    [
        ("GET", "/parkbrand/users", null),
        ("GET", "/parkbrand/users/groups", null),
        ("GET", "/parkbrand/users/{id}", null),
        ("POST", "/parkbrand/users", new { userName = "never.made", name = "x", groups = new[] { "bureauReader" } }),
        ("POST", "/parkbrand/users/{id}/link", null),
        ("POST", "/parkbrand/users/{id}/disable", null),
        ("POST", "/parkbrand/users/{id}/enable", null),
        ("POST", "/parkbrand/users/{id}/two-factor-reset", null),
        ("POST", "/parkbrand/users/{id}/sign-out", null),
        ("PUT", "/parkbrand/users/{id}/rights", new { groups = new[] { "reviewer" } }),
    ];

    [Fact]
    public void Every_route_of_looking_after_accounts_is_an_operation_here()
    {
        var mapped = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith(UserRoutes.Root, StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText![EditorClient.Api.Length..].Replace(":guid", "").TrimEnd('/')}"));
        Assert.Equal(Operations.Select(o => $"{o.Method} {o.Path}").Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_administrators_may_and_for_all_others_there_is_nothing_there()
    {
        foreach (var group in Groups)
        {
            using var client = await site.SignedIn(group, group == "parkOperator" ? site.OwnPlace : null);
            foreach (var (method, path, body) in Operations)
            {
                var victim = await site.NewAccount("bureauReader");
                var before = site.Stored(victim.Id);
                var answer = await client.Json(new HttpMethod(method), path.Replace("{id}", victim.Id.ToString()), body is null || path != "/parkbrand/users" ? body : new { userName = $"made-for-{group}", name = "x", groups = new[] { "bureauReader" } });
                var expected = group == "administrator" ? 200 : 404;
                Assert.True(answer.Status == expected, $"{group}: {method} {path} → {answer.Status} {answer.Text}");
                if (group != "administrator")
                    Assert.Equal((before.Version, before.SecurityStamp), (site.Stored(victim.Id).Version, site.Stored(victim.Id).SecurityStamp));
            }

            Assert.Equal(group == "administrator", site.Get<StoredAccounts>().FindByName($"made-for-{group}".ToUpperInvariant()) is not null);
        }
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_learns_anything()
    {
        using var client = site.NewClient();
        foreach (var (method, path, body) in Operations)
            Assert.Equal(401, (await client.Json(new HttpMethod(method), path.Replace("{id}", Guid.NewGuid().ToString()), body)).Status);
        foreach (var path in new[] { "/user/current", "/user/current/configuration", "/user/configuration", "/user/current/permissions/document", "/user/current/permissions/media",
            "/user/current/2fa", "/user/current/2fa/Authenticator", "/user/current/login-providers", "/item/user", "/item/user-group", "/security/configuration" })
            Assert.Equal(401, (await client.Call(path)).Status);
    }

    [Fact]
    public async Task Nobody_locks_themselves_out()
    {
        using var admin = await site.SignedIn("administrator");
        var me = $"/parkbrand/users/{admin.Account}";
        Assert.Equal(400, (await admin.Json(HttpMethod.Post, me + "/disable")).Status);
        Assert.Equal(400, (await admin.Json(HttpMethod.Post, me + "/two-factor-reset")).Status);
        Assert.Equal(400, (await admin.Json(HttpMethod.Put, me + "/rights", new { groups = new[] { "bureauReader" } })).Status);
        Assert.Equal(200, (await admin.Call("/parkbrand/users")).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays_whoever_asks()
    {
        using var folder = new TestSite(site.Schema);
        var accounts = folder.Get<StoredAccounts>();
        Account Make(string name, AccountState state) => new() { Id = Guid.NewGuid(), UserName = name, NormalizedName = name, Name = name, SecurityStamp = "x", State = state, Groups = ["administrator"] };
        var (last, invited) = (Make("A", AccountState.Active), Make("B", AccountState.Invited));
        foreach (var account in new[] { last, invited })
            Assert.Equal(AccountOutcome.Saved, await accounts.Add(account, new AccountTrail("test", "create"), cancel: TestContext.Current.CancellationToken));

        foreach (var take in new Action<Account>[] { a => a.State = AccountState.Disabled, a => a.State = AccountState.Invited, a => a.Groups = ["bureauReader"], a => a.Groups = [] })
        {
            var account = accounts.Find(last.Id)!;
            take(account);
            Assert.Equal(AccountOutcome.LastAdministrator, await accounts.Save(account, new AccountTrail("test", "x"), TestContext.Current.CancellationToken));
            Assert.Equal((AccountState.Active, "administrator"), (accounts.Find(last.Id)!.State, Assert.Single(accounts.Find(last.Id)!.Groups)));
        }

        Assert.DoesNotContain(accounts.Trail(last.Id), e => e.Action == "x");
        var second = accounts.Find(invited.Id)!;
        second.State = AccountState.Active;
        Assert.Equal(AccountOutcome.Saved, await accounts.Save(second, cancel: TestContext.Current.CancellationToken));
        var first = accounts.Find(last.Id)!;
        first.State = AccountState.Disabled;
        Assert.Equal(AccountOutcome.Saved, await accounts.Save(first, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays()
    {
        using var folder = new TestSite(site.Schema);
        var accounts = folder.Get<StoredAccounts>();
        var both = new[] { "A", "B" }.Select(n => new Account { Id = Guid.NewGuid(), UserName = n, NormalizedName = n, Name = n, SecurityStamp = "x", State = AccountState.Active, Groups = ["administrator"] }).ToList();
        foreach (var account in both)
            await accounts.Add(account, new AccountTrail("test", "create"), cancel: TestContext.Current.CancellationToken);
        both.ForEach(a => a.State = AccountState.Disabled);
        var outcomes = await Task.WhenAll(both.Select(a => Task.Run(() => accounts.Save(a, cancel: TestContext.Current.CancellationToken))));
        Assert.Equal([AccountOutcome.LastAdministrator, AccountOutcome.Saved], outcomes.OrderByDescending(o => o));
    }

    [Fact]
    public async Task Nobody_hands_out_or_takes_over_more_than_they_have()
    {
        // A group that looks after users and may do nothing else.
        var schema = Content.Schema.SchemaReader.Read((await File.ReadAllTextAsync(RepositoryRoot.File("umbraco.json"), TestContext.Current.CancellationToken))
            .Replace("\"permissions\": [\"read\"] }", "\"permissions\": [\"read\", \"users\"] }", StringComparison.Ordinal));
        var desk = new Editor(Guid.NewGuid(), new Actor("desk", [schema.UserGroups["bureauReader"]]));
        Assert.True(desk.Actor.LooksAfterAccounts);
        var admin = await site.NewAccount("administrator");
        Assert.Equal(UserStatus.NotFound, (await site.Get<RenewLink>().Execute(desk, admin.Id, TestContext.Current.CancellationToken)).Status);
        Assert.Equal("groupAboveYou", (await site.Get<InviteUser>().Execute(desk, new InviteUser.Command("higher", "x", null, ["administrator"], null, null), TestContext.Current.CancellationToken)).Text);
        Assert.True((await site.Get<InviteUser>().Execute(desk, new InviteUser.Command("equal", "x", null, ["bureauReader"], null, null), TestContext.Current.CancellationToken)).IsOk);
    }

    [Theory]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": [] }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": ["nothing"] }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x" }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": ["parkOperator"] }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": ["parkOperator"], "startNode": "8c7b4a0e-0000-4000-8000-000000000000" }""")]
    [InlineData("""{ "userName": "ok.name", "name": "", "groups": ["bureauReader"] }""")]
    [InlineData("""{ "userName": "x", "name": "x", "groups": ["bureauReader"] }""")]
    [InlineData("""{ "userName": "王小明", "name": "x", "groups": ["bureauReader"] }""")]
    [InlineData("""{ "userName": "with space", "name": "x", "groups": ["bureauReader"] }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": ["bureauReader"], "state": "active" }""")]
    [InlineData("""{ "userName": "ok.name", "name": "x", "groups": ["bureauReader"], "passwordHash": "x" }""")]
    [InlineData("""not json""")]
    public async Task A_bad_invitation_is_refused_and_nothing_is_made(string body)
    {
        using var admin = await site.SignedIn("administrator");
        var before = (int)(await admin.Read("/parkbrand/users"))["total"]!;
        var answer = await admin.Send(new HttpRequestMessage(HttpMethod.Post, EditorClient.Api + "/parkbrand/users") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") });
        Assert.Equal(400, answer.Status);
        Assert.Equal(before, (int)(await admin.Read("/parkbrand/users"))["total"]!);
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case()
    {
        var account = await site.NewAccount("bureauReader");
        using var admin = await site.SignedIn("administrator");
        Assert.Equal(400, (await admin.Json(HttpMethod.Post, "/parkbrand/users", new { userName = account.UserName.ToUpperInvariant(), name = "x", groups = new[] { "bureauReader" } })).Status);
    }

    [Fact]
    public async Task The_list_is_paged_and_searched_as_text()
    {
        var mark = Guid.NewGuid().ToString("N");
        foreach (var i in Enumerable.Range(0, 5))
            await site.NewAccount("bureauReader", userName: $"{mark}_{i}");
        using var admin = await site.SignedIn("administrator");
        var page = await admin.Read($"/parkbrand/users?filter={mark}&skip=3&take=2");
        Assert.Equal((5, 2), ((int)page["total"]!, page["items"]!.AsArray().Count));
        Assert.Equal($"{mark}_3", (string)page["items"]![0]!["userName"]!);
        Assert.Equal(1, (int)(await admin.Read($"/parkbrand/users?filter={mark}_4"))["total"]!);
        // % and _ are signs, not patterns.
        Assert.Equal(0, (int)(await admin.Read($"/parkbrand/users?filter={mark}%25"))["total"]!);
        Assert.Equal(0, (int)(await admin.Read($"/parkbrand/users?filter={mark}_%25"))["total"]!);
        Assert.Equal(400, (await admin.Call("/parkbrand/users?take=1000")).Status);
        Assert.Equal(400, (await admin.Call("/parkbrand/users?skip=-1")).Status);
        Assert.Equal(400, (await admin.Call("/parkbrand/users?state=gone")).Status);
        // No secret of anybody is in any answer.
        var all = (await admin.Call($"/parkbrand/users/{admin.Account}")).Text;
        Assert.DoesNotContain(site.Stored(admin.Account).PasswordHash!, all, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Stored(admin.Account).SecurityStamp, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_operators_one_is_found_by_park_group_and_state()
    {
        var mark = Guid.NewGuid().ToString("N");
        var own = await site.NewAccount("parkOperator", site.OwnPlace, $"{mark}_own");
        await site.NewAccount("parkOperator", site.OtherPlace, $"{mark}_other");
        var locked = await site.NewAccount("bureauReader", userName: $"{mark}_locked");
        var disabled = await site.NewAccount("bureauReader", userName: $"{mark}_disabled");
        (locked.LockedUntil, disabled.State, disabled.LockedUntil) = (site.Clock.Now.AddMinutes(1), AccountState.Disabled, site.Clock.Now.AddMinutes(1));
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(locked, cancel: TestContext.Current.CancellationToken));
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(disabled, cancel: TestContext.Current.CancellationToken));
        using var admin = await site.SignedIn("administrator");
        async Task<string> Found(string query) => string.Join(' ', (await admin.Read($"/parkbrand/users?{query}"))["items"]!.AsArray().Select(i => ((string)i!["userName"]!).Replace(mark + "_", "")));

        Assert.Equal("other own", await Found($"filter={mark}&group=parkOperator"));
        Assert.Equal("", await Found($"filter={mark}&group=nobody"));
        Assert.Equal("locked", await Found($"filter={mark}&state=locked"));
        Assert.Equal("disabled", await Found($"filter={mark}&state=disabled"));
        Assert.Equal("other own", await Found($"filter={mark}&state=active"));
        site.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("", await Found($"filter={mark}&state=locked"));
        // By the name of the park, of which the account itself says nothing.
        var park = (await admin.Read($"/item/document?id={site.OwnPlace}"))[0]!["variants"]![0]!["name"]!.GetValue<string>();
        var byPark = await admin.Read($"/parkbrand/users?take=100&filter={Uri.EscapeDataString(park)}");
        Assert.Contains(byPark["items"]!.AsArray(), i => (string)i!["id"]! == own.Id.ToString());
        Assert.All(byPark["items"]!.AsArray(), i => Assert.NotEqual(site.OtherPlace.ToString(), (string?)i!["startNode"]));
    }

    [Fact]
    public async Task Everything_done_to_an_account_is_written_down_with_who_did_it()
    {
        using var admin = await site.SignedIn("administrator");
        var invited = JsonNode.Parse((await admin.Json(HttpMethod.Post, "/parkbrand/users", new { userName = $"u{Guid.NewGuid():N}", name = "x", groups = new[] { "bureauReader" } })).Text)!;
        var user = $"/parkbrand/users/{(Guid)invited["id"]!}";
        foreach (var action in new[] { "link", "two-factor-reset", "sign-out", "disable", "enable" })
            Assert.Equal(200, (await admin.Json(HttpMethod.Post, $"{user}/{action}")).Status);
        Assert.Equal(200, (await admin.Json(HttpMethod.Put, $"{user}/rights", new { groups = new[] { "parkOperator" }, startNode = site.OwnPlace })).Status);
        var read = await admin.Read(user);
        Assert.Equal(["rights", "enable", "disable", "sign-out", "two-factor-reset", "link", "invite"], read["trail"]!.AsArray().Select(e => (string)e!["action"]!));
        Assert.All(read["trail"]!.AsArray(), e => Assert.Equal(site.Stored(admin.Account).Name, (string)e!["actor"]!));
        Assert.DoesNotContain(((string)invited["link"]!).Split('=')[1], read.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_an_account_at_once_one_is_told()
    {
        var account = await site.NewAccount("bureauReader");
        var (one, two) = (site.Stored(account.Id), site.Stored(account.Id));
        (one.Name, two.Name) = ("one", "two");
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(one, cancel: TestContext.Current.CancellationToken));
        Assert.Equal(AccountOutcome.Changed, await site.Get<StoredAccounts>().Save(two, cancel: TestContext.Current.CancellationToken));
        Assert.Equal("one", site.Stored(account.Id).Name);
    }
}
