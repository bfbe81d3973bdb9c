using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ParkBrand.Content.Publishing;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Web.StaticSite;
using ParkBrand.Web.Verbs;

namespace ParkBrand.Tests.StaticSite;

/// <summary>The public site as files: what is in the folder, and what a change costs.</summary>
public sealed class ExportSiteTests
{
    [Fact]
    public async Task The_whole_site_stands_in_a_folder_and_follows_what_changes()
    {
        await using var site = new RunningSite();
        await site.InitializeAsync();
        using var target = new TestFolder();
        Assert.Equal(0, await Export(site, target.Path));
        var files = Files(target.Path);
        var pages = files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(f => f, f => File.ReadAllText(Path.Combine(target.Path, f)));
        foreach (var (language, culture) in site.Now.Schema.Languages.Select((l, i) => (l, i)))
            foreach (var park in site.Now.OfType("park", culture))
                Assert.Contains($"{language.UrlPrefix}{park.Path}/index.html".TrimStart('/'), files);

        var broken = pages.SelectMany(p => Broken(p.Key, p.Value, files)).Take(10);
        Assert.Empty(broken);
        Assert.All(pages, p => Assert.DoesNotContain("127.0.0.1", p.Value, StringComparison.Ordinal));
        var jobs = new HtmlParser().ParseDocument(pages["jobs/index.html"]);
        Assert.All(jobs.QuerySelectorAll("form"), f => Assert.Equal("search", f.GetAttribute("role")));
        Assert.Empty(jobs.QuerySelectorAll("#filters, [href*='/assistant'], [href*='/reading/']"));
        Assert.Equal("page-2/index.html", jobs.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Replace("../jobs/", "", StringComparison.Ordinal));
        var rows = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(target.Path, "search-index.zh-CN.json"), Cancellation)).RootElement;
        Assert.All(rows.EnumerateArray(), r => Assert.Contains(r[1].GetString()!, files));
        Assert.Contains("search-index.zh-CN.json", pages["search/index.html"], StringComparison.Ordinal);

        // The finder has its form, its script and its words; whoever comes to the assistant is told why nobody answers, and led on.
        var finder = new HtmlParser().ParseDocument(pages["finder/index.html"]);
        Assert.Equal("#results", finder.QuerySelector("#filters form")!.GetAttribute("action"));
        Assert.Contains("static-finder.", Assert.Single(finder.QuerySelectorAll("script[data-index]")).GetAttribute("src"), StringComparison.Ordinal);
        Assert.Single(finder.QuerySelectorAll("header noscript"));
        Assert.Contains("../finder/index.html", pages["parks/index.html"], StringComparison.Ordinal);
        var assistant = new HtmlParser().ParseDocument(pages["assistant/index.html"]);
        Assert.Empty(assistant.QuerySelectorAll("main form, script"));
        Assert.Contains("../search/index.html", assistant.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.All(pages.Where(p => !p.Key.EndsWith("assistant/index.html", StringComparison.Ordinal)), p => Assert.DoesNotMatch("\"(\\.\\./)*(en/)?assistant/index\\.html", p.Value));

        var space = site.Now.OfType("space", 0).First(s => s.Path!.StartsWith("/parks/robotics-park/", StringComparison.Ordinal));
        var name = space.In(0, site.Now.Schema)!.Name;
        Assert.Contains($"{space.Path![1..]}/index.html", files);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(space.Id, []), c));
        var before = Times(target.Path);
        Assert.Equal(0, await Export(site, target.Path));
        Assert.DoesNotContain($"{space.Path[1..]}/index.html", Files(target.Path));
        Assert.DoesNotContain(name, await File.ReadAllTextAsync(Path.Combine(target.Path, "parks/robotics-park/index.html"), Cancellation), StringComparison.Ordinal);
        var after = Times(target.Path);
        var written = after.Where(f => before.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).ToList();
        // The park, its neighbours of the same place, lists, counts on home pages: not the stories, jobs and policies.
        Assert.InRange(written.Count, 5, after.Count / 4);
        Assert.Equal(before["parks/nev-park/index.html"], after["parks/nev-park/index.html"]);
    }

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/parks/robotics-park", "parks/robotics-park/index.html")]
    [InlineData("/en/jobs?page=3", "en/jobs/page-3/index.html")]
    [InlineData("/jobs?district=zhoushi", "jobs/index.html")]
    [InlineData("/jobs/feed", "jobs/feed.rss")]
    [InlineData("/en/jobs/feed.atom", "en/jobs/feed.atom")]
    [InlineData("/assets/site.0123.css", "assets/site.0123.css")]
    [InlineData("/media/0123abcd/%E5%9B%BE.svg", "media/0123abcd/\u56fe.svg")]
    [InlineData("/media/card-640/0123abcd/a.jpg", "media/card-640/0123abcd/a.jpg.webp")]
    [InlineData("/en/finder?area=3000", "en/finder/index.html")]
    [InlineData("/assistant", null)]
    [InlineData("//elsewhere.example/x", null)]
    [InlineData("https://elsewhere.example/x", null)]
    public void An_address_has_one_place(string link, string? file) => Assert.Equal(file, StaticAddress.Of(link, ["/en"])?.File);

    [Theory]
    [InlineData("/jobs/feed", true)]
    [InlineData("/open-data/parks.csv", true)]
    [InlineData("/sitemap.xml", true)]
    [InlineData("/assets/site.0123.css", false)]
    [InlineData("/jobs", false)]
    [InlineData("/404.html", false)]
    public void What_names_whole_addresses_has_no_file_where_none_is_known(string link, bool machine)
    {
        Assert.Equal(machine, new StaticPages("http://127.0.0.1:1", ["/en"], Relative: true).Address(link) is null);
        Assert.NotNull(new StaticPages("https://parks.example", ["/en"], Relative: false).Address(link));
    }

    [Fact]
    public async Task What_needs_a_server_leads_to_where_one_runs()
    {
        const string html = """<main><p data-live="link"><a href="#filters">f</a></p><p data-live>x</p><ul><li><a href="/assistant?about=a">a</a></li><li><a href="/jobs">j</a></li></ul><form></form></main>""";
        foreach (var (live, expected) in new[]
        {
            ("https://ask.example", """<p><a href="https://ask.example/en/jobs?page=2#filters">f</a></p><ul><li><a href="https://ask.example/assistant?about=a">a</a></li><li><a href="/jobs">j</a></li></ul>"""),
            (null, """<ul><li><a href="/jobs">j</a></li></ul>"""),
        })
        {
            var page = (AngleSharp.Html.Dom.IHtmlDocument)await new HtmlParser().ParseDocumentAsync(html, Cancellation);
            new StaticPages("https://parks.example", ["/en"], Relative: false, live).Rewrite(page, new StaticAddress("/en/jobs", 2), _ => { });
            Assert.Equal(expected, page.QuerySelector("main")!.InnerHtml);
        }
    }

    [Fact]
    public void With_a_base_links_stay_as_they_are_and_without_one_they_are_relative()
    {
        var (park, jobs) = (new StaticAddress("/parks/robotics-park"), new StaticAddress("/jobs", 2));
        Assert.Equal("../../jobs/page-2/index.html", park.WayTo(jobs, relative: true));
        Assert.Equal("/jobs/page-2/", park.WayTo(jobs, relative: false));
        Assert.Equal("/parks/robotics-park", jobs.WayTo(park, relative: false));
    }

    [Fact]
    public void Nothing_is_written_outside_of_the_folder()
    {
        using var target = new TestFolder();
        Assert.Throws<IOException>(() => new StaticFolder(Path.Combine(target.Path, "out"), packed: false).Put("../x.html", [1]));
        Assert.Empty(Directory.GetFiles(target.Path));
    }

    [Fact]
    public void What_others_put_into_the_folder_stays()
    {
        using var target = new TestFolder();
        File.WriteAllText(Path.Combine(target.Path, "CNAME"), "parks.example");
        foreach (var files in new[] { new[] { "a/index.html", "b.html" }, ["b.html"] })
        {
            var folder = new StaticFolder(target.Path, packed: true);
            foreach (var file in files)
                folder.Put(file, "<p>"u8.ToArray());
            folder.Finish();
        }

        Assert.Equal([".parkbrand-export.json", "CNAME", "b.html", "b.html.br", "b.html.gz"], Directory.EnumerateFileSystemEntries(target.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<int> Export(RunningSite site, string target) =>
        ExportSite.Run(["--data", site.DataFolder, "--schema", RepositoryRoot.File("umbraco.json"), "--out", target, "--plain"]);

    private static HashSet<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f))];

    private static Dictionary<string, DateTime> Times(string folder) => Files(folder).ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(folder, f)));

    private static IEnumerable<string> Broken(string page, string html, HashSet<string> files)
    {
        foreach (Match link in Regex.Matches(html, " (?:href|src|action)=\"([^\"#?]+)[^\"]*\""))
            if (link.Groups[1].Value is var way && !Regex.IsMatch(way, "^(https?|mailto|tel):")
                && Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(page)!, Uri.UnescapeDataString(way)))) is var file && !files.Contains(file))
                yield return $"{page}: {way}";
    }
}
