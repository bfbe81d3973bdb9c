using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ParkBrand.Assistant.Asking;
using ParkBrand.Web.Hosting;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

public sealed class QuestionLimitTests
{
    private const string Question = "周市 厂房 3000平";

    [Fact]
    public async Task Page_and_api_count_together_and_say_what_is_left()
    {
        await using var site = new RunningSite { AssistantLimit = 3 };
        await site.InitializeAsync();
        await site.Indexed();
        var first = await Api(site);
        Assert.Equal((200, "\"assistant\";q=3;w=60", "\"assistant\";r=2;t=60"), (first.Status, first["RateLimit-Policy"], first["RateLimit"]));
        site.Clock.Now += TimeSpan.FromSeconds(20);
        Assert.Equal("\"assistant\";r=1;t=40", (await site.Read("/assistant?q=" + Uri.EscapeDataString(Question)))["RateLimit"]);
        Assert.Equal((200, "\"assistant\";r=0;t=40"), (await Page(site) is var third ? third.Status : 0, third["RateLimit"]));

        var refused = await Api(site);
        Assert.Equal((429, "application/problem+json", "40"), (refused.Status, refused["Content-Type"], refused["Retry-After"]));
        Assert.Contains("40 s", JsonDocument.Parse(refused.Bytes).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // Nothing else is slower for it: the bare page, the finder, the search.
        foreach (var path in new[] { "/assistant", "/finder?area=3000", "/search?q=a", "/api/match?limit=1" })
            Assert.Equal(200, (await site.Read(path)).Status);

        // The first of the three is a minute ago.
        site.Clock.Now += TimeSpan.FromSeconds(40);
        Assert.Equal("\"assistant\";r=0;t=20", (await Api(site))["RateLimit"]);
        Assert.Equal(429, (await Api(site)).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_on_the_page_and_loses_nothing()
    {
        await using var site = new RunningSite { AssistantLimit = 1 };
        await site.InitializeAsync();
        await site.Indexed();
        Assert.Equal(200, (await Page(site)).Status);
        site.Clock.Now += TimeSpan.FromSeconds(13);
        foreach (var refused in new[] { await Page(site, ("turn", "|做电池包，要8000平标准厂房"), ("turn", "rail|手机 13812345678")), await site.Read("/assistant?q=" + Uri.EscapeDataString(Question)), await site.Send(HttpMethod.Head, "/assistant?q=a") })
        {
            Assert.Equal((429, "no-store", "47"), (refused.Status, refused["Cache-Control"], refused["Retry-After"]));
            if (refused.Bytes.Length == 0)
                continue;
            var page = Markup.Of(refused);
            Assert.Empty(page.Faults());
            Assert.Contains("47 秒后再发送", page.Document.QuerySelector("#trouble")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Question, page.Document.QuerySelector("textarea")!.TextContent);
            if (page.Document.QuerySelectorAll("input[name=turn]").Select(i => i.GetAttribute("value")).ToList() is { Count: > 0 } carried)
                Assert.Equal(["|做电池包，要8000平标准厂房", "rail|手机 ***********"], carried);
        }
    }

    [Fact]
    public void Nothing_typed_costs_nothing_and_visitors_do_not_count_for_each_other()
    {
        var clock = new SettableClock(DateTimeOffset.UnixEpoch);
        var limit = new VisitLimit("x", 2, clock);
        for (var i = 0; i < 500; i++)
            Assert.True(limit.Take(From("10.0." + i % 250 + "." + i / 250)).Taken);
        Assert.True(limit.Take(From("10.0.3.0")).Taken);
        Assert.Equal(new Pace(false, 60), limit.Take(From("10.0.3.0")));
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(limit.Take(From("10.0.3.0")).Taken);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.True(new VisitLimit("x", 0, clock).Take(From("10.0.3.0")).Taken));
    }

    [Fact]
    public async Task Answers_take_half_of_the_processors_at_most_and_who_goes_away_waits_no_longer()
    {
        using var limits = new AssistantLimits(0, TimeProvider.System);
        var (most, now) = (0, 0);
        using var enough = new ManualResetEventSlim();
        var answers = Enumerable.Range(0, 40).Select(i => Task.Run(() => limits.InTurn(() =>
        {
            var working = Interlocked.Increment(ref now);
            for (int seen; (seen = most) < working && Interlocked.CompareExchange(ref most, working, seen) != seen;) ;
            enough.Wait(20, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref now);
            return i;
        }, CancellationToken.None))).ToList();
        using var gone = new CancellationTokenSource(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(Enumerable.Range(0, 40).Select(_ => limits.InTurn(() => { enough.Wait(20, CancellationToken.None); return 0; }, gone.Token))));
        Assert.Equal(Enumerable.Range(0, 40), await Task.WhenAll(answers));
        Assert.InRange(most, 1, Math.Max(1, Environment.ProcessorCount / 2));
    }

    [Theory]
    [InlineData(null, 15, true)]
    [InlineData("0", 0, true)]
    [InlineData("40", 40, true)]
    [InlineData("-1", 15, false)]
    [InlineData("1e3", 15, false)]
    [InlineData("10001", 15, false)]
    public void The_option_is_a_number(string? given, int limit, bool fits) => Assert.Equal((limit, fits), (QuestionLimit.Of(given), QuestionLimit.Problem(given) is null));

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = System.Net.IPAddress.Parse(address) } };

    private static async Task<Answer> Api(RunningSite site)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { question = Question }), Encoding.UTF8, "application/json");
        return await Answered(await site.Client.PostAsync("/api/assistant", body, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> Page(RunningSite site, params (string, string)[] more)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", Question), .. more.Select(f => KeyValuePair.Create(f.Item1, f.Item2))]);
        return await Answered(await site.Client.PostAsync("/assistant", form, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> Answered(HttpResponseMessage response)
    {
        using (response)
            return new Answer((int)response.StatusCode, response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
