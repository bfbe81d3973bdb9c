namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class PageTests(RunningSite site)
{
    public static TheoryData<string> Types => ["home", "list", "park", "space", "job", "resource", "feature", "topic", "policy", "financeProduct", "contactPoint", "award", "district", "industry", "page", "progress"];

    [Theory, MemberData(nameof(Types))]
    public async Task Every_type_has_a_valid_page_in_both_languages(string type)
    {
        foreach (var document in site.Now.OfType(type).Take(type == "list" ? 20 : 3))
            foreach (var (prefix, language) in new[] { ("", "zh-CN"), ("/en", "en-US") })
            {
                var address = prefix + (document.Path == "/" && prefix.Length > 0 ? "" : document.Path);
                var answer = await site.Read(address);
                Assert.True(answer.Status == 200, $"{address}: {answer.Status}");
                var markup = Markup.Of(answer);
                Assert.Empty(markup.Faults());
                Assert.Equal(language, markup.Document.DocumentElement.GetAttribute("lang"));
                Assert.NotEmpty(markup.Document.Title!);
                Assert.NotEmpty(markup.Document.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
            }
    }

    [Fact]
    public async Task No_two_pages_have_the_same_title()
    {
        var titles = new Dictionary<string, string>();
        foreach (var document in Types.SelectMany(t => site.Now.OfType(t.Data)))
        {
            var title = Markup.Of(await site.Read(document.Path!)).Document.Title!;
            Assert.True(titles.TryAdd(title, document.Path!), $"{document.Path} and {titles.GetValueOrDefault(title)} are both called {title}");
        }
    }

    [Fact]
    public void Every_type_with_an_address_is_tested_here()
    {
        var routed = site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null).Select(t => t.Alias);
        Assert.Equal(Types.Select(t => t.Data).Order(StringComparer.Ordinal), routed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_tells_where_it_stands_in_the_other_language()
    {
        foreach (var (here, there, language) in new[] { ("/", "/en", "en-US"), ("/en", "/", "zh-CN"), ("/parks/nev-park", "/en/parks/nev-park", "en-US"), ("/en/jobs", "/jobs", "zh-CN") })
        {
            var document = Markup.Of(await site.Read(here)).Document;
            var alternate = document.QuerySelector($"link[rel=alternate][hreflang={language}]")!;
            Assert.Equal(there, new Uri(alternate.GetAttribute("href")!, UriKind.Absolute).AbsolutePath);
            Assert.Equal(here, new Uri(document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, UriKind.Absolute).AbsolutePath);
            Assert.Equal(there, document.QuerySelector(".tools a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Absolute_addresses_never_come_from_the_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/spaces?page=2");
        request.Headers.Host = "attacker.example";
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("attacker", page, StringComparison.Ordinal);
        Assert.Matches("<meta property=\"og:url\" content=\"http://127.0.0.1:\\d+/spaces\\?page=2\">", page);
    }

    [Fact]
    public async Task The_switch_of_language_keeps_the_filters()
    {
        var document = Markup.Of(await site.Read("/spaces?kind=lab&q=%E6%B4%81%E5%87%80&page=1")).Document;
        Assert.Equal("/en/spaces?kind=lab&q=%E6%B4%81%E5%87%80&page=1", document.QuerySelector(".tools a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_story_that_exists_only_in_chinese_says_so_to_english_readers()
    {
        var chinese = site.Now.OfType("feature").First(f => !f.IsIn(1));
        var answer = Markup.Of(await site.Read("/en" + chinese.Path)).Document;
        Assert.Contains("In Chinese only", answer.QuerySelectorAll(".ribbon").Select(r => r.TextContent).Single(t => t.Contains("Chinese", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("zh-CN", answer.QuerySelector("article header")!.GetAttribute("lang"));
        Assert.Equal("en-US", answer.DocumentElement.GetAttribute("lang"));

        var both = site.Now.OfType("feature").First(f => f.IsIn(1));
        foreach (var path in new[] { "/en" + both.Path, both.Path, chinese.Path })
            Assert.DoesNotContain("In Chinese only", (await site.Read(path!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_data_is_called_so_on_the_page_and_real_data_is_not()
    {
        foreach (var (path, sample) in new[] { ("/parks/nev-park", true), ("/spaces", true), ("/policies/action-plan-2023-2025", false), ("/about", false) })
            Assert.Equal(sample, Markup.Of(await site.Read(path)).Document.QuerySelector("aside.ribbon") is not null);
    }

    [Fact]
    public async Task Health_says_that_the_site_is_ready()
    {
        Assert.Equal((200, "ready"), (await site.Read("/health/ready")) is var ready ? (ready.Status, ready.Text) : default);
        Assert.Equal(200, (await site.Read("/health/live")).Status);
    }
}
