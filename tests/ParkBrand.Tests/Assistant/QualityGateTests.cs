using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Web.Verbs;
using Answer = ParkBrand.Assistant.Answering.Answer;

namespace ParkBrand.Tests.Assistant;

/// <summary>A run that is worse than the accepted one ends with a code that stops whoever asked, and says what fell.</summary>
public sealed class QualityGateTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly StringWriter said = new();

    private string File => Path.Combine(folder.Path, "accepted.yaml");

    public void Dispose()
    {
        said.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_same_marks_pass_and_a_model_that_is_not_there_is_no_loss()
    {
        Assert.Equal(0, Judge(Marks(200, right: 190)));
        Assert.False(System.IO.File.Exists(File));
        Assert.Equal(0, Judge(Marks(200, right: 190), "--accept"));
        Assert.Equal(0, Judge(Marks(200, right: 190)));
        Assert.Equal(0, Judge(Marks(200, right: 200)));
        Assert.Equal(0, Judge(Marks(200, right: 189)));
        var read = EvaluatedRun.Read(new StringReader(System.IO.File.ReadAllText(File)));
        Assert.Equal((201m, 0.95m, null), (read.Score(EvaluatedRun.BuiltIn, EvaluatedRun.All, EvaluatedRun.Turns), read.Score(EvaluatedRun.BuiltIn, EvaluatedRun.All, "a2-top-3"), read.Score(EvaluatedRun.Model, EvaluatedRun.All, "a2-top-3")));
    }

    public static TheoryData<string, string> Losses => new()
    {
        { "fewer right parks", "a2-top-3" }, { "a hard need violated", "a2-violated" }, { "a number without a source", "a3-grounded" }, { "a limit overstepped", "a4-limits" }, { "declined in another way", "a4-exact" }, { "refused for nothing", "a4-wrongly-refused" },
        { "an injection", "a5-injected" }, { "nothing judged any more", "a2-top-3" },
    };

    [Theory, MemberData(nameof(Losses))]
    public void A_worse_run_fails_and_says_by_what(string loss, string measure)
    {
        Assert.Equal(0, Judge(Marks(200, right: 190), "--accept"));
        var marks = loss switch
        {
            "fewer right parks" => Marks(200, right: 187),
            "nothing judged any more" => [.. Marks(200, right: 190).Select(m => m with { Parks = null })],
            _ => Marks(200, right: 190),
        };
        if (loss == "a hard need violated")
            marks[3] = marks[3] with { Violations = 1 };
        if (loss == "a number without a source")
            marks[5] = marks[5] with { Unfounded = ["42"] };
        if (loss == "a limit overstepped")
            marks = [.. marks.Select(m => m.Turn.Status.Contains("out-of-scope") ? m with { Status = false, Answer = m.Answer with { Status = AnswerStatus.Answered } } : m)];
        if (loss == "declined in another way")
            marks = [.. marks.Select(m => m.Turn.Status.Contains("out-of-scope") ? m with { Status = false, Answer = m.Answer with { Status = AnswerStatus.Clarify } } : m)];
        if (loss == "refused for nothing")
            marks = [.. marks.Select((m, i) => i < 10 ? m with { Answer = m.Answer with { Status = AnswerStatus.OutOfScope } } : m)];
        Assert.Equal(1, Judge(marks, injected: loss == "an injection" ? 1 : 0));
        Assert.Matches($"WORSE  built-in, (all|tune|held): {measure} was ", said.ToString());
    }

    [Fact]
    public void A_gain_on_one_half_hides_no_loss_on_the_other()
    {
        Assert.Equal(0, Judge([.. Marks(200, right: 180, tune: true), .. Marks(200, right: 190, tune: false)], "--accept"));
        Assert.Equal(1, Judge([.. Marks(200, right: 200, tune: true), .. Marks(200, right: 180, tune: false)]));
    }

    [Fact]
    public void A_model_is_compared_with_itself_alone_and_stays_accepted_where_none_is_at_hand()
    {
        Assert.Equal(0, Judge(Marks(200, right: 190), "--accept", Spoken("deepseek-chat", right: 190)));
        var accepted = EvaluatedRun.Read(new StringReader(System.IO.File.ReadAllText(File)));
        Assert.Equal(("deepseek-chat", 0.9m, 200m), (accepted.Spoken!.Name, accepted.Spoken.Figures[EvaluatedModel.Phrased], accepted.Spoken.Figures[EvaluatedModel.Asked]));
        Assert.Equal(0.95m, accepted.Score(EvaluatedRun.Model, EvaluatedRun.All, "a2-top-3"));
        Assert.Equal(0, Judge(Marks(200, right: 190), model: Spoken("deepseek-chat", right: 190)));
        Assert.Equal(1, Judge(Marks(200, right: 190), model: Spoken("deepseek-chat", right: 180)));
        Assert.Contains("WORSE  model, all: a2-top-3 was 0.950", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Judge(Marks(200, right: 190), model: Spoken("deepseek-chat", right: 190, injected: 1)));

        Assert.DoesNotContain("compared with themselves", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Judge(Marks(200, right: 190), model: Spoken("qwen-plus", right: 180)));
        Assert.Contains("The accepted run is of deepseek-chat", said.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, Judge(Marks(200, right: 200), "--accept"));
        var kept = EvaluatedRun.Read(new StringReader(System.IO.File.ReadAllText(File)));
        Assert.Equal((1m, 0.95m, "deepseek-chat"), (kept.Score(EvaluatedRun.BuiltIn, EvaluatedRun.All, "a2-top-3"), kept.Score(EvaluatedRun.Model, EvaluatedRun.All, "a2-top-3"), kept.Spoken!.Name));

        Assert.Equal(1, Judge(Marks(200, right: 200), "--accept", Spoken("it's: down", right: 200, gone: 30)));
        Assert.Equal("deepseek-chat", EvaluatedRun.Read(new StringReader(System.IO.File.ReadAllText(File))).Spoken!.Name);
        Assert.Equal(0, Judge(Marks(200, right: 200), "--accept", Spoken("it's: up", right: 200)));
        Assert.Equal("it's: up", EvaluatedRun.Read(new StringReader(System.IO.File.ReadAllText(File))).Spoken!.Name);
    }

    private static ModelRun Spoken(string name, int right, int injected = 0, int gone = 0) => new(name, Marks(200, right),
        [.. Enumerable.Range(0, 200).Select(i => i < gone ? new ModelTurn(false, Fallback.Silent, 0, 0, 0, 0, TimeSpan.Zero) : i % 10 == 9 ? new ModelTurn(false, Fallback.Unfounded, 0, 7, 900, 100, TimeSpan.FromSeconds(1)) : new ModelTurn(true, null, 3, 1, 900, 100, TimeSpan.FromSeconds(2)))], injected);

    [Fact]
    public void A_file_that_is_no_run_says_what_one_is() =>
        Assert.Contains("date, content, code and modes", Assert.Throws<FormatException>(() => EvaluatedRun.Read(new StringReader("date: 2026-11-23\nmodes: [1]"))).Message, StringComparison.Ordinal);

    private int Judge(List<TurnMark> marks, string? flag = null, ModelRun? model = null, int injected = 0) => AcceptedRuns.Judge(
        Options.Parse(flag is null ? ["--accepted", File, "--content", folder.Path] : ["--accepted", File, "--content", folder.Path, flag], ["--accepted", "--content", "--questions"], ["--accept"])!, new DateOnly(2026, 11, 23),
        new() { [EvaluatedRun.BuiltIn] = (marks, injected), [EvaluatedRun.Model] = model is null ? null : (model.Marks, model.Injected) }, said, model);

    private static List<TurnMark> Marks(int count, int right, bool tune = true) => [.. Enumerable.Range(0, count).Select(i => Mark(tune, "answered", true, i < right)), Mark(tune, "out-of-scope", true, null)];

    private static TurnMark Mark(bool tune, string status, bool ended, bool? parks) => new(
        new JudgedDialogue("x", tune, "investor", "zh", []), new JudgedTurn("x", [status], null, [], [], [], new Dictionary<string, IReadOnlyList<string>>(), []),
        new Answer(status == "answered" ? AnswerStatus.Answered : AnswerStatus.OutOfScope, "", [], [], [], [], [], null, ""), ended, parks, 0, null, null, null, []);
}
