using Dapper;
using System.Text;
using System.Text.Json;
using ParkBrand.Assistant.Feedback;
using ParkBrand.Content.Questions;
using ParkBrand.Content.Storage;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>What visitors think of answers, and what could not be answered, gets to the editors: masked, bounded, without who it was.</summary>
public sealed class FeedbackTests : OwnSite
{
    private const string Question = "做电池包，要8000平标准厂房", Vain = "有没有室内滑雪场可以团建 13812345678";

    [Fact]
    public async Task A_verdict_is_kept_masked_and_without_who_gave_it()
    {
        var answer = await Give(new { question = "手机 13812345678 周市厂房", verdict = "down", status = "answered", culture = "zh-CN", reason = "missing", comment = "我的\u202e卡 6222 0212 3456 7890，没有租金" });
        Assert.Equal((204, "\"feedback\";q=30;w=60"), (answer.Status, answer["RateLimit-Policy"]));
        var kept = Assert.Single(Tasks());
        Assert.Equal((QuestionKind.Unhelpful, "手机 *********** 周市厂房", "missing", "我的卡 *******************，没有租金"), (kept.Kind, kept.Question, kept.Reason, kept.Comment));
        var columns = site.Get<Database>().Read(c => c.Query<string>("SELECT name FROM pragma_table_info('visitor_question')").ToList());
        Assert.Equal(["id", "kind", "culture", "question", "status", "reason", "comment", "times", "first_at", "last_at", "done_at", "done_by", "done_by_id"], columns);
        Assert.Equal(204, (await Give(new { question = Question, verdict = "up", status = "answered" })).Status);
        Assert.Single(Tasks());
    }

    private static readonly (string Body, string Place)[] Wrong =
    [
        ("{}", "question"), ("[]", "question"), ("not json", "body"), (Json(new { question = "", verdict = "up", status = "answered" }), "'question'"), (Json(new { question = new string('x', 501), verdict = "up", status = "answered" }), "'question'"),
        (Json(new { question = "x", verdict = "maybe", status = "answered" }), "'verdict'"), (Json(new { question = "x", verdict = "up", status = "fine" }), "'status'"),
        (Json(new { question = "x", verdict = "down", status = "answered", reason = "because" }), "'reason'"), (Json(new { question = "x", verdict = "down", status = "answered", comment = new string('x', 301) }), "'comment'"),
        (Json(new { question = "x", verdict = "up", status = "answered", culture = "fr" }), "'culture'"), (Json(new { question = "x", verdict = "up", status = "answered", ip = "1" }), "ip"), (new string('x', 9000), "8 KB"),
    ];

    [Fact]
    public async Task What_is_no_verdict_is_refused_with_its_place()
    {
        foreach (var (body, place) in Wrong)
        {
            var answer = await Sent(body);
            Assert.Equal((400, "application/problem+json", body), (answer.Status, answer["Content-Type"], body));
            Assert.Contains(place, JsonDocument.Parse(answer.Bytes).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Empty(Tasks());
        }
    }

    [Fact]
    public async Task Who_judges_too_often_is_told_when_to_go_on()
    {
        Answer? refused = null;
        for (var i = 0; i < 40 && refused is null; i++)
            if (await Give(new { question = Question, verdict = "up", status = "answered" }) is { Status: not 204 } answer)
                refused = answer;
        Assert.Equal((429, "60"), (refused!.Status, refused["Retry-After"]));
        Assert.Equal(200, (await Post(("q", Question))).Status);
    }

    [Fact]
    public async Task Without_script_a_verdict_is_given_and_the_dialogue_stays()
    {
        var page = Markup.Of(await Post(("turn", "|" + Question), ("q", "那里有什么岗位")));
        Assert.Equal(2, page.Document.QuerySelectorAll(".rate").Length);
        var fields = page.Document.QuerySelectorAll("#ask input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        var button = page.Document.QuerySelector(".rate .plain[name=rate]")!;
        Assert.Equal(("0 down", "ask", "/assistant#rated"), (button.GetAttribute("value"), button.GetAttribute("form"), button.GetAttribute("formaction")));
        Assert.Equal(Verdict.Reasons, page.Document.QuerySelectorAll("input[name=reason0]").Select(i => i.GetAttribute("value")!));
        var rated = Markup.Of(await Post([.. fields, ("q", "还没写完的"), ("rate", "0 down"), ("reason0", "outdated"), ("comment0", "租金涨了，电话 13812345678"), ("reason1", "other")]));
        Assert.Empty(rated.Faults());
        Assert.Equal(2, rated.Document.QuerySelectorAll(".turn[data-n]").Length);
        Assert.NotNull(rated.Document.QuerySelector(".turn[data-n='0'] #rated"));
        Assert.NotNull(rated.Document.QuerySelector(".turn[data-n='1'] .rate"));
        Assert.Equal("还没写完的", rated.Document.QuerySelector("#q")!.TextContent);
        var kept = Assert.Single(Tasks());
        Assert.Equal((Question, "outdated", "租金涨了，电话 ***********"), (kept.Question, kept.Reason, kept.Comment));

        // What no button sends rates nothing and breaks nothing.
        foreach (var odd in new[] { "9 down", "-1 up", "x", "0 sideways", "0" })
            Assert.InRange((await Post([.. fields, ("rate", odd)])).Status, 200, 200);
        Assert.Single(Tasks());
    }

    [Fact]
    public async Task What_has_no_answer_becomes_a_task_once_however_it_was_asked()
    {
        Assert.Equal(200, (await Post(("q", Vain))).Status);
        // Asked again by the form of the next question, it is no new question.
        Assert.Equal(200, (await Post(("turn", "|" + Vain), ("q", Question))).Status);
        using var body = new StringContent(Json(new { question = Vain }), Encoding.UTF8, "application/json");
        using (await site.Client.PostAsync("/api/assistant", body, TestContext.Current.CancellationToken))
            for (var i = 0; i < 100 && Tasks().Sum(t => t.Times) < 2; i++)
                await Task.Delay(100, TestContext.Current.CancellationToken);
        var task = Assert.Single(Tasks());
        Assert.Equal((QuestionKind.Unanswered, "有没有室内滑雪场可以团建 ***********", 2), (task.Kind, task.Question, task.Times));
    }

    private IReadOnlyList<VisitorQuestion> Tasks() => site.Get<ReadQuestions>().Execute(site.Editor, new(false, null, 0, 100)).Value!.Items;

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private Task<Answer> Give(object verdict) => Sent(Json(verdict));

    private async Task<Answer> Sent(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await Answered(await site.Client.PostAsync("/api/assistant/feedback", body, TestContext.Current.CancellationToken));
    }

    private async Task<Answer> Post(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Answered(await site.Client.PostAsync("/assistant", form, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> Answered(HttpResponseMessage response)
    {
        using (response)
            return new Answer((int)response.StatusCode, response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
