using ParkBrand.Assistant.Answering;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>What the words of a question that became no need are worth.</summary>
[Collection(nameof(RunningSite))]
public sealed class PapersTests(RunningSite site)
{
    [Theory]
    [InlineData("手机铝中框CNC，五千平，生产废水要能接，用电两千kVA往上走", "smart-terminal-park", AnswerStatus.Answered)]
    [InlineData("伺服电机和减速器，高新区，2500平", "robotics-park", AnswerStatus.Answered)]
    [InlineData("肿瘤基因测序服务，实验室1500平，十万级", "yangcheng-life-park", AnswerStatus.Answered)]
    public async Task A_rare_word_points_to_the_park_that_writes_of_it(string question, string park, AnswerStatus status)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, 0, null);
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("没有", answer.Text, StringComparison.Ordinal); // what a shown park writes of is no reservation
        Assert.Contains(answer.Cards.Take(3), c => c.Url.Contains($"/{park}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_place_of_the_word_is_cited()
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer("\u624b\u673a\u94dd\u4e2d\u6846CNC\uff0c\u4e94\u5343\u5e73\uff0c\u751f\u4ea7\u5e9f\u6c34\u8981\u80fd\u63a5", 0, null);
        var cited = Assert.Single(answer.Citations, c => c.Value.Contains("\u4e2d\u6846", StringComparison.Ordinal));
        Assert.Contains($"[{cited.N}]", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>No other warehouse meets the need for a cold one.</summary>
    [Theory]
    [InlineData("冷库，600平", 0)]
    [InlineData("找个冻库，一千平，放水饺", 0)]
    [InlineData("Cold store, 600 m²", 1)]
    public async Task A_cold_store_is_no_other_warehouse(string question, int culture)
    {
        await site.Indexed();
        Assert.All(site.Get<Composer>().Answer(question, culture, null).Cards, c => Assert.Contains("/food-tech-park/", c.Url, StringComparison.Ordinal));
    }

    /// <summary>What any trade does chooses no park where something else is said of it.</summary>
    [Theory]
    [InlineData("制氧机整机装配，四千平厂房", "health-products-park", 0)]
    [InlineData("LiDAR calibration laboratory 1,000 sqm Huaqiao please", "connected-commercial-vehicle-park", 1)]
    public async Task What_any_trade_does_rules_nothing_out(string question, string park, int culture)
    {
        await site.Indexed();
        Assert.Contains(site.Get<Composer>().Answer(question, culture, null).Cards.Take(3), c => c.Url.Contains($"/{park}", StringComparison.Ordinal));
    }

    /// <summary>A kind of space that nobody named gives way before the trade does; a place of ours is no other city.</summary>
    [Theory]
    [InlineData("货运无人机总装，五千平，净高9米，锦溪", 0, AnswerStatus.Partial, "general-aviation-park")]
    [InlineData("Land in Bacheng", 1, AnswerStatus.NoMatch, "")]
    [InlineData("My boyfriend is a drone guy: flight control, master, 2 years, 25k", 1, AnswerStatus.Answered, "general-aviation-park")]
    public async Task What_is_in_scope_is_answered(string question, int culture, AnswerStatus status, string park)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        Assert.Equal(status, answer.Status);
        Assert.Contains(answer.Cards.Take(3), c => c.Url.Contains($"/{park}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_published_post_pays_is_no_secret()
    {
        await site.Indexed();
        Assert.Equal(AnswerStatus.Answered, site.Get<Composer>().Answer("salary of the database kernel engineer", 1, null).Status);
    }
}
