using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Indexing;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>A running site whose index has caught up.</summary>
internal static class SearchedSite
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>Waits, some seconds at most, until everything published is in the index.</summary>
    public static async Task Indexed(this RunningSite site)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (site.Get<Indexer>() is { Current: not null } indexer && indexer.Stamp >= site.Now.Stamp)
                return;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The index did not catch up.");
    }

    public static SearchResults Find(this RunningSite site, string text, int culture = 0, Func<SearchRequest, SearchRequest>? with = null)
    {
        var request = new SearchRequest(text, culture, Today) { Take = 50 };
        return site.Get<SiteSearch>().Search(with?.Invoke(request) ?? request, site.Now);
    }

    public static List<string> Paths(this SearchResults results) => results.Items.Select(i => i.Document.Path!).ToList();
}

/// <summary>People type in many ways; the park that they mean comes first.</summary>
[Collection(nameof(RunningSite))]
public sealed class SearchTests(RunningSite site)
{
    [Theory]
    [InlineData("新能源汽车产业园", 0)]
    [InlineData("新能源汽车", 0)]
    [InlineData("新能源汽車", 0)]
    [InlineData("xinnengyuanqiche", 0)]
    [InlineData("xin neng yuan qi che", 0)]
    [InlineData("xinlengyuanqice", 0)]
    [InlineData("xnyqc", 0)]
    [InlineData("新能原汽车", 0)]
    [InlineData("ＮＥＷ　ＥＮＥＲＧＹ　ｖｅｈｉｃｌｅ", 1)]
    [InlineData("new energy vehicle park", 1)]
    [InlineData("\"新能源汽车\"", 0)]
    public async Task However_it_is_typed_the_park_is_found(string typed, int culture)
    {
        await site.Indexed();
        Assert.Contains("/parks/nev-park", site.Find(typed, culture).Paths().Take(3));
    }

    [Theory]
    [InlineData("xinnengyuan", "新能源")]
    [InlineData("新能原汽车", "新能源汽车")]
    [InlineData("半倒体", "半导体")]
    [InlineData("semicondutor", "semiconductor")]
    public async Task What_was_put_right_is_said(string typed, string meant)
    {
        await site.Indexed();
        Assert.Equal(meant, site.Find(typed).Repaired);
    }

    [Theory]
    [InlineData("新能源")]
    [InlineData("洁净室")]
    [InlineData("robot")]
    public async Task What_is_right_is_left_alone(string typed)
    {
        await site.Indexed();
        Assert.Null(site.Find(typed).Repaired);
    }

    [Theory]
    [InlineData("\u6fc0\u5149", 0, "/parks/laser-park")]
    [InlineData("laser", 1, "/parks/laser-park")]
    public async Task A_park_stands_before_its_records_that_are_called_so_too(string typed, int culture, string park)
    {
        await site.Indexed();
        Assert.Equal(park, site.Find(typed, culture).Paths()[0]);
    }

    [Fact]
    public async Task A_word_with_a_minus_is_left_out()
    {
        await site.Indexed();
        var all = site.Find("洁净室").Paths();
        var some = site.Find("洁净室 -实验室").Paths();
        Assert.NotEmpty(some);
        Assert.True(site.Find("洁净室 -实验室").Total < site.Find("洁净室").Total);
        Assert.NotEqual(all, some);
    }

    [Fact]
    public async Task Marks_stand_where_the_words_are()
    {
        await site.Indexed();
        foreach (var (query, culture) in new[] { ("機器人 減速器", 0), ("battery testing", 1), ("jiqiren", 0), ("8000平米 厂房", 0) })
            foreach (var hit in site.Find(query, culture).Items)
                foreach (var text in new[] { hit.Title, hit.Text }.OfType<MarkedText>())
                {
                    var last = 0;
                    foreach (var (start, length) in text.Marks)
                    {
                        Assert.True(start >= last && length > 0 && start + length <= text.Text.Length, $"{query}: {text.Text} {start}+{length}");
                        last = start + length;
                    }
                }

        var title = site.Find("機器人").Items.First(i => i.Document.Path == "/parks/robotics-park").Title;
        Assert.Contains(title.Marks, m => title.Text.Substring(m.Start, m.Length).Contains("机器人", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_narrow_and_counts_agree_with_what_they_lead_to()
    {
        await site.Indexed();
        var open = site.Find("设备");
        foreach (var facet in open.Facets)
            foreach (var value in facet.Values.Take(5))
            {
                var narrowed = site.Find("设备", with: r => r with { Filters = new Dictionary<string, IReadOnlyCollection<string>> { [facet.Field] = [value.Value] } });
                Assert.Equal((facet.Field, value.Value, value.Count), (facet.Field, value.Value, narrowed.Total));
            }
    }

    [Fact]
    public async Task Pages_of_results_join_without_gap_or_overlap()
    {
        await site.Indexed();
        var all = site.Find("平台").Items.Select(i => i.Document.Id).ToList();
        var joined = Enumerable.Range(0, 10).SelectMany(p => site.Find("平台", with: r => r with { Skip = p * 5, Take = 5 }).Items).Select(i => i.Document.Id).ToList();
        Assert.Equal(all.Take(joined.Count), joined);
        Assert.Equal(joined.Count, joined.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_is_equal_takes_turns_by_day()
    {
        await site.Indexed();
        var orders = Enumerable.Range(0, 12).Select(d => string.Join(' ', site.Find("", with: r => r with { Day = r.Day.AddDays(d) }).Items.Select(i => i.Document.Slug))).Distinct().Count();
        Assert.True(orders > 0);
    }

    [Fact]
    public async Task Nothing_found_is_an_answer_too()
    {
        await site.Indexed();
        var results = site.Find("zzqqxxyyvv");
        Assert.Equal((0, true), (results.Total, results.Ready));
        Assert.Empty(results.Items);
    }

    [Theory]
    [InlineData("新能", "park", "新能源汽车产业园")]
    [InlineData("xnyqc", "park", "新能源汽车产业园")]
    [InlineData("jiqiren", "park", "机器人")]
    [InlineData("新显示", "taxonomy", "新显示")]
    public async Task Suggestions_follow_the_beginning_of_a_name(string typed, string kind, string name)
    {
        await site.Indexed();
        var suggestions = site.Get<SiteSearch>().Suggest(typed, 0, site.Now);
        Assert.Contains(suggestions, s => s.Kind == kind && s.Text.Contains(name, StringComparison.Ordinal));
        Assert.True(suggestions.Count <= 10);
        foreach (var suggestion in suggestions)
            Assert.Equal(200, (await site.Read(suggestion.Url)).Status);
    }
}
