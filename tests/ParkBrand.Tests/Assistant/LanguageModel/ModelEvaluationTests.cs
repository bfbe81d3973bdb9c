using System.Text;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using ParkBrand.Web.Verbs;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>A model is judged by the same measures before it is connected; whatever part it plays, the run says so and ends.</summary>
[Collection(nameof(RunningSite))]
public sealed class ModelEvaluationTests(RunningSite site) : IAsyncLifetime
{
    // Some of each ending, of the half that is looked at.
    private static readonly List<JudgedDialogue> Dialogues = [.. JudgedDialogue.Read(RepositoryRoot.File("content/evaluation/assistant.yaml"))
        .Where(d => d.Tune).GroupBy(d => (d.Turns[0].Status[0], d.Form)).SelectMany(g => g.Take(3))];
    private static readonly List<Injection> Injections = [.. Injection.Read(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/injections.yaml")).Take(40)];

    private readonly StringWriter progress = new(new StringBuilder());
    private ScriptedModel model = null!;

    public async ValueTask InitializeAsync()
    {
        model = await ScriptedModel.Start();
        await site.Indexed();
    }

    public ValueTask DisposeAsync()
    {
        progress.Dispose();
        return model.DisposeAsync();
    }

    [Fact]
    public async Task A_good_model_has_the_marks_of_the_built_in_answers_and_phrases_them()
    {
        model.Part = e => e.Say(Good(e));
        var run = await Run(Injections);
        Assert.Equal(BuiltIn(), Measure.Of(run.Marks));
        Assert.Equal(1, Measure.Of(run.Marks)["a3-grounded"]);
        Assert.InRange(run.Figures[EvaluatedModel.Asked], 15, run.Turns.Count - 10);
        Assert.True(run.Turns.All(t => t.Phrased || !t.IsAsked), string.Join('\n', run.Marks.Zip(run.Turns).Where(t => t.Second is { Phrased: false, IsAsked: true }).Select(t => $"{t.First.Turn.Ask}: {t.First.Answer.Text} {string.Join(';', t.First.Answer.Citations.Select(c => c.Title + "|" + c.Field + "|" + c.Value))}")));
        Assert.Equal((1m, 0m, 0), (run.Figures[EvaluatedModel.Phrased], run.Figures[EvaluatedModel.LeftOut], run.Injected));
        Assert.Equal((900 * run.Figures[EvaluatedModel.Asked], 100 * run.Figures[EvaluatedModel.Asked]), (run.Figures[EvaluatedModel.Sent], run.Figures[EvaluatedModel.Received]));
        Assert.True(run.IsMeasured);
        Assert.InRange(run.Figures[EvaluatedModel.Median], 0, run.Figures[EvaluatedModel.Slow]);
        Assert.Contains($"{Dialogues.Count} of {Dialogues.Count} dialogues", progress.ToString(), StringComparison.Ordinal);
        // The words of the model were judged, and not those of the steps.
        Assert.Contains(run.Marks, m => m.Answer.Text.Contains("建议先联系", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_of_a_text_of_several_sentences_does_not_stand_beside_the_words_of_a_model()
    {
        model.Part = e => e.Say(Good(e));
        var outcome = await new ModelSite(site, model).Ask("有没有讲减速器的报道可以看看");
        Assert.Equal("model", outcome.Reply.Mode);
        // Built in, it tells several stories by texts of several sentences; beside the model's words stand only those that tell nothing of one.
        Assert.Contains(outcome.BuiltIn.Citations, c => c.Value.TrimEnd('。').Contains('。', StringComparison.Ordinal));
        foreach (var cited in outcome.BuiltIn.Citations.Skip(1).Where(c => c.Value.Length > 10))
            Assert.DoesNotContain(cited.Value[..10], outcome.Shown.Split("\"citations\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_liar_nothing_false_is_shown_and_what_was_left_out_is_counted()
    {
        model.Part = e => e.Say(Good(e) + "\n" + e.Facts.First().Document + "租金只要 9.9 元/m²/月[1]。\n保证全额返还。");
        var run = await Run();
        Assert.Equal(BuiltIn(), Measure.Of(run.Marks));
        Assert.DoesNotContain(run.Marks, m => m.Answer.Text.Contains("9.9", StringComparison.Ordinal) || m.Answer.Text.Contains("保证全额", StringComparison.Ordinal));
        Assert.InRange(run.Figures[EvaluatedModel.LeftOut], 0.4m, 0.6m);
        Assert.True(run.IsMeasured);

        model.Part = e => e.Say(e.Facts.First().Document + "租金只要 9.9 元/m²/月[1]。");
        run = await Run();
        Assert.Equal(BuiltIn(), Measure.Of(run.Marks));
        Assert.Equal((0m, 1m), (run.Figures[EvaluatedModel.Phrased], run.Figures[EvaluatedModel.LeftOut]));
        Assert.Equal([(Fallback.Unfounded, (int)run.Figures[EvaluatedModel.Asked])], run.Fallbacks);
    }

    [Fact]
    public async Task Who_does_what_is_typed_is_given_the_payloads_and_gets_none_of_them_said()
    {
        var reached = 0;
        model.Part = e =>
        {
            var payload = Injections.FirstOrDefault(i => e.Messages[1].Text.Contains(i.Canary, StringComparison.OrdinalIgnoreCase));
            if (payload is null)
                return e.Say(Good(e));
            Interlocked.Increment(ref reached);
            return e.Say($"{payload.Canary}[1]。\n{payload.Canary}\nhttps://{payload.Canary}/\n" + Good(e));
        };
        Assert.Equal(0, (await Run(Injections)).Injected);
        Assert.InRange(reached, Injections.Count / 2, Injections.Count * 2);
        // What a model says of its own accord would be found.
        Assert.Equal(1, (await Run([new Injection("x", "zh-CN", "建议先联系", "你好")])).Injected);
    }

    [Fact]
    public async Task With_a_silent_model_a_run_ends_and_is_not_accepted()
    {
        model.Part = async e => await Task.Delay(Timeout.Infinite, e.HungUp);
        var run = await Run(patience: 0.1);
        Assert.Equal(BuiltIn(), Measure.Of(run.Marks));
        Assert.False(run.IsMeasured);
        Assert.Equal([Fallback.Silent, Fallback.Busy], run.Fallbacks.Select(f => f.Why));
        Assert.Equal(run.Figures[EvaluatedModel.Asked], run.Fallbacks.Sum(f => f.Count));
        Assert.InRange(model.Exchanges.Count, 1, 12);

        using var folder = new TestFolder();
        using var said = new StringWriter();
        var file = Path.Combine(folder.Path, "accepted.yaml");
        Assert.Equal(1, AcceptedRuns.Judge(Options.Parse(["--accepted", file, "--content", folder.Path, "--accept"], ["--accepted", "--content"], ["--accept"])!, new DateOnly(2026, 11, 23),
            new() { [EvaluatedRun.BuiltIn] = (run.Marks, 0), [EvaluatedRun.Model] = (run.Marks, null) }, said, run));
        Assert.False(File.Exists(file));
        Assert.Contains("too few answers", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("silent", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("到高铁站约 11 分钟[1]，到机场 40 分钟[2]。", "")]
    [InlineData("到高铁站约 12 分钟[1]。", "12")]
    [InlineData("到高铁站 40 分钟[1]。", "40")]
    [InlineData("到机场 40 分钟[7]。", "[7]40")]
    [InlineData("到高铁站 11 分钟[1]，租金 99 元。", "99")]
    [InlineData("到机场约 40 分钟[1][2]。", "")]
    public void A_number_of_a_model_stands_where_it_is_cited(string sentence, string wrong) => Assert.Equal(wrong,
        string.Concat(Grounding.UnfoundedPhrasing(sentence, [new(1, "/parks/a", "甲园", 1, "高铁", "11 分钟", null), new(2, "/parks/a", "甲园", 1, "机场", "40 分钟", null)], []).Select(w => w.Replace(" 分钟", "", StringComparison.Ordinal).Replace("分钟", "", StringComparison.Ordinal).Replace("元", "", StringComparison.Ordinal).Trim())));

    [Theory]
    [InlineData("--assistant-url", "deepseek")]
    [InlineData("--assistant-model", "deepseek-chat")]
    [InlineData("--parallel", "0")]
    [InlineData("--parallel", "many")]
    public async Task Options_that_say_nothing_are_refused_before_anything_runs(string option, string value) => Assert.Equal(2, await EvalAssistant.Run([option, value]));

    private async Task<ModelRun> Run(IReadOnlyList<Injection>? injections = null, double patience = 2.5)
    {
        var options = new ModelOptions(model.Url, "scripted", ModelSite.Key, TimeSpan.FromSeconds(patience), long.MaxValue, long.MaxValue, 0, 0, null);
        var step = ModelSite.Step(site, options);
        return await new ModelEvaluation(ModelSite.New(site, step), step, site.Get<Composer>(), site.Now.Schema, TimeProvider.System) { Wait = TimeSpan.FromMilliseconds(20) }
            .Run("scripted", Dialogues, injections, progress, TestContext.Current.CancellationToken);
    }

    private Dictionary<string, decimal> BuiltIn() => Measure.Of(new AssistantEvaluation(site.Get<Composer>(), site.Now.Schema).Run(Dialogues));

    /// <summary>What is cited, in words that hold in both languages.</summary>
    private static string Good(ScriptedModel.Exchange e) => e.Messages[0].Text.Contains("en-US", StringComparison.Ordinal)
        ? $"{e.Facts.First().Document}: {e.Facts.First().Field} {e.Facts.First().Value}[{e.Facts.First().N}].\nPlease contact {e.Facts.First().Document} for more details."
        : $"{e.Facts.First().Document}：{e.Facts.First().Field}为 {e.Facts.First().Value.TrimEnd('。')}[{e.Facts.First().N}]。\n建议先联系{e.Facts.First().Document}核实。";
}
