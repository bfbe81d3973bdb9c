using ParkBrand.Assistant.Answering;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>What is said against itself, or can be nothing, is asked back before anything is shown; what only looks like it is answered.</summary>
[Collection(nameof(RunningSite))]
public sealed class OddAmountTests(RunningSite site)
{
    [Theory]
    [InlineData("厂房净高不低于12米，又不能超过9米", 0)]
    [InlineData("办公室至少800平，最多不超过500平", 0)]
    [InlineData("Warehouse of at least 5,000 sqm but no more than 3,000 sqm", 1)]
    [InlineData("负三百平的办公室", 0)]
    [InlineData("零平米的仓库有吗", 0)]
    [InlineData("三亿平的厂房", 0)]
    [InlineData("A factory of minus 400 sqm", 1)]
    public async Task Asks_back_and_shows_nothing(string question, int culture)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        Assert.Equal(AnswerStatus.Clarify, answer.Status);
        Assert.Empty(answer.Cards);
    }

    [Theory]
    [InlineData("厂房2000到3000平，净高不低于6米", 0)]
    [InlineData("不低于8米净高、不超过25块的厂房", 0)]
    [InlineData("负压实验室500平", 0)]
    [InlineData("办公室至少300平，最多不超过1000平", 0)]
    [InlineData("Factory of at least 2,000 sqm, at most 27 yuan", 1)]
    public async Task Limits_that_go_together_are_looked_for(string question, int culture)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        Assert.Contains(answer.Status, new[] { AnswerStatus.Answered, AnswerStatus.Partial });
        Assert.NotEmpty(answer.Cards);
    }

    /// <summary>What is asked of a post or a device that is told rather than named.</summary>
    [Theory]
    [InlineData("EMC暗室要提前多久约", 0, "ten-metre-chamber")]
    [InlineData("How far in advance is the EMC chamber booked?", 1, "ten-metre-chamber")]
    public async Task A_record_that_is_told_is_found(string question, int culture, string record)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.EndsWith("/" + record, answer.Cards[0].Url, StringComparison.Ordinal);
    }

    /// <summary>Which parks have several things is no question about a post that comes with one of them.</summary>
    [Theory]
    [InlineData("哪些园区有健身房和公寓", 0)]
    [InlineData("智能机器人产业园的联系电话", 0)]
    [InlineData("How far is the Trusted Software Park from the railway station?", 1)]
    public async Task Plain_questions_have_plain_answers(string question, int culture)
    {
        await site.Indexed();
        var answer = site.Get<Composer>().Answer(question, culture, null);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.All(answer.Cards, c => Assert.Equal("park", c.Type));
    }
}
