using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Search;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>What was learned from the questions of the repository, and what is done by it.</summary>
[Collection(nameof(RunningSite))]
public sealed class DoubtTests(RunningSite site)
{
    [Fact]
    public async Task Learning_again_gives_the_same_file()
    {
        var learned = DoubtTraining.Learn(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant"), RepositoryRoot.File("content/evaluation/assistant.yaml"));
        var kept = await File.ReadAllTextAsync(RepositoryRoot.File("src/ParkBrand.Assistant/Guardrails/doubt.json"), TestContext.Current.CancellationToken);
        Assert.True(learned == kept, "The questions have changed: run parkbrand learn, and judge again.");
    }

    [Fact]
    public void A_text_is_taken_as_runs_of_characters_and_pairs_of_words()
    {
        Assert.Equal(["$", "^", "^租", "^租厂", "厂", "厂$", "租", "租厂", "租厂$"], Doubt.Grams("租厂").Order(StringComparer.Ordinal));
        Assert.Equal(["#", "# jobs", "^ any", "any", "any #", "here", "here $", "jobs", "jobs here"], Doubt.Grams("any 12 jobs here").Order(StringComparer.Ordinal));
    }

    /// <summary>None of these stands in a file that was learned from.</summary>
    [Theory]
    [InlineData("明天陪我去打羽毛球好不好", "三千平米厂房，层高七米，承重一吨")]
    [InlineData("Could you teach me how to bake bread at home?", "We need 1500 sqm of workshop with a crane")]
    [InlineData("帮我跟我女朋友道个歉", "机械专业硕士能做什么岗位")]
    public void What_is_none_of_ours_is_doubted_more_than_what_is(string strange, string ours)
    {
        Assert.True(Doubt.Of(Wording.Fold(strange)) > 0, $"{Doubt.Of(Wording.Fold(strange))}");
        Assert.True(Doubt.Of(Wording.Fold(ours)) < 0, $"{Doubt.Of(Wording.Fold(ours))}");
        Assert.NotEmpty(Doubt.Reasons(Wording.Fold(strange)));
    }

    /// <summary>A need, a name or an amount is understood by rules: there the second opinion has no say.</summary>
    [Theory]
    [InlineData("我老婆觉得你帮我看看智能机器人产业园物业费多少好不好")]
    [InlineData("帮我看看呗，给我闺女她爸找个3000平的厂房，8米净高")]
    public async Task What_rules_understood_is_answered_however_it_is_worded(string ask)
    {
        await site.Indexed();
        Assert.True(site.Get<Composer>().Answer(ask, 0, null).Status is AnswerStatus.Answered or AnswerStatus.Partial or AnswerStatus.NoMatch);
    }
}
