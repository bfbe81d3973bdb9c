using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>The sample consumer of the Delivery API, as another site's page: it lists, filters, and says what to do when there is nothing.</summary>
public sealed class SampleTests(LiveSite site) : IAsyncLifetime
{
    // A server of its own, and so another origin: the browser asks the site whether this page may read.
    private WebApplication elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        elsewhere = builder.Build();
        elsewhere.MapGet("/", () => Results.File(RepositoryRoot.File("samples", "vacancies", "index.html"), "text/html; charset=utf-8"));
        elsewhere.MapGet("/favicon.ico", () => Results.NoContent()); // which browsers ask for by themselves
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => elsewhere.DisposeAsync();

    [Fact]
    public async Task The_sample_lists_vacancies_of_a_running_site()
    {
        await using var visitor = await site.Visitor();
        var wrong = new List<string>();
        var tab = await Open(visitor, site.Origin.GetLeftPart(UriPartial.Authority));
        tab.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console: {message.Text}"); };
        var (rows, status) = (tab.Locator("tbody tr"), tab.GetByRole(AriaRole.Status));
        await status.And(tab.GetByText("\u3002")).WaitForAsync();
        var all = Total(await status.InnerTextAsync());
        Assert.Equal(Math.Min(all, 50), await rows.CountAsync());
        Assert.Equal(site.Origin.Host, new Uri((await rows.First.Locator("a").GetAttributeAsync("href"))!).Host);
        Assert.DoesNotContain("", (await rows.Locator("td:nth-child(2)").AllInnerTextsAsync()).Select(t => t.Trim()));
        wrong.AddRange(await Look(tab, "list"));

        // The number beside a kind is how many rows choosing it leaves; both needs hold together.
        var kind = tab.GetByLabel("\u7c7b\u578b");
        var lab = await kind.Locator("option[value=lab]").InnerTextAsync();
        await kind.SelectOptionAsync("lab");
        await Find(tab, status);
        var labs = Total(await status.InnerTextAsync());
        Assert.Equal(lab, $"\u5b9e\u9a8c\u5ba4\uff08{labs}\uff09");
        Assert.InRange(labs, 1, all - 1);
        await tab.GetByLabel("\u9762\u79ef").FillAsync("1500");
        await Find(tab, status);
        Assert.All(await rows.Locator("td:nth-child(3)").AllInnerTextsAsync(), area => Assert.InRange(int.Parse(area, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture), 1500, 1_000_000));

        await tab.GetByLabel("\u9762\u79ef").FillAsync("900000");
        await Find(tab, status);
        Assert.Equal((false, "\u6ca1\u6709\u8fd9\u6837\u7684\u7a7a\u95f4\uff0c\u6362\u4e2a\u6761\u4ef6\u518d\u8bd5\u3002"), (await tab.Locator("table").IsVisibleAsync(), await status.InnerTextAsync()));
        wrong.AddRange(await Look(tab, "nothing found"));
        Tour.Nothing(wrong);
    }

    [Fact]
    public async Task The_sample_says_what_to_do_when_the_site_does_not_answer()
    {
        await using var visitor = await site.Visitor();
        var tab = await Open(visitor, "http://127.0.0.1:9");
        var status = tab.GetByText("http://127.0.0.1:9");
        await status.WaitForAsync();
        Assert.Contains("\u8bf7\u786e\u8ba4", await status.InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await tab.Locator("table").IsVisibleAsync());
        Tour.Nothing(await Look(tab, "no answer"));
    }

    private static int Total(string status) => int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IPage> Open(IBrowserContext visitor, string api)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync($"{elsewhere.Urls.Single()}/?api={Uri.EscapeDataString(api)}");
        return tab;
    }

    private static async Task Find(IPage tab, ILocator status)
    {
        await status.EvaluateAsync("e => e.textContent = ''");
        await tab.GetByRole(AriaRole.Button).ClickAsync();
        await status.And(tab.GetByText("\u3002")).WaitForAsync();
    }

    private async Task<List<string>> Look(IPage tab, string state)
    {
        var wrong = new List<string>(await LayoutTests.Sideways(tab, 320, 390, 1440));
        foreach (var width in new[] { 390, 1440 })
        {
            await tab.SetViewportSizeAsync(width, 900);
            wrong.AddRange((await site.Axe.All(tab)).Select(v => $"{width} px: {v}"));
        }

        return [.. wrong.Select(w => $"{state}: {w}")];
    }
}
