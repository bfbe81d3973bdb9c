using System.Net.Http.Json;
using System.Text.Json;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>The whole way: the API, its event stream and the page, with a model behind them.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private const string Factory = "高新区的标准厂房，3000平，承重1吨";
    private ScriptedModel model = null!;
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        model = await ScriptedModel.Start();
        site = new RunningSite { Model = new ModelOptions(model.Url, "scripted", ModelSite.Key, TimeSpan.FromSeconds(2.5), 5_000_000, 100_000, 0, 0, null) };
        await site.InitializeAsync();
        await site.Indexed();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task Checked_sentences_are_streamed_while_the_model_still_speaks()
    {
        var seen = new TaskCompletionSource();
        model.Part = async e =>
        {
            await e.Pieces(PartTests.Good(e).Split('\n')[0] + "\n");
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), e.HungUp);
            await e.Say("租金只要 9.9 元[1]。");
        };
        var events = new List<(string Name, string Data)>();
        using var response = await Post("text/event-stream", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var name = "";
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            events.Add((name, line[6..]));
            // The first is of the steps, the second of the model.
            if (events.Count == 2)
                seen.TrySetResult();
        }

        Assert.True(seen.Task.IsCompletedSuccessfully);
        Assert.Equal("answer", events[^1].Name);
        var reply = JsonElement.Parse(events[^1].Data);
        Assert.Equal("model", reply.GetProperty("mode").GetString());
        Assert.DoesNotContain(events, e => e.Data.Contains("9.9", StringComparison.Ordinal));
        foreach (var text in events.Where(e => e.Name == "text").Select(e => JsonElement.Parse(e.Data).GetString()!))
            Assert.Contains(text, reply.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_the_page_wait_for_the_whole_and_say_who_wrote_it()
    {
        model.Part = e => e.Say(PartTests.Good(e));
        using (var response = await Post("application/json"))
        {
            var reply = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal(("model", JsonValueKind.Null), (reply.GetProperty("mode").GetString(), reply.GetProperty("fallback").ValueKind));
            Assert.Contains("语言模型", reply.GetProperty("aiLabel").GetString(), StringComparison.Ordinal);
        }

        using var page = await site.Client.PostAsync(new Uri("/assistant", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("turn", "|周市的厂房"), KeyValuePair.Create("q", Factory)]), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("由语言模型", html, StringComparison.Ordinal);
        // The question before is answered again by rules: it costs nothing.
        Assert.Contains("未使用语言模型", html, StringComparison.Ordinal);
        Assert.Equal(2, model.Exchanges.Count);
    }

    [Fact]
    public async Task Whoever_goes_away_is_not_spoken_to()
    {
        var (called, hungUp) = (new TaskCompletionSource(), new TaskCompletionSource());
        model.Part = async e =>
        {
            called.TrySetResult();
            e.HungUp.Register(() => hungUp.TrySetResult());
            await Task.Delay(Timeout.Infinite, e.HungUp);
        };
        // Long before patience would end.
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            using var response = await Post("text/event-stream", HttpCompletionOption.ResponseHeadersRead, gone.Token);
            var reading = response.Content.ReadAsStringAsync(gone.Token);
            await called.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Neither_question_nor_key_stands_in_a_log()
    {
        foreach (var status in new[] { 200, 401, 500 })
        {
            model.Part = e => status == 200 ? e.Say("<b>" + e.Messages[1].Text) : e.Status(status);
            using var response = await Post("application/json");
            Assert.Equal("built-in", (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("mode").GetString());
        }

        var logs = string.Concat(site.Logs());
        Assert.Contains("language model", logs, StringComparison.Ordinal);
        foreach (var secret in new[] { ModelSite.Key, "标准厂房", JsonEncodedText.Encode("标准厂房").ToString() })
            Assert.DoesNotContain(secret, logs, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpResponseMessage> Post(string accept, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, CancellationToken? cancellation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assistant") { Content = JsonContent.Create(new { question = Factory }) };
        request.Headers.Accept.ParseAdd(accept);
        return await site.Client.SendAsync(request, completion, cancellation ?? TestContext.Current.CancellationToken);
    }
}
