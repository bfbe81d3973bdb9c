using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ParkBrand.Tests.PublicSite;

/// <summary>The finder as a browser without script has it.</summary>
[Collection(nameof(RunningSite))]
public sealed class FinderTests(RunningSite site)
{
    private const string Asked = "/finder?kind=factory&area=3000&floorLoad=1&rail=20";

    public static TheoryData<string> Pages =>
    [
        "/finder", "/en/finder", Asked, "/en" + Asked, Asked + "&view=table", Asked + "&view=map", Asked + "&view=map&heat=available", "/en/finder?view=map&heat=output",
        Asked + "&view=map&heat=jobs", Asked + "&view=map&heat=talents", Asked + "&out=rail", "/finder?area=100000&floorLoad=20", "/en/finder?area=100000&view=map", Asked + "&prefer=rail&prefer=area",
        "/finder?area=abc&kind=shop&availableBy=x&rail=900&gas=maybe", "/finder?niche=%E7%94%B5%E9%95%80+%E6%BF%80%E5%85%89", "/finder?facilities=nursery&facilities=bonded&policy=green-factory&steam=1&gas=1&tenure=sale&cleanroom=iso5",
        "/finder?page=99", "/finder?page=2", "/finder?view=x&heat=y&out=z&prefer=q",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_view_is_whole_and_its_links_lead_somewhere(string path)
    {
        var answer = await site.Read(path);
        Assert.Equal(200, answer.Status);
        var page = Markup.Of(answer);
        Assert.Empty(page.Faults());
        foreach (var link in page.Links.Where(l => l.StartsWith("/finder", StringComparison.Ordinal) || l.StartsWith("/en/finder", StringComparison.Ordinal)).Distinct().Take(60))
            Assert.Equal((link, 200), (link, (await site.Read(link.Split('#')[0])).Status));
        foreach (var anchor in page.Links.Where(l => l.StartsWith('#')).Distinct())
            Assert.NotNull(page.Document.GetElementById(anchor[1..]));
    }

    [Fact]
    public async Task Chinese_pages_hold_no_English_and_English_ones_no_Chinese()
    {
        var chinese = Markup.Of(await site.Read(Asked + "&cleanroom=iso8&prefer=cleanroom"));
        var words = System.Text.RegularExpressions.Regex.Matches(chinese.Document.QuerySelector("main")!.TextContent, "[A-Za-z]{4,}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(words);
        var english = Markup.Of(await site.Read("/en" + Asked + "&cleanroom=iso8&prefer=cleanroom&view=map&heat=output"));
        Assert.DoesNotMatch("[\u3400-\u9fff]", english.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_form_keeps_what_was_asked()
    {
        var page = Markup.Of(await site.Read(Asked + "&prefer=rail&view=table&cleanroom=iso7&niche=LED&availableBy=2027-01-01&wasteWater=1")).Document;
        var form = (IHtmlFormElement)page.QuerySelector("#filters form")!;
        var sent = form.QuerySelectorAll("input, select").Select(Sent).OfType<string>().Order(StringComparer.Ordinal);
        Assert.Equal(["area=3000", "availableBy=2027-01-01", "cleanroom=iso7", "floorLoad=1", "kind=factory", "niche=LED", "prefer=rail", "rail=20", "view=table", "wasteWater=1"], sent);
        Assert.Equal("get", form.Method);
    }

    [Fact]
    public async Task What_was_not_understood_is_told_and_stays_in_its_field()
    {
        var page = Markup.Of(await site.Read("/finder?area=%3Cb%3Eabc&rail=20")).Document;
        Assert.Equal("<b>abc", page.QuerySelector(".finder-head q")!.TextContent);
        Assert.Equal("<b>abc", page.QuerySelector("input[name=area]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll(".ladder tbody tr").Skip(1));
    }

    [Fact]
    public async Task The_numbers_agree_with_each_other()
    {
        var page = Markup.Of(await site.Read(Asked + "&view=table"));
        var rows = page.Document.QuerySelectorAll(".ladder tbody tr").Select(r => r.QuerySelectorAll("td.num").Select(c => int.TryParse(c.TextContent.Trim('\u2212', '\u2013').Split('\uff1a')[0], out var n) ? n : 0).ToArray()).ToList();
        for (var i = 1; i < rows.Count; i++)
            Assert.Equal(rows[i - 1][1] - rows[i][0], rows[i][1]);
        Assert.Equal(rows[^1][1], page.Hits);
        Assert.Equal(page.Hits, page.Document.QuerySelectorAll(".found-parks tbody tr").Length);
        Assert.Equal(page.Hits, page.Document.QuerySelectorAll(".side-map .tile use:not([href='#t-out']):not([href='#t-near'])").Length);
        Assert.Equal(rows.Skip(1).Sum(r => r[2]), page.Document.QuerySelectorAll(".side-map .tile use[href='#t-near']").Length);
    }

    [Theory]
    [InlineData(Asked)]
    [InlineData("/finder?area=100000")]
    [InlineData("/finder?kind=lab&cleanroom=iso5&rail=10&niche=%E5%8C%BB%E7%96%97")]
    public async Task Each_offered_change_brings_the_park_that_it_names_back(string path)
    {
        var page = Markup.Of(await site.Read(path)).Document;
        var offers = page.QuerySelectorAll(".miss, .out li").Select(m => (Park: m.QuerySelector("a")!.GetAttribute("href")!, To: m.QuerySelectorAll("a")[^1].GetAttribute("href")!)).ToList();
        Assert.NotEmpty(offers);
        foreach (var (park, to) in offers.DistinctBy(o => o.To))
            Assert.Contains(park, Markup.Of(await site.Read(to + "&view=table")).Document.QuerySelectorAll(".found-parks th a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task When_nothing_matches_the_smallest_changes_come_first()
    {
        var page = Markup.Of(await site.Read("/finder?area=100000"));
        Assert.Equal(0, page.Hits);
        Assert.Equal(6, page.Document.QuerySelectorAll(".hits .listed > .miss").Length);
        Assert.Empty(page.Document.QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task The_heat_is_told_in_numbers_that_agree_with_the_tiles()
    {
        var page = Markup.Of(await site.Read(Asked + "&view=map&heat=jobs")).Document;
        var tiles = page.QuerySelectorAll(".big-map .heat").Length - page.QuerySelectorAll(".scale .heat").Length;
        Assert.Equal(tiles, page.QuerySelectorAll(".ranked li").Length);
        Assert.Equal(12, page.QuerySelectorAll(".districts tbody tr").Length);
        Assert.All(page.QuerySelectorAll(".big-map a.tile:has(.heat)"), t => Assert.Matches("[0-9]+", t.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task The_page_is_a_document_and_is_reached_from_home_and_from_the_parks()
    {
        var page = Markup.Of(await site.Read("/finder")).Document;
        Assert.NotNull(page.QuerySelector("link[hreflang='en-US']"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.NotNull(Markup.Of(await site.Read(Asked)).Document.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Contains("finder.", page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href"));
        foreach (var from in new[] { "/", "/parks" })
            Assert.Contains("/finder", Markup.Of(await site.Read(from)).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Contains("/en/finder", Markup.Of(await site.Read("/en/jobs")).Document.QuerySelectorAll(".nav a").Select(a => a.GetAttribute("href")));
    }

    private static string? Sent(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox", IsChecked: false } => null,
        IHtmlInputElement { Value.Length: > 0 } input => $"{input.Name}={input.Value}",
        IHtmlSelectElement { Value.Length: > 0 } select => $"{select.Name}={select.Value}",
        _ => null,
    };
}
