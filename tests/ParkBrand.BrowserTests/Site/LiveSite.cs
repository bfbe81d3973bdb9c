using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

[assembly: AssemblyFixture(typeof(LiveSite))]
// The tests visit pages in parallel themselves; one at a time keeps their measurements apart.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ParkBrand.BrowserTests.Site;

/// <summary>One server and one Chromium for all tests.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private CityServer? server;
    // A browser that dies under load is started again, a few times; what it was looking at is looked at anew.
    private const int MaxLaunches = 4;
    private readonly SemaphoreSlim launching = new(1, 1);
    private IPlaywright? playwright;
    private int launches;
    private Task<EveryPage>? everyPage;

    public IBrowser Browser { get; private set; } = null!;
    internal Uri Origin => server!.Origin;
    internal string DataFolder => server!.DataFolder;
    internal IReadOnlyList<SitePage> Pages { get; private set; } = [];
    internal Axe Axe { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var axe = RepositoryRoot.File("tests", "ParkBrand.BrowserTests", "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(axe))
            throw new InvalidOperationException($"axe-core is not installed: {axe} is missing. Run `npm ci` in tests/ParkBrand.BrowserTests, or ./test, which does.");
        if (!File.Exists(Chromium))
            throw new InvalidOperationException($"The browser tests need Chromium at {Chromium} (Debian and Ubuntu: apt-get install chromium). They never download a browser.");
        Axe = new Axe(await File.ReadAllTextAsync(axe));
        server = await CityServer.Start();
        Pages = SitePages.Of(server.City);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Bounded.Patience);
        await Launch();
    }

    private async Task Launch()
    {
        await launching.WaitAsync();
        try
        {
            if (Browser is { IsConnected: true })
                return;
            Assert.True(++launches <= MaxLaunches, $"Chromium died {MaxLaunches} times.");
            Browser = await playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet });
        }
        finally
        {
            launching.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync().OrLetBe();
        playwright?.Dispose();
        launching.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>What every look has found on every page; made by the first test that asks.</summary>
    internal Task<EveryPage> EveryPage() => everyPage ??= Site.EveryPage.LookAt(this);

    /// <summary>A context like a visitor's: its own cookies and cache, addresses relative to the site.</summary>
    /// <param name="origin">Of another site than the one that all tests share.</param>
    internal async Task<IBrowserContext> Visitor(BrowserNewContextOptions? options = null, Uri? origin = null)
    {
        await Launch();
        options ??= new BrowserNewContextOptions();
        options.BaseURL = (origin ?? Origin).ToString();
        return await Browser.NewContextAsync(options);
    }

}
