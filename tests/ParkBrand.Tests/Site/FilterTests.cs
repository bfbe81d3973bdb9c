namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class FilterTests(RunningSite site)
{
    public static TheoryData<string> Lists => ["/spaces", "/jobs", "/parks", "/resources", "/features", "/policies", "/finance", "/en/spaces", "/en/jobs"];

    [Theory, MemberData(nameof(Lists))]
    public async Task The_number_beside_a_filter_is_the_number_of_results_behind_it(string list)
    {
        var facets = Markup.Of(await site.Read(list)).Facets.ToList();
        Assert.NotEmpty(facets);
        foreach (var (name, value, count) in facets)
            Assert.Equal((name, value, count), (name, value, await Hits($"{list}?{name}={value}")));
    }

    [Theory]
    [InlineData("/spaces", "kind", "factory")]
    [InlineData("/spaces", "sector", "new-energy")]
    [InlineData("/jobs", "degree", "master")]
    [InlineData("/jobs", "district", "ketd")]
    public async Task With_one_filter_chosen_the_numbers_are_those_of_both_together(string list, string name, string value)
    {
        var chosen = $"{list}?{name}={value}";
        foreach (var facet in Markup.Of(await site.Read(chosen)).Facets.ToList())
        {
            var expected = facet.Name == name && facet.Value != value
                // Values of one facet widen each other: the number is that of the value alone.
                ? await Hits($"{list}?{facet.Name}={facet.Value}")
                : await Hits(facet.Name == name ? chosen : $"{chosen}&{facet.Name}={facet.Value}");
            Assert.Equal((facet.Name, facet.Value, expected), facet);
        }
    }

    [Fact]
    public async Task Values_of_one_facet_widen_and_facets_narrow_each_other()
    {
        var (labs, pilots) = (await Hits("/spaces?kind=lab"), await Hits("/spaces?kind=pilot"));
        Assert.Equal(labs + pilots, await Hits("/spaces?kind=lab&kind=pilot"));
        Assert.InRange(await Hits("/spaces?kind=lab&district=knd"), 0, labs - 1);
    }

    [Fact]
    public async Task Results_are_what_was_asked_for()
    {
        var labs = Markup.Of(await site.Read("/spaces?kind=lab&sort=largest")).Document.QuerySelectorAll(".hits tbody th a").Select(a => site.Now.Resolve(a.GetAttribute("href")!).Document!).ToList();
        var values = labs.Select(l => l.In(0, site.Now.Schema)!.Values).ToList();
        Assert.All(values, v => Assert.Equal("lab", v.Text("kind")));
        Assert.Equal(values.Select(v => v.Number("areaMax")).OrderDescending(), values.Select(v => v.Number("areaMax")));
    }

    [Theory]
    [InlineData("kind=unknown")]
    [InlineData("kind=")]
    [InlineData("unknown=lab")]
    [InlineData("sort=x")]
    [InlineData("sort=")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=99999")]
    [InlineData("page=99999999999999999999")]
    [InlineData("page=abc")]
    [InlineData("page=1.5")]
    [InlineData("page=%2b1")]
    [InlineData("kind=lab&kind=lab&kind=lab")]
    [InlineData("sort=rent&sort=load")]
    [InlineData("q=%28%2a%5b")]
    [InlineData("q=%22%20OR%201%3D1%20--")]
    [InlineData("q=%25_%5c")]
    [InlineData("q=%F0%9F%98%80")]
    [InlineData("q=+++,,,")]
    public async Task Whatever_the_query_is_the_page_is_whole(string query)
    {
        foreach (var list in new[] { "/spaces", "/en/jobs", "/parks", "/features", "/topics" })
        {
            var answer = await site.Raw($"{list}?{query}");
            Assert.Equal((list, 200), (list, answer.Status));
            Assert.Empty(Markup.Of(answer).Faults());
        }
    }

    [Fact]
    public async Task Page_numbers_out_of_range_show_the_nearest_page()
    {
        var (first, pages) = (Titles(await site.Read("/jobs")), ((await Hits("/jobs")) + 29) / 30);
        foreach (var low in new[] { "0", "-1", "abc", "", "1" })
            Assert.Equal(first, Titles(await site.Read($"/jobs?page={low}")));
        Assert.Equal(Titles(await site.Read($"/jobs?page={pages}")), Titles(await site.Read("/jobs?page=9999")));
        Assert.NotEqual(first, Titles(await site.Read("/jobs?page=2")));
    }

    [Fact]
    public async Task All_pages_of_a_list_together_hold_each_record_once()
    {
        foreach (var list in new[] { "/spaces", "/jobs?sort=pay", "/resources" })
        {
            var found = new List<string>();
            for (string? next = list; next is not null;)
            {
                var page = Markup.Of(await site.Read(next));
                found.AddRange(page.Document.QuerySelectorAll(".hits tbody th a").Select(a => a.GetAttribute("href")!));
                next = page.Document.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
            }

            Assert.Equal(await Hits(list), found.Count);
            Assert.Equal(found.Count, found.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</textarea></title><svg/onload=alert(1)>")]
    [InlineData("{{7*7}} ${7*7} @(7*7)")]
    [InlineData("&lt;b&gt; &amp;amp;")]
    [InlineData("javascript:alert(1)")]
    public async Task Words_that_were_typed_come_back_as_words(string typed)
    {
        foreach (var list in new[] { "/spaces", "/en/jobs" })
        {
            var answer = await site.Read($"{list}?q={Uri.EscapeDataString(typed)}&kind={Uri.EscapeDataString(typed)}&sort={Uri.EscapeDataString(typed)}&{Uri.EscapeDataString(typed)}=1");
            var markup = Markup.Of(answer);
            Assert.Empty(markup.Faults());
            Assert.Equal(typed, markup.Document.QuerySelector("#f-q")!.GetAttribute("value"));
            Assert.Empty(markup.Document.QuerySelectorAll("b > script, img[src=x]"));
        }
    }

    [Fact]
    public async Task Words_find_what_holds_them_and_best_matches_come_first()
    {
        var page = Markup.Of(await site.Read($"/spaces?q={Uri.EscapeDataString("洁净 晶圆")}"));
        Assert.InRange(page.Hits, 1, 180);
        Assert.Contains("ic-packaging-park", page.Document.QuerySelector(".hits tbody th a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(0, await Hits("/spaces?q=zzzzqqq"));
    }

    [Fact]
    public async Task A_filtered_list_is_not_for_search_engines_but_its_pages_are()
    {
        Assert.NotNull(Markup.Of(await site.Read("/spaces?kind=lab")).Document.QuerySelector("meta[name=robots]"));
        Assert.Null(Markup.Of(await site.Read("/spaces?page=2")).Document.QuerySelector("meta[name=robots]"));
        Assert.Null(Markup.Of(await site.Read("/spaces")).Document.QuerySelector("meta[name=robots]"));
    }

    private async Task<int> Hits(string address) => Markup.Of(await site.Read(address)).Hits;

    private static List<string> Titles(Answer answer) => Markup.Of(answer).Document.QuerySelectorAll(".hits tbody th a").Select(a => a.TextContent).ToList();
}
