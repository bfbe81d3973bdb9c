using ParkBrand.Assistant.Evaluation;

namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class QualityPageTests(RunningSite site)
{
    [Theory]
    [InlineData("/assistant/quality", "没达到", "尚未公布使用语言模型时的成绩")]
    [InlineData("/en/assistant/quality", "Missed", "no published marks")]
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
}
