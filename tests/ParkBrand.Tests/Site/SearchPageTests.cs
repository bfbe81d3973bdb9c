using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>One search over everything, as a page.</summary>
[Collection(nameof(RunningSite))]
public sealed class SearchPageTests(RunningSite site)
{
    private static readonly string NewEnergy = "/search?q=" + Uri.EscapeDataString("新能源");

    [Fact]
    public async Task What_was_asked_for_is_marked_in_title_and_text()
    {
        var page = await Page(NewEnergy);
        Assert.Equal("新能源", page.Document.QuerySelector(".answer h3 mark")!.TextContent);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".passage mark"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".answer time[datetime]"));
        Assert.Equal(20, page.Document.QuerySelectorAll(".answer").Length);
    }

    [Fact]
    public async Task The_number_on_a_tab_is_the_number_of_results_behind_it()
    {
        var tabs = (await Page(NewEnergy)).Document.QuerySelectorAll(".tabs a").ToList();
        Assert.InRange(tabs.Count, 4, 10);
        Assert.Equal("page", tabs[0].GetAttribute("aria-current"));
        foreach (var tab in tabs)
        {
            var behind = await Page(tab.GetAttribute("href")!);
            Assert.Equal((tab.TextContent, Count(tab)), (tab.TextContent, behind.Hits));
            Assert.Equal(tab.TextContent, behind.Document.QuerySelector(".tabs a[aria-current]")!.TextContent);
        }

        Assert.Equal(Count(tabs[0]), tabs.Skip(1).Sum(Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&type=space")]
    [InlineData("&type=job")]
    [InlineData("&type=job&district=ketd")]
    public async Task The_number_beside_a_filter_is_the_number_of_results_behind_it(string narrowed)
    {
        var address = "/search?q=" + Uri.EscapeDataString("工程师 厂房") + narrowed;
        var facets = (await Page(address)).Facets.Where(f => !address.Contains($"{f.Name}={f.Value}", StringComparison.Ordinal)).ToList();
        foreach (var (name, value, count) in facets.Where(f => !narrowed.Contains(f.Name + "=", StringComparison.Ordinal)))
            Assert.Equal((name, value, count), (name, value, (await Page($"{address}&{name}={value}")).Hits));
        Assert.True(facets.Count > 2, address);
    }

    [Fact]
    public async Task All_pages_together_hold_each_result_once()
    {
        var found = new List<string>();
        for (var next = NewEnergy; next is not null;)
        {
            var page = await Page(next);
            found.AddRange(page.Document.QuerySelectorAll(".answer h3 a").Select(a => a.GetAttribute("href")!));
            next = page.Document.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal((await Page(NewEnergy)).Hits, found.Count);
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(found[^1], (await Page(NewEnergy + "&page=9999")).Document.QuerySelector(".answer:last-child h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_newest_come_first_when_they_are_asked_for()
    {
        var days = (await Page(NewEnergy + "&sort=newest")).Document.QuerySelectorAll(".answer time").Select(t => t.GetAttribute("datetime")!).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Fact]
    public async Task A_repaired_query_says_what_it_became()
    {
        var said = (await Page("/search?q=xinnengyuan")).Document.QuerySelector(".understood")!.TextContent;
        Assert.Contains("“xinnengyuan”", said, StringComparison.Ordinal);
        Assert.Contains("“新能源”", said, StringComparison.Ordinal);
        Assert.Null((await Page(NewEnergy)).Document.QuerySelector(".understood"));
    }

    [Fact]
    public async Task Nothing_found_leads_on()
    {
        var page = await Page("/search?q=zeppelin");
        Assert.Equal(0, page.Hits);
        Assert.Contains("zeppelin", page.Document.QuerySelector(".state h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.Links, l => l == "/contacts");
        Assert.Contains(page.Document.QuerySelectorAll(".state a"), a => a.GetAttribute("href")!.StartsWith("/search?q=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_filters_leave_nothing_the_words_alone_are_offered()
    {
        var page = await Page(NewEnergy + "&type=contactPoint&district=zhouzhuang");
        Assert.Equal(0, page.Hits);
        var wider = page.Document.QuerySelector(".state li a")!;
        Assert.Equal(page.Number(".state li a"), (await Page(wider.GetAttribute("href")!)).Hits);
        Assert.Equal(NewEnergy, wider.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_question_the_page_says_what_could_be_asked()
    {
        foreach (var (address, language) in new[] { ("/search", 0), ("/en/search", 1), ("/search?q=", 0), ("/search?q=%20%20", 0), ("/search?type=unknown", 0) })
        {
            var page = await Page(address);
            var queries = site.Now.OfType("vocabulary").Single().In(language, site.Now.Schema)!.Values.Texts("queries");
            Assert.Subset(queries.ToHashSet(), page.Document.QuerySelectorAll(".try a").Select(a => a.TextContent).ToHashSet());
            Assert.NotEmpty(page.Document.QuerySelectorAll(".try a"));
            Assert.Equal(site.Now.OfType("park").Count, page.Number(".start .facts dd"));
            Assert.Empty(page.Document.QuerySelectorAll("#results"));
        }
    }

    [Fact]
    public async Task The_search_is_for_search_engines_and_its_results_are_not()
    {
        Assert.Null((await Page("/search")).Document.QuerySelector("meta[name=robots]"));
        foreach (var asked in new[] { NewEnergy, "/search?type=job", "/en/search?q=battery", "/search?q=zeppelin" })
            Assert.Equal("noindex", (await Page(asked)).Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Every_page_has_a_box_that_leads_to_the_search()
    {
        foreach (var (path, search) in new[] { ("/", "/search"), ("/en", "/en/search"), ("/parks/nev-park", "/search"), ("/jobs", "/search"), ("/no-such-page", "/search"), ("/en/search", "/en/search") })
        {
            var document = Markup.Of(await site.Read(path)).Document;
            Assert.All(document.QuerySelectorAll("form[role=search]"), f => Assert.Equal((search, "q"), (f.GetAttribute("action"), f.QuerySelector("input")!.GetAttribute("name"))));
            Assert.NotEmpty(document.QuerySelectorAll("form[role=search]"));
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</mark></input></title><svg/onload=alert(1)>新能源")]
    [InlineData("{{7*7}} ${7*7} @(7*7) {0} {1}")]
    [InlineData("&lt;b&gt; &amp;amp;")]
    public async Task Words_that_were_typed_come_back_as_words(string typed)
    {
        var q = Uri.EscapeDataString(typed);
        foreach (var address in new[] { $"/search?q={q}", $"/en/search?q={q}&type={q}&kind={q}&area={q}&pay={q}&degree={q}&sector={q}&district={q}&park={q}&sort={q}&{q}=1" })
        {
            var page = await Page(address);
            Assert.Equal(typed, page.Document.QuerySelector("#q")!.GetAttribute("value"));
            Assert.Empty(page.Document.QuerySelectorAll("b > script, img[src=x], mark script, svg[onload]"));
        }
    }

    [Fact]
    public async Task Whatever_is_asked_the_page_is_whole()
    {
        await site.Indexed();
        var random = new Random(20261122);
        var queries = Enumerable.Range(0, 120).Select(_ => Raw(random)).Concat(["%ED%A0%80", "%ED%B0%80%ED%A0%80", "%", "%zz", "%00", "%F0%9F%98", "+++", "%22%22", "-", "\"", new string('a', 7000), string.Concat(Enumerable.Repeat("%E9%95%BF", 850))]);
        foreach (var query in queries)
            foreach (var address in new[] { $"/search?q={query}", $"/search?q=a&type={query}&area={query}&page={query}", $"/search/feed?q={query}" })
            {
                var answer = await site.Raw(address);
                Assert.True(answer.Status is 200 or 400 or 414, $"{answer.Status}: {address}");
            }
    }

    [Fact]
    public async Task Half_a_character_is_no_fault()
    {
        // 200 units are kept; the last one is the first half of a pair.
        Assert.Equal(200, (await site.Read("/search?q=" + Uri.EscapeDataString(new string('a', 199) + "😀😀"))).Status);
    }

    private async Task<Markup> Page(string address)
    {
        await site.Indexed();
        var answer = await site.Read(address);
        Assert.Equal((address, StatusCodes.Status200OK), (address, answer.Status));
        var page = Markup.Of(answer);
        Assert.Empty(page.Faults());
        return page;
    }

    private static int Count(IElement tab) => int.Parse(tab.QuerySelector("b")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Bytes of any kind, percent-encoded: half of them are no UTF-8.</summary>
    private static string Raw(Random random)
    {
        var bytes = new byte[random.Next(1, 60)];
        random.NextBytes(bytes);
        var text = random.Next(2) == 0 ? bytes : Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(1, 0xd7ff))));
        return string.Concat(text.Select(b => $"%{b:x2}"));
    }
}
