namespace ParkBrand.Tests.PublicSite;

/// <summary>Addresses that are not pages: mistyped, hostile, or written another way.</summary>
[Collection(nameof(RunningSite))]
public sealed class AddressingTests(RunningSite site)
{
    [Theory]
    [InlineData("/no-such-page", "zh-CN")]
    [InlineData("/en/no-such-page", "en-US")]
    [InlineData("/parks/no-such-park", "zh-CN")]
    [InlineData("/en/parks/nev-park/spaces/none", "en-US")]
    [InlineData("/english", "zh-CN")]
    [InlineData("/media/0000/x.svg", "zh-CN")]
    [InlineData("/assets/none.css", "zh-CN")]
    [InlineData("/Parks", "zh-CN")]
    public async Task An_unknown_address_says_so_in_the_reader_s_language(string path, string language)
    {
        var answer = await site.Read(path);
        Assert.Equal(404, answer.Status);
        var markup = Markup.Of(answer);
        Assert.Empty(markup.Faults());
        Assert.Equal(language, markup.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("noindex", markup.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Contains((language == "en-US" ? "/en" : "") + "/parks", markup.Links);
    }

    [Theory]
    [InlineData("/parks/", "/parks")]
    [InlineData("/parks///", "/parks")]
    [InlineData("/en/", "/en")]
    [InlineData("/en/parks/?sector=new-energy&page=2", "/en/parks?sector=new-energy&page=2")]
    [InlineData("/policies/rent-relief-2025/", "/policies/rent-relief-2025")]
    public async Task A_slash_at_the_end_leads_to_the_one_address(string path, string to)
    {
        var answer = await site.Raw(path);
        Assert.Equal((301, to), (answer.Status, answer["Location"]));
    }

    public static TheoryData<string> Odd =>
    [
        "/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/..%5c..%5cwindows", "/%2e%2e%5c%2e%2e", "/media/..%2f..%2fparkbrand.db/x",
        "/media/%2e%2e/%2e%2e/parkbrand.db", "/assets/..%2f..%2fumbraco.json", "/assets/%00", "/parks%00", "/parks/%00nev-park", "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "/%e0%80%ae",
        "/%ff%fe", "/%", "/%zz", "/%u002e", "//evil.example", "///evil.example/", "/\\evil.example", "/parks;jsessionid=1", "/parks?", "/parks?&&&==&", "/parks?%00=%00", "/parks?q=%00",
        "/parks?q=%ff%fe%fd", "/parks?q=%ed%a0%80", "/parks?sort[]=x&sort[]=y", "/en//parks", "/en/..", "/./parks", "/parks/.", "/%20", "/%0d%0aSet-Cookie:x=1", "/parks?x=%0d%0aSet-Cookie:%20x=1",
        "/.git/config", "/umbraco", "/umbraco.json", "/parkbrand.db", "/appsettings.json", "/web.config", "/%F0%9F%98%80", "/*", "/parks/*", "/{slug}", "/reading/elder/..", "/reading/%2e%2e", "*", "http://evil.example/parks",
    ];

    [Theory, MemberData(nameof(Odd))]
    public async Task An_odd_address_is_never_a_fault_of_ours_and_shows_nothing(string target)
    {
        var answer = await site.Raw(target);
        Assert.True(answer.Status is 200 or 301 or 302 or 400 or 404 or 405, $"{target}: {answer.Status}");
        Assert.Null(answer["Set-Cookie"]);
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dataTypes", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ParkBrand", answer.Text, StringComparison.Ordinal);
        if (answer["Location"] is { } to)
            Assert.Matches(@"^/([^/\\]|\z)", to);
    }

    [Fact]
    public async Task A_very_long_address_is_refused_or_not_found()
    {
        foreach (var target in new[] { "/" + new string('a', 7000), "/" + new string('a', 9000), "/parks?q=" + new string('x', 7000), "/parks?q=" + new string('x', 100_000), "/" + string.Concat(Enumerable.Repeat("a/", 3000)) })
            Assert.InRange((await site.Raw(target)).Status, 200, 414);
    }

    [Fact]
    public async Task Ten_thousand_parameters_are_refused_and_as_many_as_fit_do_no_harm()
    {
        Assert.Equal(414, (await site.Raw("/parks?" + string.Join('&', Enumerable.Range(0, 50_000).Select(i => $"p{i}=1")))).Status);
        var answer = await site.Raw("/parks?" + string.Join('&', Enumerable.Range(0, 1900).Select(i => $"{i % 10}=1")));
        Assert.Equal(200, answer.Status);
        // What a page repeats of its query is bounded.
        Assert.InRange(answer.Bytes.Length, 1, 2 * (await site.Raw("/parks")).Bytes.Length);
    }

    [Fact]
    public async Task Large_headers_and_bodies_are_refused()
    {
        Assert.Equal(431, (await site.Read("/", ("X-Large", new string('x', 40_000)))).Status);
        using var content = new ByteArrayContent(new byte[200_000]);
        using var response = await site.Client.PostAsync("/parks", content, TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode is 404 or 405 or 413);
    }
}
