using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ParkBrand.Site.Feeds;

namespace ParkBrand.Tests.PublicSite;

/// <summary>Sitemaps, feeds and calendars, by the rules of their formats.</summary>
[Collection(nameof(RunningSite))]
public sealed class FeedTests(RunningSite site)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Image = "http://www.google.com/schemas/sitemap-image/1.1", Xhtml = "http://www.w3.org/1999/xhtml", Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Lists => new("parks", "spaces", "jobs", "resources", "features", "policies", "topics", "finance", "contacts", "awards", "districts", "industries");

    [Fact]
    public async Task The_sitemap_names_every_page_once_in_each_language()
    {
        var index = XDocument.Parse((await site.Read("/sitemap.xml")).Text).Root!;
        var all = new List<string>();
        foreach (var part in index.Elements(Map + "sitemap"))
        {
            Assert.NotNull(part.Element(Map + "lastmod"));
            var urls = XDocument.Parse((await site.Read(new Uri(part.Element(Map + "loc")!.Value).PathAndQuery)).Text).Root!.Elements(Map + "url").ToList();
            Assert.InRange(urls.Count, 1, 50_000);
            foreach (var url in urls)
            {
                all.Add(url.Element(Map + "loc")!.Value);
                Assert.True(DateTimeOffset.TryParseExact(url.Element(Map + "lastmod")!.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
                var alternates = url.Elements(Xhtml + "link").ToDictionary(l => l.Attribute("hreflang")!.Value, l => l.Attribute("href")!.Value);
                Assert.Contains(all[^1], alternates.Values);
                Assert.Contains("x-default", alternates.Keys);
                Assert.All(url.Elements(Image + "image"), i => Assert.StartsWith(site.Address.ToString(), i.Element(Image + "loc")!.Value, StringComparison.Ordinal));
            }
        }

        Assert.Equal(all.Count, all.Distinct().Count());
        var expected = site.Now.Schema.DocumentTypes.Keys.SelectMany(t => site.Now.OfType(t)).Where(d => d.Path is not null)
            .SelectMany(d => new[] { (0, ""), (1, "/en") }.Where(c => d.IsIn(c.Item1)).Select(c => site.Address.ToString().TrimEnd('/') + (d.Path == "/" && c.Item1 == 1 ? "/en" : c.Item2 + d.Path)));
        expected = expected.Concat(new[] { "open-data", "en/open-data", "assistant/quality", "en/assistant/quality" }.Select(p => site.Address + p));
        Assert.Equal(expected.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Contains($"Sitemap: {site.Address}sitemap.xml", (await site.Read("/robots.txt")).Text, StringComparison.Ordinal);
        // Each page says the same of itself.
        foreach (var address in all.Where((_, i) => i % 97 == 0))
        {
            var page = Markup.Of(await site.Read(new Uri(address).PathAndQuery)).Document;
            Assert.Equal(address, page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("/sitemap/job-2.xml")]
    [InlineData("/sitemap/job-01.xml")]
    [InlineData("/sitemap/nothing-1.xml")]
    [InlineData("/sitemap/settings-1.xml")]
    [InlineData("/en/sitemap.xml")]
    [InlineData("/xx/calendar.ics")]
    [InlineData("/spaces/calendar.ics")]
    [InlineData("/xx/jobs/feed")]
    [InlineData("/jobs/feed.xml")]
    [InlineData("/nothing/feed")]
    [InlineData("/parks/jobs/calendar.ics")]
    [InlineData("/xx/llms.txt")]
    public async Task There_is_nothing_else(string address) => Assert.Equal(404, (await site.Read(address)).Status);

    [Theory, MemberData(nameof(Lists))]
    public async Task Every_list_is_there_as_three_feeds_that_tell_the_same(string list)
    {
        foreach (var prefix in new[] { "", "/en" })
        {
            var head = Markup.Of(await site.Read($"{prefix}/{list}")).Document.Head!;
            var named = head.QuerySelectorAll("link[rel=alternate][type]").ToDictionary(l => l.GetAttribute("type")!, l => new Uri(l.GetAttribute("href")!).PathAndQuery);
            var rss = XDocument.Parse((await site.Read(named["application/rss+xml"])).Text).Root!.Element("channel")!;
            var atom = XDocument.Parse((await site.Read(named["application/atom+xml"])).Text).Root!;
            var json = JsonNode.Parse((await site.Read(named["application/feed+json"])).Text)!;
            foreach (var needed in new[] { "title", "link", "description" })
                Assert.NotEqual("", rss.Element(needed)!.Value);
            foreach (var needed in new[] { "title", "id", "updated", "author" })
                Assert.NotEqual("", atom.Element(Atom + needed)!.Value);
            Assert.Equal("https://jsonfeed.org/version/1.1", (string?)json["version"]);
            var ids = rss.Elements("item").Select(i => i.Element("guid")!.Value).ToList();
            Assert.InRange(ids.Count, 1, 50);
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Equal(ids, atom.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
            Assert.Equal(ids, json["items"]!.AsArray().Select(i => (string)i!["id"]!));
            Assert.All(atom.Elements(Atom + "entry"), e => Assert.All(new[] { "published", "updated" }, d => DateTimeOffset.ParseExact(e.Element(Atom + d)!.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
            Assert.All(json["items"]!.AsArray(), i => Assert.NotEqual("", (string?)i!["content_text"]));
            Assert.Equal(prefix.Length > 0, ids[0].EndsWith("#en-US", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_feed_has_the_filters_of_its_page_and_marks_samples()
    {
        var feed = JsonNode.Parse((await site.Read("/spaces/feed.json?kind=lab&sort=rent")).Text)!;
        var labs = site.Now.OfType("space").Where(d => d.In(0, site.Now.Schema)!.Values.Text("kind") == "lab").Select(d => "urn:uuid:" + d.Id).ToHashSet();
        Assert.All(feed["items"]!.AsArray(), i => Assert.Contains((string)i!["id"]!, labs));
        Assert.Equal(Math.Min(50, labs.Count), feed["items"]!.AsArray().Count);
        Assert.Equal(site.Address + "spaces/feed.json?kind=lab", (string?)feed["feed_url"]);
        Assert.All(feed["items"]!.AsArray(), i => Assert.Contains("示例数据", i!["tags"]!.AsArray().Select(t => (string)t!)));
        var page = Markup.Of(await site.Read("/spaces?kind=lab&sort=rent")).Document;
        Assert.Equal("/spaces/feed.json?kind=lab", page.QuerySelectorAll(".feed a")[2].GetAttribute("href"));
        // Days come newest first, though lists can be ordered otherwise.
        var days = feed["items"]!.AsArray().Select(i => (string)i!["date_published"]!).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Theory]
    [InlineData("/calendar.ics")]
    [InlineData("/en/calendar.ics")]
    [InlineData("/policies/calendar.ics")]
    [InlineData("/en/jobs/calendar.ics?field=production")]
    public async Task A_calendar_keeps_to_the_rules_of_its_format(string address)
    {
        var answer = await site.Read(address);
        Assert.Equal((200, "text/calendar; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.DoesNotContain("\n", answer.Text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(answer.Text.Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        var lines = answer.Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        Assert.Single(lines, l => l.StartsWith("PRODID:", StringComparison.Ordinal));
        var events = string.Join('\n', lines).Split("BEGIN:VEVENT\n")[1..].Select(e => e.Split('\n')).ToList();
        Assert.NotEmpty(events);
        foreach (var e in events)
        {
            string Value(string name) => Assert.Single(e, l => l.StartsWith(name + ":", StringComparison.Ordinal) || l.StartsWith(name + ";", StringComparison.Ordinal)).Split(':', 2)[1];
            DateTime.ParseExact(Value("DTSTAMP"), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(Value("DTSTART"), "yyyyMMdd", CultureInfo.InvariantCulture);
            Assert.Equal(day.AddDays(1), DateOnly.ParseExact(Value("DTEND"), "yyyyMMdd", CultureInfo.InvariantCulture));
            Assert.True(day >= new DateOnly(2026, 11, 22));
            Assert.StartsWith(site.Address.ToString(), Value("URL"), StringComparison.Ordinal);
            Assert.NotEqual("", Value("SUMMARY"));
        }

        var uids = lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Equal(uids.Count, uids.Distinct().Count());
    }

    [Theory]
    [InlineData("a,b;c\\d\ne\r\nf\u0007", "a\\,b\\;c\\\\d\\ne\\nf")]
    public void A_calendar_text_is_escaped(string text, string escaped) => Assert.Equal(escaped, CalendarText.Escaped(text));

    [Fact]
    public void A_line_is_folded_between_characters()
    {
        var folded = Encoding.UTF8.GetString(new CalendarText().Text("SUMMARY", string.Concat(Enumerable.Repeat("电池🔋a", 40))).Bytes());
        Assert.All(folded.Split("\r\n"), l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Equal("SUMMARY:" + string.Concat(Enumerable.Repeat("电池🔋a", 40)), folded.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd());
    }

    [Fact]
    public async Task The_guide_leads_only_to_what_is_there()
    {
        foreach (var address in new[] { "/llms.txt", "/en/llms.txt" })
        {
            var guide = await site.Read(address);
            Assert.StartsWith("# ", guide.Text, StringComparison.Ordinal);
            var links = System.Text.RegularExpressions.Regex.Matches(guide.Text, @"\]\(([^)]+)\)").Select(m => m.Groups[1].Value).ToList();
            Assert.InRange(links.Count, 15, 60);
            foreach (var link in links.Where(l => !l.Contains("/api/search", StringComparison.Ordinal) && !l.Contains("/api/match", StringComparison.Ordinal) && !l.EndsWith("/mcp", StringComparison.Ordinal)))
                Assert.Equal((link, 200), (link, (await site.Read(new Uri(link).PathAndQuery)).Status));
        }
    }

    [Fact]
    public async Task Files_are_made_once_and_sent_compressed()
    {
        foreach (var address in new[] { "/sitemap.xml", "/sitemap/park-1.xml", "/jobs/feed.atom", "/calendar.ics", "/llms.txt" })
        {
            var first = await site.Read(address, ("Accept-Encoding", "gzip"));
            Assert.Equal("gzip", first["Content-Encoding"]);
            Assert.Equal(304, (await site.Read(address, ("If-None-Match", first["ETag"]!))).Status);
        }
    }
}
