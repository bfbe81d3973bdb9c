using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Tests.Accounts;

/// <summary>The real server with accounts and two documents; the clock is ours, and hashing is cheap.</summary>
public sealed class AccountSite : IAsyncLifetime
{
    public const string Password = "a quiet lake at dawn";

    private readonly TestFolder folder = new();
    private WebApplication app = null!;
    private static int made;

    internal SettableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));
    internal AccountPolicy Policy { get; init; } = new() { HashIterations = 1000, SoonestAnswer = TimeSpan.Zero, TriesPerMinuteAndAddress = 100_000, TriesPerMinuteAndName = 20 };
    internal ContentSchema Schema { get; init; } = SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json"));
    internal string? Proxies { get; init; }
    internal string? PublicUrl { get; init; }
    internal Uri Address { get; private set; } = null!;
    internal Guid OwnPlace { get; private set; }
    internal Guid OtherPlace { get; private set; }
    internal string Folder => folder.Path;

    internal T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        app = SiteHost.Build(new SiteHostOptions(Schema, folder.Path, "http://127.0.0.1:0", PublicUrl, Proxies: TrustedProxies.Of(Proxies)), services => services.AddSingleton<TimeProvider>(Clock).AddSingleton(Policy));
        app.Services.LoadContent();
        OwnPlace = await Place("own");
        OtherPlace = await Place("other");
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.Single());
        // Somebody who stays, so that tests may take away administrators of their own.
        await NewAccount("administrator");
    }

    private async Task<Guid> Place(string slug) => (await RunningSite.Do(c => Get<CreateDocument>().Execute(
        Actor.Site("test"), new CreateDocument.Command("list", null, Some.Content("{}", slug, """{ "summary": "x" }"""), null, slug), c))).Id;

    /// <summary>An account with <see cref="Password"/>, written past all rules.</summary>
    internal async Task<Account> NewAccount(string group, Guid? startNode = null, string? userName = null)
    {
        var rules = Get<AccountRules>();
        var name = userName ?? $"person{Interlocked.Increment(ref made)}";
        var account = new Account { Id = Guid.NewGuid(), UserName = name, NormalizedName = rules.NormalizeName(name)!, Name = $"N-{name}", State = AccountState.Active, Groups = [group], StartNode = startNode };
        Assert.Null(await rules.Choose(account, Password));
        Assert.Equal(AccountOutcome.Saved, await Get<StoredAccounts>().Add(account, new AccountTrail("test", "create"), cancel: TestContext.Current.CancellationToken));
        return account;
    }

    internal EditorClient NewClient() => new(Address);

    /// <summary>A browser in which a new account of the group is signed in.</summary>
    internal async Task<EditorClient> SignedIn(string group, Guid? startNode = null) => await SignedIn(await NewAccount(group, startNode));

    internal async Task<EditorClient> SignedIn(Account account)
    {
        var client = NewClient();
        await client.SignIn(account.UserName, Password);
        client.Account = account.Id;
        return client;
    }

    internal Account Stored(Guid id) => Get<StoredAccounts>().Find(id)!;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }
}

[CollectionDefinition(nameof(AccountSite))]
public sealed class SharedAccountSite : ICollectionFixture<AccountSite>;
