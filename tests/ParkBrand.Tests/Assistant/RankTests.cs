using ParkBrand.Assistant.Answering;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>The most and the least of something, of all that are published: of a kind of space, of parks.</summary>
[Collection(nameof(RunningSite))]
public sealed class RankTests(RunningSite site)
{
    [Theory]
    [InlineData("最便宜的厂房在哪", "factory", "rent", true)]
    [InlineData("最贵的实验室", "lab", "rent", false)]
    [InlineData("最大的厂房有多大", "factory", "areaMax", false)]
    [InlineData("净高最高的仓库", "warehouse", "clearHeight", false)]
    [InlineData("哪里的办公室租金最低", "office", "rent", true)]
    [InlineData("largest warehouse you have?", "warehouse", "areaMax", false)]
    [InlineData("which lab has the lowest rent", "lab", "rent", true)]
    public async Task Of_spaces(string question, string kind, string alias, bool low)
    {
        await site.Indexed();
        decimal? Of(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values.Number(alias);
        var values = site.Now.OfType("space").Where(s => s.In(0, site.Now.Schema)!.Values.Text("kind") == kind).Select(Of).OfType<decimal>().ToList();
        var answer = site.Get<Composer>().Answer(question, char.IsAsciiLetter(question[0]) ? 1 : 0, null);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        var first = site.Now.Resolve(answer.Cards[0].Url.Replace("/en/", "/", StringComparison.Ordinal)).Document!;
        Assert.Equal("space", first.Type.Alias);
        Assert.Equal(low ? values.Min() : values.Max(), Of(first));
    }

    [Theory]
    [InlineData("哪个园区面积最大", "siteArea", false)]
    [InlineData("哪个园区物业费最低", "propertyFee", true)]
    public async Task Of_parks(string question, string alias, bool low)
    {
        await site.Indexed();
        decimal? Of(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values.Number(alias);
        var values = site.Now.OfType("park").Select(Of).OfType<decimal>().ToList();
        var first = site.Now.Resolve(site.Get<Composer>().Answer(question, 0, null).Cards[0].Url).Document!;
        Assert.Equal(low ? values.Min() : values.Max(), Of(first));
    }

    [Fact]
    public async Task Which_ones_there_are_is_not_how_many()
    {
        await site.Indexed();
        Assert.All(site.Get<Composer>().Answer("做芯片的园区有哪几个", 0, null).Cards, c => Assert.Equal("park", c.Type));
    }
}
