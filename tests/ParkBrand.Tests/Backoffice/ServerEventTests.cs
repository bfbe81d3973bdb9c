using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Backoffice.Management.Events;
using ParkBrand.Content.Access;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What others do appears at once, to those who may know of it.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class ServerEventTests(EditorsHouse house)
{
    [Fact]
    public async Task A_listener_hears_of_own_documents_and_never_of_foreign_ones()
    {
        var scene = await Scene.Make(house);
        using var own = await Listen(await SignIn("parkOperator", scene.Own.Park));
        using var all = await Listen(await SignIn("administrator"));
        (await house.Put("administrator", $"document/{scene.Foreign.Space}", await Renamed(scene, scene.Foreign.Space))).Is(200);
        (await house.Put("administrator", $"document/{scene.Own.Space}", await Renamed(scene, scene.Own.Space))).Is(200);
        (await house.Put("administrator", $"document/{scene.Own.Second}/move-to-recycle-bin")).Is(200);
        var heard = await Hear(own, "Trashed");
        Assert.Contains($"{{\"type\":1,\"target\":\"notify\",\"arguments\":[{{\"eventSource\":\"Umbraco:CMS:Document\",\"eventType\":\"Updated\",\"key\":\"{scene.Own.Space}\"}}]}}", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Foreign.Space.ToString(), heard, StringComparison.Ordinal);
        Assert.Contains(scene.Foreign.Space.ToString(), await Hear(all, "Trashed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listens_without_signing_in()
    {
        (await house.Get(null, ServerEventHub.Path)).Is(401);
        (await house.Post(null, ServerEventHub.Path + "/negotiate?negotiateVersion=1")).Is(401);
        (await house.Post("administrator", ServerEventHub.Path + "/negotiate?negotiateVersion=1")).Is(200);
        using var without = await Listen(null, "administrator"); // known to this test host, but without a session that could end
        await Over(without);
    }

    public static TheoryData<string> Ends => new(Endings.Keys);

    private static readonly Dictionary<string, Func<EditorsHouse, Person, Task>> Endings = new()
    {
        ["signed out here"] = (house, who) => house.Get<AccountSessions>().Close(AccountSecrets.HashOf(who.Session)),
        ["signed out everywhere"] = async (house, who) => Assert.True((await house.Get<SignOutUser>().Execute(Shell, who.Account, default)).IsOk),
        ["disabled"] = async (house, who) => Assert.True((await house.Get<SwitchUser>().Execute(Shell, who.Account, enabled: false, default)).IsOk),
        ["new password"] = async (house, who) =>
        {
            var account = house.Get<StoredAccounts>().Find(who.Account)!;
            Assert.Null(await house.Get<AccountRules>().Choose(account, "another lake at dusk"));
            Assert.Equal(AccountOutcome.Saved, await house.Get<StoredAccounts>().Save(account));
        },
        ["idle for too long"] = (house, _) =>
        {
            house.Site.Clock.Now += house.Get<AccountPolicy>().Idle;
            return Task.CompletedTask;
        },
    };

    [Theory, MemberData(nameof(Ends))]
    public async Task Whose_session_ends_hears_nothing_more_and_the_line_is_cut(string how)
    {
        var scene = await Shared();
        var before = house.Site.Clock.Now;
        try
        {
            var who = await SignIn("administrator");
            using var line = await Listen(who);
            (await house.Put("administrator", $"document/{scene.Own.Second}", await Renamed(scene, scene.Own.Second))).Is(200);
            await Hear(line, scene.Own.Second.ToString());
            await Endings[how](house, who);
            (await house.Put("administrator", $"document/{scene.Own.Space}", await Renamed(scene, scene.Own.Space))).Is(200);
            Assert.DoesNotContain(scene.Own.Space.ToString(), await Over(line), StringComparison.Ordinal);
        }
        finally
        {
            house.Site.Clock.Now = before;
        }
    }

    [Fact]
    public async Task A_line_that_is_open_is_cut_although_nothing_happens()
    {
        var who = await SignIn("bureauReader");
        using var line = await Listen(who);
        await house.Get<AccountSessions>().Close(AccountSecrets.HashOf(who.Session), TestContext.Current.CancellationToken);
        await Over(line);
    }

    [Fact]
    public async Task Who_chooses_a_new_password_listens_on_and_the_others_on_the_account_do_not()
    {
        var scene = await Shared();
        var who = await SignIn("administrator");
        var elsewhere = who with { Session = await Session(who.Account) };
        using var here = await Listen(who);
        using var there = await Listen(elsewhere);
        using var request = new HttpRequestMessage(HttpMethod.Post, EditorsHouse.Api + "user/current/change-password") { Content = JsonContent.Create(new { oldPassword = Password, newPassword = "another lake at dusk" }) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Cookie", $"parkbrand-session={who.Session}");
        using var changed = await house.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)changed.StatusCode);
        await Over(there);
        (await house.Put("administrator", $"document/{scene.Own.Space}", await Renamed(scene, scene.Own.Space))).Is(200);
        await Hear(here, scene.Own.Space.ToString());
    }

    [Fact]
    public async Task Who_is_moved_to_another_park_hears_of_that_one_from_then_on()
    {
        var scene = await Shared();
        var who = await SignIn("parkOperator", scene.Own.Park);
        using var line = await Listen(who);
        // What was done before is heard first, as it should be.
        (await house.Put("administrator", $"document/{scene.Own.Second}", await Renamed(scene, scene.Own.Second))).Is(200);
        await Hear(line, scene.Own.Second.ToString());
        Assert.True((await house.Get<SetRights>().Execute(Shell, who.Account, new SetRights.Command(["parkOperator"], scene.Foreign.Park, null), TestContext.Current.CancellationToken)).IsOk);
        (await house.Put("administrator", $"document/{scene.Own.Space}", await Renamed(scene, scene.Own.Space))).Is(200);
        (await house.Put("administrator", $"document/{scene.Foreign.Space}", await Renamed(scene, scene.Foreign.Space))).Is(200);
        Assert.DoesNotContain(scene.Own.Space.ToString(), await Hear(line, scene.Foreign.Space.ToString()), StringComparison.Ordinal);
    }

    private static Task<Scene>? shared;

    /// <summary>One for all tests that only rename in it.</summary>
    private Task<Scene> Shared() => shared ??= Scene.Make(house);

    private const string Password = "a quiet lake at dawn";

    private sealed record Person(Guid Account, string Session);

    private static Editor Shell => new(Guid.Empty, Actor.Site("test"));

    /// <summary>A real account with a real session: what ends sessions must end it.</summary>
    private async Task<Person> SignIn(string group, Guid? startNode = null)
    {
        var rules = house.Get<AccountRules>();
        var name = $"listener-{Guid.NewGuid():n}";
        var account = new Account { Id = Guid.NewGuid(), UserName = name, NormalizedName = rules.NormalizeName(name)!, Name = name, State = AccountState.Active, Groups = [group], StartNode = startNode };
        Assert.Null(await rules.Choose(account, Password));
        Assert.Equal(AccountOutcome.Saved, await house.Get<StoredAccounts>().Add(account, new AccountTrail("test", "create"), cancel: TestContext.Current.CancellationToken));
        return new Person(account.Id, await Session(account.Id));
    }

    private async Task<string> Session(Guid account)
    {
        var (session, now, stamp) = (AccountSecrets.NewToken(), house.Site.Clock.Now, house.Get<StoredAccounts>().Find(account)!.SecurityStamp);
        await house.Get<AccountSessions>().Open(new AccountSession(AccountSecrets.HashOf(session), account, stamp, null, "?", now, now, now.AddDays(7)), TestContext.Current.CancellationToken);
        return session;
    }

    private static async Task<object> Renamed(Scene scene, Guid id)
    {
        var request = await scene.Opened(id);
        request["variants"]![0]!["name"] = $"Renamed {Guid.NewGuid()}";
        return request;
    }

    private async Task<ClientWebSocket> Listen(Person? person, string? group = null)
    {
        var socket = new ClientWebSocket();
        if (person is not null)
            socket.Options.SetRequestHeader("Cookie", $"parkbrand-session={person.Session}");
        if (group is not null)
            socket.Options.SetRequestHeader(EditorsHouse.Header, group);
        await socket.ConnectAsync(new UriBuilder(house.Site.Address) { Scheme = "ws", Path = ServerEventHub.Path }.Uri, TestContext.Current.CancellationToken);
        var lines = Lines();
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        for (var patience = Stopwatch.StartNew(); person is not null && Lines() <= lines; await Task.Delay(10, TestContext.Current.CancellationToken))
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(15), "The line is not taken.");
        return socket;

        int Lines() => house.Get<Listeners>().Present().Count(p => p.Value.Account == person?.Account);
    }

    private static async Task<string> Hear(ClientWebSocket socket, string last)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        var (heard, buffer) = (new StringBuilder(), new byte[8192]);
        while (!heard.ToString().Contains(last, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        return heard.ToString();
    }

    /// <returns>What was heard until the line was cut.</returns>
    private static async Task<string> Over(ClientWebSocket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        var (heard, buffer) = (new StringBuilder(), new byte[8192]);
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is { MessageType: not WebSocketMessageType.Close } part)
                heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
        catch (WebSocketException)
        {
            // Closed without a farewell.
        }

        return heard.ToString();
    }
}
