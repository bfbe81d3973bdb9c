using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;
using ParkBrand.Web.Verbs;

namespace ParkBrand.BrowserTests;

/// <summary>The site as files, served by nginx as documented: whole, light, without a violation, and found by words.</summary>
public sealed class StaticSiteTests(LiveSite site)
{
    private static readonly string[] Pages = ["/", "/parks", "/parks/robotics-park", "/jobs", "/jobs/page-2/", "/spaces", "/policies", "/features", "/progress", "/open-data", "/search", "/none"];
    private static readonly int[] Widths = [390, 1440];

    [Fact]
    public async Task The_exported_site_is_whole_light_and_accessible_on_a_server_of_files()
    {
        if (FileServer.Program is null)
            Assert.Skip("nginx is not installed (Debian: apt-get install nginx-light).");
        var files = Directory.CreateTempSubdirectory("parkbrand-static-");
        try
        {
            Assert.Equal(0, await ExportSite.Run(["--data", site.DataFolder, "--schema", RepositoryRoot.File("umbraco.json"), "--out", files.FullName, "--base-url", "https://parks.example", "--plain"]));
            await using var server = await FileServer.Start(files.FullName);
            await using var visitor = await site.Visitor(origin: server.Origin);
            var wrong = new List<string>();
            foreach (var path in Pages.Concat(Pages.Select(p => p == "/" ? "/en" : "/en" + p)))
                wrong.AddRange((await Look(visitor, path)).Select(w => $"{path}: {w}"));
            wrong.AddRange(await Search(visitor));
            Tour.Nothing(wrong);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private async Task<List<string>> Look(IBrowserContext visitor, string path)
    {
        var (wrong, bytes, script) = (new List<string>(), 0, 0);
        var tab = await visitor.NewPageAsync();
        tab.Console += (_, message) => wrong.AddRange(message.Type == "error" && !path.EndsWith("/none", StringComparison.Ordinal) ? [message.Text] : []);
        tab.Response += (_, response) => wrong.AddRange(response.Status >= 400 && !response.Url.EndsWith("/none", StringComparison.Ordinal) ? [$"{response.Url} answered {response.Status}"] : []);
        var answer = await tab.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (answer!.Status != (path.EndsWith("/none", StringComparison.Ordinal) ? 404 : 200))
            wrong.Add($"answered {answer.Status}");
        foreach (var width in Widths)
        {
            await tab.SetViewportSizeAsync(width, 900);
            wrong.AddRange((await AxeTests.Violations(site, tab)).Select(v => $"{width} px: {v}"));
        }

        // The browser's own count of what went over the wire; the cache is warm for what pages share, so it is counted by the first of them.
        (bytes, script) = (await Sent(tab, "navigation|link|css|script"), await Sent(tab, "script"));
        if (bytes is < 1024 or > 90 * 1024 || script > 20 * 1024)
            wrong.Add($"{bytes / 1024.0:0.0} KB in all, {script / 1024.0:0.0} KB of script");
        await tab.Leave();
        return wrong;
    }

    private static Task<int> Sent(IPage tab, string kinds) => tab.EvaluateAsync<int>("""
        kinds => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .filter(e => new RegExp(`^(${kinds})$`).test(e.initiatorType)).reduce((sum, e) => sum + e.encodedBodySize, 0)
        """, kinds);

    private static async Task<List<string>> Search(IBrowserContext visitor)
    {
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync("/");
        await tab.Locator("#seek-q").FillAsync("\u673a\u5668\u4eba");
        await tab.Locator("#seek-q").PressAsync("Enter");
        var first = tab.Locator(".answers h3 a").First;
        await first.WaitForAsync();
        var wrong = new List<string>();
        if (!(await first.InnerTextAsync()).Contains("\u673a\u5668\u4eba", StringComparison.Ordinal))
            wrong.Add($"search found {await first.InnerTextAsync()} first");
        await first.ClickAsync();
        await tab.WaitForURLAsync(url => !url.Contains("/search", StringComparison.Ordinal));
        if (await tab.Locator("main h1").CountAsync() != 1)
            wrong.Add("what search found leads to no page");
        await tab.Leave();
        return wrong;
    }
}
