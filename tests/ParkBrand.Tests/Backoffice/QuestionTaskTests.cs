using ParkBrand.Content.Questions;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What visitors asked in vain, as tasks: who sees them, who settles them, what becomes of them.</summary>
public sealed class QuestionTaskTests : IAsyncLifetime
{
    private readonly EditorsHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();
    public ValueTask DisposeAsync() => house.DisposeAsync();

    private static readonly (string? Role, int List, int Settle)[] Roles =
    [
        (null, 401, 401), ("nobody", 403, 403), ("parkOperator", 403, 403), ("administrator", 200, 200), ("publicityEditor", 200, 200), ("proofreader", 200, 200),
        ("reviewer", 200, 403), ("bureauReader", 200, 403),
    ];

    [Fact]
    public async Task Each_role_gets_what_it_may()
    {
        foreach (var (role, list, settle) in Roles)
            await Gets(role, list, settle);
    }

    private async Task Gets(string? role, int list, int settle)
    {
        var person = role == "parkOperator" ? $"parkOperator:{house.Document("nev-park", "park")}" : role;
        await Keep(new KeepQuestions.Command(QuestionKind.Unanswered, "zh-CN", "有没有游泳池", "out-of-scope"));
        var id = (await Open())[0];
        var listed = (await house.Get(person, "parkbrand/questions")).Is(list);
        if (list == 200)
            Assert.Equal(settle == 200, (bool)listed.Json["maySettle"]!);
        else
            Assert.DoesNotContain("游泳池", listed.Text, StringComparison.Ordinal);
        (await house.Post(person, $"parkbrand/questions/{id}/done")).Is(settle);
        Assert.Equal(settle != 200, (await Open()).Count == 1);
        (await house.Post(person, $"parkbrand/questions/{id}/reopen")).Is(settle);
        Assert.Single(await Open());
    }

    [Fact]
    public async Task The_same_question_is_one_task_and_comes_again_after_it_was_done()
    {
        KeepQuestions.Command pool = new(QuestionKind.Unanswered, "zh-CN", "有没有游泳池", "out-of-scope"), wrong = new(QuestionKind.Unhelpful, "en-US", "Rent in Zhangpu?", "answered", "wrong-facts", "It is 30");
        await Keep(pool, pool, wrong, new(QuestionKind.Helpful, "zh-CN", "不会留下来的问题", "answered"));
        await Keep(pool);
        var list = (await house.Get("administrator", "parkbrand/questions")).Json;
        Assert.Equal((2, 2, 1), ((int)list["total"]!, (int)list["open"]!, (int)list["helpful"]!));
        Assert.DoesNotContain("不会留下来", list.ToJsonString(), StringComparison.Ordinal);
        var task = list["items"]!.AsArray().Single(i => (string)i!["kind"]! == "unanswered")!;
        Assert.Equal((3, "out-of-scope", "/assistant?q=" + Uri.EscapeDataString("有没有游泳池")), ((int)task["times"]!, (string)task["status"]!, (string)task["url"]!));
        var other = (await house.Get("administrator", "parkbrand/questions?kind=unhelpful")).Json["items"]!.AsArray().Single()!;
        Assert.Equal(("/en/assistant?q=Rent%20in%20Zhangpu%3F", "wrong-facts", "It is 30"), ((string)other["url"]!, (string)other["reason"]!, (string)other["comment"]!));

        (await house.Post("proofreader", $"parkbrand/questions/{task["id"]}/done")).Is(200);
        (await house.Post("proofreader", $"parkbrand/questions/{task["id"]}/done")).Is(200);
        var done = (await house.Get("administrator", "parkbrand/questions?state=done")).Json["items"]!.AsArray().Single()!;
        Assert.Equal("proofreader", (string)done["doneBy"]!);
        await Keep(pool);
        Assert.Equal(2, (await Open()).Count);
        // Opened again, it is the one that came meanwhile.
        (await house.Post("proofreader", $"parkbrand/questions/{task["id"]}/reopen")).Is(200);
        Assert.Equal(2, (await Open()).Count);
        (await house.Post("proofreader", $"parkbrand/questions/{Guid.NewGuid()}/done")).Is(404);
    }

    [Fact]
    public async Task It_goes_after_half_a_year_and_never_grows_beyond_its_bound()
    {
        await Keep(new KeepQuestions.Command(QuestionKind.Unanswered, "zh-CN", "很久以前", "clarify"));
        house.Site.Clock.Now += TimeSpan.FromDays(KeepQuestions.DaysKept + 1);
        Assert.Empty(await Open());
        await Keep([.. Enumerable.Range(0, KeepQuestions.Most + 50).Select(i => new KeepQuestions.Command(QuestionKind.Unanswered, "zh-CN", $"问题 {i}", "clarify"))]);
        var often = new KeepQuestions.Command(QuestionKind.Unanswered, "zh-CN", "常问的", "clarify");
        await Keep(often, often);
        house.Site.Clock.Now += TimeSpan.FromSeconds(1);
        await Keep([.. Enumerable.Range(0, KeepQuestions.Most).Select(i => new KeepQuestions.Command(QuestionKind.Unanswered, "zh-CN", $"又来 {i}", "clarify"))]);
        var list = (await house.Get("administrator", "parkbrand/questions?take=100")).Json;
        Assert.Equal(KeepQuestions.Most, (int)list["total"]!);
        Assert.Equal(100, list["items"]!.AsArray().Count);
        // What comes often stays longer than what came once.
        Assert.Contains("常问的", (await house.Get("administrator", $"parkbrand/questions?skip={KeepQuestions.Most - 100}&take=100")).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Keep(often with { Question = new string('x', 501) }));
    }

    private Task Keep(params KeepQuestions.Command[] questions) => house.Get<KeepQuestions>().Execute(questions, TestContext.Current.CancellationToken);

    private async Task<List<Guid>> Open() => [.. (await house.Get("administrator", "parkbrand/questions")).Json["items"]!.AsArray().Select(i => (Guid)i!["id"]!)];
}
