using System.Collections.Concurrent;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;
using ParkBrand.Web.Verbs;

namespace ParkBrand.BrowserTests;

/// <summary>The site as files, served by nginx as documented: whole, light, without a violation, and found by words.</summary>
public sealed class StaticSiteTests(LiveSite site)
{
    private static readonly string[] Pages = ["/", "/parks", "/parks/robotics-park", "/jobs", "/jobs/page-2/", "/spaces", "/policies", "/features", "/progress", "/open-data", "/search", "/finder?kind=factory&area=3000&rail=40&facilities=canteen", "/assistant", "/none"];
    private const int Visitors = 2;

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
            var paths = new ConcurrentQueue<string>(Pages.Concat(Pages.Select(p => p == "/" ? "/en" : "/en" + p)));
            var wrong = new ConcurrentBag<string>();
            await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ =>
            {
                var tab = await visitor.NewPageAsync();
                while (paths.TryDequeue(out var path))
                    foreach (var w in await Look(tab, server.Origin, path))
                        wrong.Add($"{path}: {w}");
                await tab.Leave();
            }));
            Tour.Nothing([.. wrong, .. await Search(visitor), .. await Finder(visitor)]);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private async Task<List<string>> Look(IPage tab, Uri origin, string path)
    {
        var page = new SitePage(path, path, path.EndsWith("/none", StringComparison.Ordinal) ? 404 : 200);
        await tab.SetViewportSizeAsync(390, 900);
        using var loading = new Loading(tab, origin);
        var answer = await tab.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        var wrong = new List<string>();
        if (answer!.Status != page.Status)
            wrong.Add($"answered {answer.Status}");
        wrong.AddRange((await site.Axe.All(tab)).Select(v => $"phone: {v}"));
        await tab.SetViewportSizeAsync(1440, 900);
        wrong.AddRange((await site.Axe.Structure(tab)).Concat(await site.Axe.NewLooks(tab, "files, desktop")).Select(v => $"desktop: {v}"));

        // The browser's own count of what went over the wire; the cache is warm for what pages share, so it is counted by the first of them.
        var (bytes, script) = (await Sent(tab, "navigation|link|css|script"), await Sent(tab, "script"));
        if (bytes is < 1024 or > 90 * 1024 || script > 20 * 1024)
            wrong.Add($"{bytes / 1024.0:0.0} KB in all, {script / 1024.0:0.0} KB of script");
        return [.. wrong, .. loading.Wrong(page)];
    }

    /// <summary>The script keeps the rule: for each question it lists the parks that the server's own finder lists.</summary>
    private async Task<List<string>> Finder(IBrowserContext visitor)
    {
        string[] questions =
        [
            "kind=factory&area=3000", "kind=factory&area=3000&rail=20&rentMax=28&floorLoad=1", "niche=%E7%94%B5%E6%B1%A0", "niche=robot&kind=lab", "kind=lab&kind=pilot&cleanroom=iso7", "tenure=lease&availableBy=2026-12-31&area=900",
            "facilities=canteen&facilities=dormitory", "gas=1&steam=1", "district=bacheng&power=500", "exhaust=1&wasteWater=1&wasteWaterCapacity=10", "area=100000&kind=lab&cleanroom=iso5", "clearHeight=8&crane=5&motorway=15", "area=nothing&fibre=1", "rail=30&prefer=rail&kind=office",
        ];
        var (wrong, tab) = (new List<string>(), await visitor.NewPageAsync());
        using var http = new HttpClient { BaseAddress = site.Origin };
        foreach (var (question, prefix, culture) in questions.Select((q, i) => i % 3 == 0 ? (q, "/en", "en-US") : (q, "", "zh-CN")))
        {
            var asked = question.Replace("area=nothing&", "", StringComparison.Ordinal);
            using var answer = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync($"/api/match?culture={culture}&limit=500&{asked}"));
            var expected = answer.RootElement.GetProperty("matches").EnumerateArray().Select(m => m.GetProperty("park").GetProperty("url").GetString()!).Order(StringComparer.Ordinal).ToList();
            await tab.GotoAsync($"{prefix}/finder?{question}");
            await tab.WaitForFunctionAsync("said => document.querySelector('#results h2').textContent.startsWith(said)", culture == "zh-CN" ? "\u6ee1\u8db3\u5168\u90e8\u6761\u4ef6" : "Meeting every need");
            var found = await tab.EvaluateAsync<string[]>("() => { const end = document.querySelector('.listed > h2'); return [...document.querySelectorAll('.listed > article')].filter(a => !end || a.compareDocumentPosition(end) & 4).map(a => new URL(a.querySelector('h3 a').href).pathname).sort(); }");
            if (!found.Order(StringComparer.Ordinal).SequenceEqual(expected))
                wrong.Add($"{prefix} {question}: {string.Join(' ', found.Except(expected).Select(f => "+" + f).Concat(expected.Except(found).Select(e => "-" + e)))}");
        }

        // By hand: a choice is applied where it stands, its address can be kept, and going back takes it away.
        await tab.GotoAsync("/finder");
        var all = await tab.Locator("main h1").InnerTextAsync();
        await tab.GetByLabel("\u6807\u51c6\u5382\u623f", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await tab.WaitForURLAsync(url => url.EndsWith("/finder?kind=factory", StringComparison.Ordinal));
        // The address changes at once, the list when the index is there.
        await Assertions.Expect(tab.Locator("main h1")).Not.ToHaveTextAsync(all);
        if (!await tab.GetByLabel("\u6807\u51c6\u5382\u623f", new PageGetByLabelOptions { Exact = true }).IsCheckedAsync())
            wrong.Add("a choice in the finder changes nothing");
        await tab.GoBackAsync();
        await tab.Locator("main h1").And(tab.GetByText(all)).WaitForAsync();
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
