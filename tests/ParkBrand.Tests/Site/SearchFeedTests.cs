using System.Xml.Linq;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>A search as a feed.</summary>
[Collection(nameof(RunningSite))]
public sealed class SearchFeedTests(RunningSite site)
{
    private static readonly string Query = "q=" + Uri.EscapeDataString("电池 厂房");

    [Fact]
    public async Task A_feed_holds_the_newest_results_with_absolute_addresses()
    {
        foreach (var prefix in new[] { "", "/en" })
        {
            var channel = await Channel($"{prefix}/search/feed?{Query}&type=space");
            var items = channel.Elements("item").ToList();
            Assert.InRange(items.Count, 3, 30);
            var days = items.Select(i => DateTimeOffset.ParseExact(i.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(days.OrderDescending(), days);
            foreach (var link in items.Select(i => i.Element("link")!.Value).Append(channel.Element("link")!.Value))
            {
                Assert.StartsWith(site.Address.ToString().TrimEnd('/') + prefix + "/", link, StringComparison.Ordinal);
                Assert.Equal(200, (await site.Read(new Uri(link).PathAndQuery)).Status);
            }
        }
    }

    [Fact]
    public async Task Result_pages_name_their_feed()
    {
        await site.Indexed();
        var page = Markup.Of(await site.Read($"/en/search?{Query}&type=space&sort=newest&page=2")).Document;
        var feed = page.QuerySelector("link[type='application/rss+xml']")!.GetAttribute("href")!;
        Assert.Equal(site.Address + $"en/search/feed?{Query}&type=space", feed);
        Assert.Equal(new Uri(feed).PathAndQuery, page.QuerySelector(".feed a")!.GetAttribute("href"));
        Assert.Null(Markup.Of(await site.Read("/about")).Document.QuerySelector("link[type='application/rss+xml']"));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again()
    {
        await site.Indexed();
        var first = await site.Read($"/search/feed?{Query}");
        Assert.Equal(("application/rss+xml; charset=utf-8", "no-cache"), (first["Content-Type"], first["Cache-Control"]));
        Assert.Equal((304, 0), await site.Read($"/search/feed?{Query}", ("If-None-Match", first["ETag"]!)) is var again ? (again.Status, again.Bytes.Length) : default);
        Assert.Equal("br", (await site.Read($"/search/feed?{Query}", ("Accept-Encoding", "br")))["Content-Encoding"]);
        Assert.Empty((await site.Send(HttpMethod.Head, $"/search/feed?{Query}")).Bytes);
    }

    [Theory]
    [InlineData("%00%01%0b%1f")]
    [InlineData("%ED%A0%80%EF%BF%BE%EF%BF%BF")]
    [InlineData("%5D%5D%3E%3C%2Ftitle%3E%3Cscript%3E%26%22%27")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("")]
    public async Task Whatever_is_asked_the_feed_is_well_formed(string query) => Assert.NotEmpty((await Channel($"/search/feed?q={query}")).Element("title")!.Value);

    [Theory]
    [InlineData("/xx/search/feed")]
    [InlineData("/parks/search/feed")]
    [InlineData("/search/feed/")]
    public async Task There_is_one_feed_in_each_language(string address) => Assert.Equal(404, (await site.Read(address)).Status);

    private async Task<XElement> Channel(string address)
    {
        await site.Indexed();
        var answer = await site.Raw(address);
        Assert.Equal((address, 200), (address, answer.Status));
        return XDocument.Parse(answer.Text).Root!.Element("channel")!;
    }
}
