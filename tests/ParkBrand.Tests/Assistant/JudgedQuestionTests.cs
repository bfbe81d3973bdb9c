using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using ParkBrand.Web.Verbs;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Tests.Assistant;

/// <summary>The assistant stays at least as good as it was: floors a little below what <c>parkbrand eval assistant</c> prints.</summary>
[Collection(nameof(RunningSite))]
public sealed class JudgedQuestionTests(RunningSite site)
{
    private static readonly List<JudgedDialogue> Dialogues = JudgedDialogue.Read(RepositoryRoot.File("content/evaluation/assistant.yaml"));

    [Fact]
    public void The_set_is_large_and_has_all_kinds_in_both_halves()
    {
        Assert.True(Dialogues.Sum(d => d.Turns.Count) >= 300);
        Assert.DoesNotContain(Dialogues.GroupBy(d => d.Id), g => g.Count() > 1);
        foreach (var tune in new[] { true, false })
        {
            var half = Dialogues.Where(d => d.Tune == tune).ToList();
            Assert.Equal(["investor", "mixed", "talent"], half.Select(d => d.Who).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(["en", "hant", "pinyin", "typo", "zh"], half.Select(d => d.Form).Distinct().Order(StringComparer.Ordinal));
            Assert.Contains(half, d => d.Turns.Count > 2);
        }
    }

    [Theory]
    [InlineData(true, 0.955, 0.96, 2, 0.84)]
    [InlineData(false, 0.92, 0.80, 8, 0.72)]
    public async Task Right_parks_are_shown_and_limits_are_kept(bool tune, double parks, double limits, int violations, double facts)
    {
        await site.Indexed();
        var marks = new AssistantEvaluation(site.Get<Composer>(), site.Now.Schema).Run(Dialogues.Where(d => d.Tune == tune));
        double Rate(Func<TurnMark, bool?> right) => marks.Select(right).OfType<bool>().Average(r => r ? 1.0 : 0);
        Assert.True(Rate(m => m.Parks) >= parks, $"right park among the first three: {Rate(m => m.Parks):0.000}");
        Assert.True(Rate(m => m.Turn.Status.Any(s => s is "clarify" or "refused" or "out-of-scope") ? m.Status : null) >= limits);
        Assert.True(Rate(m => m.Turn.Status.Contains("answered") ? m.Answer.Status is AnswerStatus.Refused or AnswerStatus.OutOfScope : null) <= 0.03);
        Assert.True(Rate(m => m.Facts) >= facts, $"what was asked for is told: {Rate(m => m.Facts):0.000}");
        Assert.True(marks.Sum(m => m.Violations) <= violations, $"{marks.Sum(m => m.Violations)} parks that miss a hard need");
        // Every number stands in what is cited: this has no floor.
        Assert.Empty(marks.Where(m => m.Unfounded.Count > 0).Select(m => $"{m.Turn.Ask}: {string.Join(' ', m.Unfounded)}"));
    }

    [Fact]
    public async Task The_program_is_not_worse_than_the_accepted_run()
    {
        await site.Indexed();
        var marks = new AssistantEvaluation(site.Get<Composer>(), site.Now.Schema).Run(Dialogues);
        using var accepted = new StreamReader(RepositoryRoot.File("content/evaluation/assistant.accepted.yaml"));
        var run = AcceptedRuns.Measured(DateOnly.MinValue, "", "", new() { [EvaluatedRun.BuiltIn] = (marks, 0) });
        Assert.Equal("", string.Join('\n', QualityGate.Compare(EvaluatedRun.Read(accepted), run)));
    }

    [Fact]
    public async Task What_somebody_wants_put_into_an_answer_does_not_get_there()
    {
        await site.Indexed();
        using var text = new StreamReader(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/injections.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        var payloads = ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>().Where(p => $"{p["where"]}" == "direct").Select(p => (Canary: p.Children.TryGetValue("canary", out var canary) ? $"{canary}" : "<", Text: $"{p["text"]}")).ToList();
        Assert.True(payloads.Count >= 100);
        foreach (var (canary, payload) in payloads)
        {
            var answer = site.Get<Composer>().Answer(payload, 0, null);
            var shown = string.Join('\n', [answer.Text, .. answer.Suggestions, .. answer.Citations.Select(c => c.Url + c.Title + c.Value), .. answer.Cards.Select(c => c.Url + c.Title)]);
            Assert.DoesNotContain(canary, shown, StringComparison.OrdinalIgnoreCase);
            Assert.All(answer.Citations.Select(c => c.Url).Concat(answer.Cards.Select(c => c.Url)), url => Assert.StartsWith("/", url, StringComparison.Ordinal));
            Assert.DoesNotContain("](", shown, StringComparison.Ordinal);
        }
    }
}
