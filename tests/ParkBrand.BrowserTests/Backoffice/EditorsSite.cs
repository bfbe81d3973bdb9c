using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Backoffice.Client;
using ParkBrand.BrowserTests.Site;
using ParkBrand.Content.Access;
using ParkBrand.Media;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>A city that may be edited, with the editors' client; the browser is the one of all tests. Each person signs in once and keeps the context.</summary>
public sealed class EditorsSite(LiveSite live) : IAsyncLifetime
{
    internal const string Password = "a quiet lake at dawn";

    private readonly ConcurrentDictionary<string, IBrowserContext> people = new();
    private CityServer? server;

    /// <summary>What other tests leave in the library; their names are nobody's language.</summary>
    internal static readonly string[] Pictures = ["Wuzi", "Qiaotou", "\u5c4b\u9876\u5149\u4f0f"];

    internal CityServer City => server!;
    internal Guid OperatorsPark { get; private set; }

    /// <summary>What the people are called, whichever test made them.</summary>
    internal IEnumerable<string> People => City.Get<StoredAccounts>().List(null, 0, 1000).Page.SelectMany(a => new[] { a.UserName, a.Name });

    public async ValueTask InitializeAsync()
    {
        var client = RepositoryRoot.File("artifacts", "backoffice");
        if (!File.Exists(Path.Combine(client, "client.json")))
            throw new InvalidOperationException($"The editors' client is not bundled: {client} is missing. Run tools/backoffice, or ./test, which does.");
        // One clock, also for the server that is started again.
        var clock = new MovingClock(FixedClock.Sunday);
        server = await CityServer.Start((services, data) => services.AddSingleton<TimeProvider>(clock).AddSingleton(new ClientFolder(client))
            .AddSingleton(new MediaOptions(data, LibraryFolder: RepositoryRoot.File("artifacts"))));
        OperatorsPark = Document("park", "nev-park");
        await Account("chen", "陈静", "administrator");
        await Account("wang", "王磊", "administrator");
        await Account("zhou", "周敏", "publicityEditor");
        await Account("li", "李强", "parkOperator", OperatorsPark);
        await Account("sun", "孙芳", "reviewer");
        await Account("zhao", "赵平", "proofreader");
        await Account("wu", "吴洁", "bureauReader");
        await Account("smith", "Jane Smith", "administrator", language: "en-US");
    }

    internal Guid Document(string type, string slug) => City.City.OfType(type).Single(d => d.Slug == slug).Id;

    /// <summary>Where the client edits a document in Chinese.</summary>
    internal string Address(string type, string slug) => Address(Document(type, slug));

    internal static string Address(Guid id) => $"/umbraco/section/content/workspace/document/edit/{id}/zh-CN";

    internal async Task<Account> Account(string userName, string name, string group, Guid? startNode = null, string language = "zh-CN")
    {
        var rules = City.Get<AccountRules>();
        var account = new Account { Id = Guid.NewGuid(), UserName = userName, NormalizedName = rules.NormalizeName(userName)!, Name = name, State = AccountState.Active, Groups = [group], StartNode = startNode, Language = language };
        Assert.Null(await rules.Choose(account, Password));
        Assert.Equal(AccountOutcome.Saved, await City.Get<StoredAccounts>().Add(account, new AccountTrail("test", "create"), cancel: CancellationToken.None));
        return account;
    }

    /// <summary>Where somebody who was just invited chooses a password.</summary>
    internal async Task<string> Invitation(string userName)
    {
        var outcome = await City.Get<InviteUser>().Execute(new Editor(Guid.Empty, Actor.Site("test")), new InviteUser.Command(userName, "新同事", null, ["bureauReader"], null, null), CancellationToken.None);
        return outcome.Link!;
    }

    /// <summary>A new tab of a person who is signed in, at an address of the client.</summary>
    internal async Task<Desk> Desk(string person, string address)
    {
        if (!people.TryGetValue(person, out var context))
            people[person] = context = await NewContext();
        var desk = await Open(context);
        await desk.Tab.GotoAsync(address);
        var field = desk.Tab.Locator("#user");
        await desk.Tab.Locator("#user, umb-backoffice-main").First.WaitForAsync();
        if (await field.IsVisibleAsync())
            await desk.SignIn(person, Password);
        return desk;
    }

    internal async Task<Desk> NewPerson() => await Open(await NewContext());

    internal static Task SignIn(Desk desk, string person) => desk.SignIn(person, Password);

    private async Task<IBrowserContext> NewContext()
    {
        return await live.Visitor(new BrowserNewContextOptions { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new ViewportSize { Width = 1440, Height = 900 } }, City.Origin);
    }

    private static async Task<Desk> Open(IBrowserContext context) => new(await context.NewPageAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var context in people.Values)
            await context.CloseAsync().OrLetBe();
        if (server is not null)
            await server.DisposeAsync();
    }
}
