using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>Administrators turn the assistant off; it counts at once, says why, and nothing else is any different.</summary>
public sealed class OffSwitchTests : OwnSite
{
    private const string Question = "周市 厂房 3000平";

    [Fact]
    public async Task Off_means_503_with_the_reason_and_on_again_means_answers()
    {
        await Switch(true, "正在核对答复，12 月 1 日恢复", "Answers are being checked");
        foreach (var (path, reason, title) in new[] { ("/assistant", "正在核对答复", "暂停服务"), ("/en/assistant", "Answers are being checked", "paused") })
            foreach (var answer in new[] { await site.Read(path), await site.Read(path + "?q=" + Uri.EscapeDataString(Question)), await Post(path) })
            {
                Assert.Equal((503, null, null), (answer.Status, answer["Retry-After"], answer["ETag"] is { } tag && answer["Cache-Control"] != "no-cache" ? tag : null));
                var page = Markup.Of(answer);
                Assert.Empty(page.Faults());
                Assert.Contains(title, page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
                Assert.Contains(reason, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
                Assert.NotNull(page.Document.QuerySelector("meta[name=robots]"));
                Assert.Empty(page.Document.QuerySelectorAll("main form, .turn"));
                foreach (var way in page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith("tel:", StringComparison.Ordinal)))
                    Assert.Equal(200, (await site.Read(way)).Status);
                // Who looks for it finds it and reads why; nobody is invited.
                Assert.NotNull(page.Document.QuerySelector($".nav a[href='{path}']"));
            }

        var problem = await Api("en-US");
        Assert.Equal((503, "application/problem+json"), (problem.Status, problem["Content-Type"]));
        var read = JsonDocument.Parse(problem.Bytes).RootElement;
        Assert.Equal(("unavailable", "Answers are being checked"), (read.GetProperty("answerStatus").GetString(), read.GetProperty("detail").GetString()));

        foreach (var path in new[] { "/", "/en", "/parks", "/finder?area=3000", "/search?q=a", "/api/match?limit=1", site.Now.OfType("park").First().Path! })
        {
            var answer = await site.Read(path);
            Assert.Equal(200, answer.Status);
            if (!path.StartsWith("/api", StringComparison.Ordinal))
                Assert.Empty(Markup.Of(answer).Document.QuerySelectorAll(".launch, button[formaction$='/assistant']"));
        }

        await Switch(false, "正在核对答复，12 月 1 日恢复", "Answers are being checked");
        Assert.Equal((200, 200, 200), ((await site.Read("/assistant")).Status, (await Post("/en/assistant")).Status, (await Api("zh-CN")).Status));
        Assert.NotEmpty(Markup.Of(await site.Read("/parks")).Document.QuerySelectorAll(".launch"));
    }

    [Fact]
    public async Task A_draft_of_the_switch_turns_nothing_off_and_without_a_reason_it_is_off_all_the_same()
    {
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, Save(true, null, null), c));
        Assert.Equal(200, (await site.Read("/assistant")).Status);
        await Switch(true, null, null);
        var page = Markup.Of(await site.Read("/assistant"));
        Assert.DoesNotContain("停用原因", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(503, (await Api("zh-CN")).Status);
    }

    public static TheoryData<string> Groups => new(SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json")).UserGroups.Keys);

    [Theory, MemberData(nameof(Groups))]
    public async Task Only_administrators_reach_the_switch(string group)
    {
        var settings = site.Now.OfType("settings").Single();
        var actor = new Actor("somebody", [site.Now.Schema.UserGroups[group]], settings.Id);
        var outcome = await site.Get<SaveAndPublish>().Execute(actor, new SaveAndPublish.Command(Save(true, "原因", "Why"), ["zh-CN"]), TestContext.Current.CancellationToken);
        Assert.Equal(group == "administrator", outcome.IsOk);
        Assert.Equal(group == "administrator" ? 503 : 200, (await site.Read("/assistant")).Status);
    }

    private Task<PublishDocument.Result> Switch(bool off, string? zh, string? en) =>
        RunningSite.Do(c => site.Get<SaveAndPublish>().Execute(site.Editor, new SaveAndPublish.Command(Save(off, zh, en), ["zh-CN", "en-US"]), c));

    private SaveDocument.Command Save(bool off, string? zh, string? en)
    {
        var settings = site.Now.OfType("settings").Single();
        var content = site.Get<ReadDrafts>().Read(site.Editor, settings.Id).Value!.Content;
        content.Invariant["assistantOff"] = off;
        foreach (var (culture, reason) in new[] { ("zh-CN", zh), ("en-US", en) })
            content.Cultures[culture].Values["assistantOffReason"] = reason is null ? null : JsonValue.Create(reason);
        return new SaveDocument.Command(settings.Id, content);
    }

    private async Task<Answer> Post(string path)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", Question)]);
        return await Answered(await site.Client.PostAsync(path, form, TestContext.Current.CancellationToken));
    }

    private async Task<Answer> Api(string culture)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { question = Question, culture }), Encoding.UTF8, "application/json");
        return await Answered(await site.Client.PostAsync("/api/assistant", body, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> Answered(HttpResponseMessage response)
    {
        using (response)
            return new Answer((int)response.StatusCode, response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
