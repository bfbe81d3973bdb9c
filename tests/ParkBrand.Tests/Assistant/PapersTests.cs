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
}
