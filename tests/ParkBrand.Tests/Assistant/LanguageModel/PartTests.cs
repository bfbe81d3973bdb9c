using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>Whatever part a model plays: a status of the closed set, nothing false shown, and the built-in answer in time.</summary>
[Collection(nameof(RunningSite))]
public sealed class PartTests(RunningSite site) : IAsyncLifetime
{
    private const string Factory = "高新区的标准厂房，3000平，承重1吨";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private ScriptedModel model = null!;

    public async ValueTask InitializeAsync() => model = await ScriptedModel.Start();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task A_good_model_phrases_the_answer_and_every_fact_is_cited()
    {
        model.Part = e => e.Say(Good(e));
        var outcome = await new ModelSite(site, model).Ask(Factory);
        Assert.Equal((Reply.Model, null, outcome.BuiltIn.Status), (outcome.Reply.Mode, outcome.Reply.Fallback, outcome.Reply.Status));
        Assert.Contains("建议先联系", outcome.Reply.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", outcome.Reply.Text, StringComparison.Ordinal);
        // Cards, needs and links are those of the built-in steps, and so is how many were found.
        Assert.Equal(outcome.BuiltIn.Cards.Select(c => c.Url), outcome.Reply.Cards.Select(c => c.Url));
        Assert.StartsWith(SiteAssistant.Sentences(outcome.BuiltIn.Text)[0], outcome.Reply.Text, StringComparison.Ordinal);
        Assert.Equal(outcome.Reply.Text, string.Concat(outcome.Streamed));
        Assert.Single(model.Exchanges);
        Assert.Equal("Bearer " + ModelSite.Key, model.Exchanges[0].Key);
        Assert.Contains("语言模型", outcome.Reply.AiLabel, StringComparison.Ordinal);
    }

    private static string Good(ScriptedModel.Exchange e)
    {
        var facts = e.Facts.ToList();
        var first = facts.Where(f => f.Document == facts[0].Document).Take(3).ToList();
        return $"以下是{first[0].Document}的情况：" + string.Join("，", first.Select(f => $"{f.Field}为 {f.Value}[{f.N}]")) + "。\n建议先联系" + first[0].Document + "核实。";
    }
}
