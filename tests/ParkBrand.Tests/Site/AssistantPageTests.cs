using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ParkBrand.Assistant.Asking;

namespace ParkBrand.Tests.PublicSite;

/// <summary>The assistant's page: as a form without script, and the events that the script reads.</summary>
[Collection(nameof(RunningSite))]
public sealed class AssistantPageTests(RunningSite site)
{
    private const string Battery = "做电池包，要8000平标准厂房，承重1吨，离高铁近", Jobs = "那里有什么岗位";

    [Fact]
    public async Task The_bare_page_can_be_found_and_kept_and_offers_questions()
    {
        foreach (var path in new[] { "/assistant", "/en/assistant" })
        {
            var answer = await site.Read(path);
            Assert.Equal((200, "no-cache", null), (answer.Status, answer["Cache-Control"], answer["X-Robots-Tag"]));
            var page = Markup.Of(answer);
            Assert.Empty(page.Faults());
            Assert.Null(page.Document.QuerySelector("meta[name=robots]"));
            Assert.InRange(page.Document.QuerySelectorAll("button[name=say]").Length, 4, 6);
            Assert.Empty(page.Document.QuerySelectorAll(".turn"));
            Assert.Equal("page", page.Document.QuerySelector($".nav a[href='{path}']")!.GetAttribute("aria-current"));
        }
    }

    [Fact]
    public async Task Two_turns_without_script()
    {
        var first = await Asked([("q", Battery)]);
        Assert.Equal([Battery], Questions(first));
        Assert.Contains("8,000", first.Document.QuerySelector(".needs")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(first.Document.QuerySelectorAll(".match"));

        var second = await Asked([.. Form(first), ("q", Jobs)]);
        Assert.Equal([Battery, Jobs], Questions(second));
        Assert.All(Turns(second).Last().QuerySelectorAll(".match h3 a"), a => Assert.Contains("/jobs/", a.GetAttribute("href"), StringComparison.Ordinal));
        var parks = Turns(second)[0].QuerySelectorAll(".match .sub").Select(p => p.TextContent).ToHashSet();
        Assert.All(Turns(second)[1].QuerySelectorAll(".match .sub"), p => Assert.Contains(p.TextContent, parks));
        // The first answer is the same when it is given again.
        Assert.Equal(Turns(first)[0].QuerySelector(".say .label ~ p")!.TextContent, Turns(second)[0].QuerySelector(".say .label ~ p")!.TextContent);
    }

    [Fact]
    public async Task In_English_too()
    {
        var first = await Asked([("q", "Battery packs, a factory of 8,000 m²")], "/en/assistant");
        var second = await Asked([.. Form(first), ("q", "What about jobs there?")], "/en/assistant");
        Assert.Equal("en-US", second.Document.DocumentElement.GetAttribute("lang"));
        Assert.All(second.Document.QuerySelectorAll(".match h3 a, .sources ol > li > a"), a => Assert.StartsWith("/en/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("no language model", second.Document.QuerySelector(".label")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_is_taken_back()
    {
        var first = await Asked([("q", Battery)]);
        var button = first.Document.QuerySelector(".needs button[value=floorLoad]")!;
        Assert.Equal("ask", button.GetAttribute("form"));
        var second = await Asked([.. Form(first), ("q", ""), ("without", "floorLoad")]);
        Assert.Equal([Battery, Battery], Questions(second));
        var needs = Turns(second)[1].QuerySelectorAll(".needs button").Select(b => b.GetAttribute("value")).ToList();
        Assert.Equal(first.Document.QuerySelectorAll(".needs button").Select(b => b.GetAttribute("value")).Where(v => v != "floorLoad"), needs);
        Assert.Contains("楼面承重", second.Document.QuerySelector(".taken")!.TextContent, StringComparison.Ordinal);

        // What was only wished for can be taken back as well, and what was taken back stays away.
        var third = await Asked([.. Form(second), ("without", "rail")]);
        Assert.Equal(needs.Where(n => n != "rail"), Turns(third)[2].QuerySelectorAll(".needs button").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task Every_mark_leads_to_a_source_with_version_and_date()
    {
        var page = await Asked([("q", Battery)]);
        var marks = page.Document.QuerySelectorAll("a.cite");
        Assert.InRange(marks.Length, 8, 60);
        foreach (var mark in marks)
            Assert.Equal(mark.TextContent, page.Document.QuerySelector(mark.GetAttribute("href")!)!.QuerySelector("b")!.TextContent);
        Assert.All(page.Document.QuerySelectorAll(".sources small"), s => Assert.Matches("第 [0-9]+ 版，20[0-9]{2}-[0-9]{2}-[0-9]{2} 确认", s.TextContent));
        foreach (var source in page.Document.QuerySelectorAll(".sources ol > li > a, .needs a, .out a").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.Equal(200, (await site.Read(source)).Status);
        Assert.Contains("未使用语言模型", page.Document.QuerySelector(".label")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".ask-desk a[href^='tel:']"));
        Assert.Contains("8,000", page.Document.QuerySelector(".enquiry")!.TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile => new()
    {
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-' 张浦 厂房", "</textarea><svg onload=alert(1)>", "[1] [999] 张浦 标准厂房", "|floorLoad,rail|8000平厂房", "\u202e\u200b\u0001张浦厂房",
        "javascript:alert(1) 周市 厂房", "{{7*7}} ${7*7} 厂房 5000平",
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_question_stays_text(string question)
    {
        var first = await Asked([("q", question)]);
        var second = await Asked([.. Form(first), ("turn", question), ("turn", "x|" + question), ("before", question), ("q", question)]);
        foreach (var page in new[] { first, second, Markup.Of(await site.Read("/assistant?q=" + Uri.EscapeDataString(question))) })
        {
            Assert.Empty(page.Faults());
            Assert.Empty(page.Document.QuerySelectorAll("main img, main script"));
            Assert.Equal(SiteAssistant.Shown(question), Questions(page)[^1]);
            foreach (var mark in page.Document.QuerySelectorAll("a.cite"))
                Assert.NotNull(page.Document.QuerySelector(mark.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task What_identifies_a_person_comes_back_masked()
    {
        var page = await Post([("q", "我的手机 13812345678，找周市的厂房")]);
        Assert.DoesNotContain("13812345678", page.Text, StringComparison.Ordinal);
        Assert.Contains("***", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_kept_nowhere_and_listed_nowhere()
    {
        foreach (var answer in new[] { await Post([("q", Battery)]), await site.Read("/assistant?q=" + Uri.EscapeDataString(Battery)) })
        {
            Assert.Equal((200, "no-store", "noindex", null), (answer.Status, answer["Cache-Control"], answer["X-Robots-Tag"], answer["ETag"]));
            Assert.Equal("noindex", Markup.Of(answer).Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Null(answer["Set-Cookie"]);
        }

        Assert.Contains("Disallow: /assistant?", (await site.Read("/robots.txt")).Text, StringComparison.Ordinal);
        Assert.Equal((200, 0), ((await site.Send(HttpMethod.Head, "/assistant?q=a")).Status, (await site.Send(HttpMethod.Head, "/assistant?q=a")).Bytes.Length));
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_told_and_not_lost()
    {
        Assert.Contains("还没有写问题", (await Asked([("q", " ")])).Document.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
        var tooLong = await Asked([("turn", "|" + Battery), ("q", new string('厂', SiteAssistant.LongestQuestion + 1))]);
        Assert.Contains("太长", tooLong.Document.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new string('厂', SiteAssistant.LongestQuestion + 1), tooLong.Document.QuerySelector("#q")!.TextContent);
        Assert.Equal([Battery], Questions(tooLong));
    }

    [Fact]
    public async Task A_form_beyond_every_limit_is_answered_with_a_sentence()
    {
        foreach (var field in new[] { "q", "turn", "before" })
        {
            var page = await Post([(field, new string('x', 70_000))]);
            Assert.Equal("no-store", page["Cache-Control"]);
            Assert.NotEqual("", Markup.Of(page).Document.QuerySelector(".trouble")!.TextContent);
            Assert.InRange(page.Bytes.Length, 1, 30_000);
        }

        Assert.Equal(200, (await Post([.. Enumerable.Range(0, 900).Select(i => ("turn", "|厂房" + i))])).Status);
    }

    [Fact]
    public async Task A_long_dialogue_keeps_its_end()
    {
        var page = await Asked([("q", Battery)]);
        for (var i = 0; i < 7; i++)
            page = await Asked([.. Form(page), ("q", i % 2 == 0 ? Jobs : "再大一点")]);
        Assert.Equal(6, Turns(page).Count);
        Assert.Equal(6, page.Document.QuerySelectorAll("input[name=turn]").Length);
        Assert.NotEqual("", page.Document.QuerySelector("input[name=before]")!.GetAttribute("value") ?? "");
        Assert.Empty(page.Faults());
    }

    [Fact]
    public async Task A_park_page_leads_to_a_conversation_about_the_park()
    {
        var park = Markup.Of(await site.Read("/parks/nev-park"));
        var launch = park.Document.QuerySelector(".launch a")!.GetAttribute("href")!;
        Assert.Equal("/assistant?about=nev-park", launch);
        var page = Markup.Of(await site.Read(launch));
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots]"));
        Assert.Contains("新能源汽车产业园", page.Document.QuerySelector("textarea")!.GetAttribute("placeholder"), StringComparison.Ordinal);
        var answer = await Asked([.. Form(page), ("q", Jobs)]);
        Assert.All(answer.Document.QuerySelectorAll(".match .sub"), p => Assert.Equal("新能源汽车产业园", p.TextContent));
        Assert.NotEmpty(answer.Document.QuerySelectorAll(".match"));
    }

    [Fact]
    public async Task The_stream_tells_sentences_then_cards_then_all_of_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assistant") { Content = new StringContent(JsonSerializer.Serialize(new { question = Battery, without = new[] { "rail" } }), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(("text/event-stream", true), (response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.NoStore));
        var events = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.Split('\n')).Select(e => (Name: e[0]["event: ".Length..], Data: JsonDocument.Parse(e[1]["data: ".Length..]).RootElement)).ToList();
        var whole = events[^1].Data;
        Assert.Equal("answer", events[^1].Name);
        Assert.Equal(whole.GetProperty("text").GetString(), string.Concat(events.Where(e => e.Name == "text").Select(e => e.Data.GetString())));
        Assert.Equal(whole.GetProperty("cards").GetArrayLength(), events.Count(e => e.Name == "card"));
        Assert.Equal(events.Select(e => e.Name), events.Select(e => e.Name).OrderBy(n => Array.IndexOf(["text", "card", "answer"], n)));
        Assert.DoesNotContain(whole.GetProperty("needs").EnumerateArray(), n => n.GetProperty("name").GetString() == "rail");
        Assert.Equal("built-in", whole.GetProperty("mode").GetString());
        Assert.Contains("未使用语言模型", whole.GetProperty("aiLabel").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一句。两句！三句？", 3)]
    [InlineData("面积 1.2 m²[1]。还有。", 2)]
    [InlineData("引文。[1]还有。", 1)]
    [InlineData("First one: 1.2 t[1]. Second is no. 5 of it. Third.", 3)]
    [InlineData("", 0)]
    public void Sentences_are_the_text_again(string text, int count)
    {
        var sentences = SiteAssistant.Sentences(text);
        Assert.Equal((text, count), (string.Concat(sentences), sentences.Count));
    }

    private async Task<Answer> Post(List<(string, string)> fields, string path = "/assistant")
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var response = await site.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Markup> Asked(List<(string, string)> fields, string path = "/assistant")
    {
        var answer = await Post(fields, path);
        Assert.Equal(200, answer.Status);
        return Markup.Of(answer);
    }

    /// <summary>What a browser would send back.</summary>
    private static List<(string, string)> Form(Markup page) =>
        [.. page.Document.QuerySelectorAll("#ask input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))];

    private static List<string> Questions(Markup page) => [.. page.Document.QuerySelectorAll(".turn.you .say > p:first-child").Select(p => p.TextContent)];

    private static List<IElement> Turns(Markup page) => [.. page.Document.QuerySelectorAll(".turn[data-n]")];
}
