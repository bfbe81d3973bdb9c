using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Assistant.Evaluation;

namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class QualityPageTests(RunningSite site)
{
    [Theory]
    [InlineData("/assistant/quality", "没达到", "没有用语言模型测过")]
    [InlineData("/en/assistant/quality", "Missed", "Not measured with a language model")]
    public async Task The_accepted_marks_are_shown_as_they_are(string path, string missed, string noModel)
    {
        var answer = await site.Read(path);
        Assert.Equal((200, "no-cache"), (answer.Status, answer["Cache-Control"]));
        var page = Markup.Of(answer);
        Assert.Empty(page.Faults());
        using var file = new StreamReader(RepositoryRoot.File("content/evaluation/assistant.accepted.yaml"));
        var run = EvaluatedRun.Read(file);
        var rows = page.Document.QuerySelectorAll(".marks > li").ToList();
        Assert.Equal(Measure.All.Count, rows.Count);
        foreach (var (measure, row) in Measure.All.Zip(rows))
        {
            var all = run.Score(EvaluatedRun.BuiltIn, EvaluatedRun.All, measure.Key);
            Assert.Equal(all is { } score ? measure.IsRate ? score.ToString("0.0%", System.Globalization.CultureInfo.InvariantCulture) : $"{score:0}" : "–", row.QuerySelector("dd")!.TextContent);
            Assert.Equal(all is { } a && (!measure.IsMet(a) || run.Score(EvaluatedRun.BuiltIn, EvaluatedRun.Held, measure.Key) is { } h && !measure.IsMet(h)), row.QuerySelector(".tag")!.TextContent == missed);
        }

        Assert.Contains(noModel, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(run.Content, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Markup.Of(await site.Read(path[..^"/quality".Length])).Document.QuerySelector($"main a[href='{path}']"));
        Assert.NotNull(page.Document.QuerySelector($".foot a[href='{path}']"));
        Assert.Equal(200, (await site.Send(HttpMethod.Head, path)).Status);
        Assert.Equal(404, (await site.Read("/fr" + "/assistant/quality")).Status);
    }

    [Fact]
    public async Task A_model_of_the_accepted_run_has_marks_of_its_own_with_its_name_and_day()
    {
        EvaluatedRun run;
        using (var file = new StreamReader(RepositoryRoot.File("content/evaluation/assistant.accepted.yaml")))
            run = EvaluatedRun.Read(file);
        var scores = new Dictionary<string, decimal> { [EvaluatedRun.Turns] = 812, ["a2-top-3"] = 0.9321m, ["a3-grounded"] = 1 };
        run = run with
        {
            Scores = run.Scores.Append(KeyValuePair.Create((EvaluatedRun.Model, EvaluatedRun.All), (IReadOnlyDictionary<string, decimal>)scores)).ToDictionary(),
            Spoken = new EvaluatedModel("deepseek-<chat>", new DateOnly(2026, 9, 3), "cafe00", "babe00", new Dictionary<string, decimal> { [EvaluatedModel.Asked] = 640, [EvaluatedModel.Phrased] = 0.912m, [EvaluatedModel.LeftOut] = 0.043m, [EvaluatedModel.Median] = 1.24m, [EvaluatedModel.Slow] = 2.31m }),
        };
        await using var own = new RunningSite { Also = s => s.AddSingleton(run) };
        await own.InitializeAsync();
        foreach (var path in new[] { "/assistant/quality", "/en/assistant/quality" })
        {
            var page = Markup.Of(await own.Read(path));
            Assert.Empty(page.Faults());
            var section = page.Document.QuerySelector("section:has(#h-model)")!;
            foreach (var shown in new[] { "deepseek-<chat>", "812", "640", "91.2%", "4.3%", "1.2", "2.3", "93.2%", "2026" })
                Assert.Contains(shown, section.TextContent, StringComparison.Ordinal);
            Assert.Equal(Measure.All.Count, section.QuerySelectorAll(".marks > li").Length);
            Assert.Contains("cafe00", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }
}
