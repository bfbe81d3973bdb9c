using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Assistant.Tools;
using ParkBrand.Search;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>What whoever pays for the model, and is called at night for it, leans on: what is counted, what is logged, who is hung up on.</summary>
[Collection(nameof(RunningSite))]
public sealed class OperatorTests(RunningSite site) : IAsyncLifetime
{
    private const string Factory = "高新区的标准厂房，3000平，承重1吨";
    private ScriptedModel model = null!;

    public async ValueTask InitializeAsync()
    {
        model = await ScriptedModel.Start();
        await site.Indexed();
    }

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task Who_leaves_in_the_middle_costs_what_was_spent_and_is_no_fault_of_the_model()
    {
        model.Part = async e =>
        {
            await e.Pieces(PartTests.Good(e).Split('\n')[0] + "\n");
            await Task.Delay(Timeout.Infinite, e.HungUp);
        };
        var assistant = ModelSite.New(site, Options());
        for (var i = 0; i < 8; i++)
            await Leave(assistant, cancels: true);
        model.Part = e => e.Say(PartTests.Good(e));
        Assert.Equal(Reply.Model, (await assistant.Ask(Inquiry(), TestContext.Current.CancellationToken)).Mode);

        // Eight that were broken off are far more than this.
        model.Part = async e => await Task.Delay(Timeout.Infinite, e.HungUp);
        var poor = ModelSite.New(site, Options() with { VisitorTokens = 1500 });
        for (var i = 0; i < 8; i++)
            await Leave(poor, cancels: true, await0: true);
        model.Part = e => e.Say(PartTests.Good(e));
        Assert.Equal(Fallback.Budget, (await poor.Ask(Inquiry(), TestContext.Current.CancellationToken)).Fallback);
    }

    [Fact]
    public async Task Who_stops_listening_without_a_word_stops_the_model()
    {
        var hungUp = new TaskCompletionSource();
        model.Part = async e =>
        {
            e.HungUp.Register(() => hungUp.TrySetResult());
            await e.Pieces(PartTests.Good(e).Split('\n')[0] + "\n");
            await Task.Delay(Timeout.Infinite, e.HungUp);
        };
        await Leave(ModelSite.New(site, Options() with { Patience = TimeSpan.FromSeconds(20) }), cancels: false);
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Tokens_that_are_told_with_every_part_are_counted_once()
    {
        model.Part = async e =>
        {
            for (var i = 1; i <= 20; i++)
                await e.Raw($"data: {{\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{{\"prompt_tokens\":900,\"completion_tokens\":{i * 5},\"total_tokens\":{900 + (i * 5)}}}}}\n\n");
            await e.Say(PartTests.Good(e));
        };
        Assert.Equal((900, 100), await Tokens());
        // Who says that nothing was read is not believed.
        model.Part = async e =>
        {
            await e.Pieces(PartTests.Good(e));
            await e.Raw("data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":-5,\"total_tokens\":0}}\n\ndata: [DONE]\n\n");
        };
        var (sent, received) = await Tokens();
        Assert.InRange(sent, 200, 20_000);
        Assert.InRange(received, 10, 1000);
        // What holds nothing and what stops costs as much as what is used; what was refused costs nothing.
        model.Part = e => e.Say(string.Concat(Enumerable.Repeat("胡言乱语。\n", 40)));
        Assert.InRange((await Tokens()).Sent, 200, 20_000);
        model.Part = async e => await Task.Delay(Timeout.Infinite, e.HungUp);
        Assert.InRange((await Tokens()).Sent, 200, 20_000);
        model.Part = e => e.Status(401);
        Assert.Equal((0, 0), await Tokens());
    }

    [Fact]
    public async Task Very_many_at_once_get_the_built_in_answer_at_once()
    {
        var all = new TaskCompletionSource();
        model.Part = async e =>
        {
            await all.Task.WaitAsync(e.HungUp);
            await e.Say(PartTests.Good(e));
        };
        var assistant = ModelSite.New(site, Options() with { Patience = TimeSpan.FromSeconds(20) });
        var asked = Enumerable.Range(0, Line.MostAtOnce + 6).Select(_ => assistant.Ask(Inquiry(), TestContext.Current.CancellationToken)).ToList();
        var early = new List<Reply>();
        while (early.Count < 6)
        {
            var first = await Task.WhenAny(asked).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
            asked.Remove(first);
            early.Add(await first);
        }

        Assert.All(early, r => Assert.Equal(Fallback.Busy, r.Fallback));
        all.SetResult();
        Assert.All(await Task.WhenAll(asked), r => Assert.Equal(Reply.Model, r.Mode));
    }

    [Fact]
    public async Task A_log_says_once_that_it_is_left_alone_and_once_that_the_money_is_spent()
    {
        var log = new Lines();
        model.Part = e => e.Status(500, ("Retry-After", "9"));
        var failing = ModelSite.New(site, Options(), log);
        for (var i = 0; i < 30; i++)
            await failing.Ask(Inquiry(), TestContext.Current.CancellationToken);
        Assert.Single(log.Said, l => l.Contains("left alone", StringComparison.Ordinal));
        Assert.InRange(log.Said.Count, 5, 10);

        log.Said.Clear();
        model.Part = e => e.Say(PartTests.Good(e));
        var spent = ModelSite.New(site, Options() with { SiteTokens = 500 }, log);
        for (var i = 0; i < 10; i++)
            await spent.Ask(Inquiry(), TestContext.Current.CancellationToken);
        Assert.Contains("is spent", Assert.Single(log.Said), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_lines_in_one_large_part_keep_nobody_busy()
    {
        var watch = Stopwatch.StartNew();
        var sentences = new SentenceStream();
        Assert.Empty(sentences.Add(new string('\n', 500_000)));
        Assert.Equal(["到高铁站 11 分钟[1]。"], [.. sentences.Add("到高铁站 11 分钟。"), .. sentences.Add("[1]"), .. sentences.Rest()]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task No_argument_makes_a_tool_fail()
    {
        object?[] odd = [null, "", "\0", "parks/robotics-park", "../..", new string('9', 100), "-1", 1e300, -1, 0, true, Array.Empty<object>(), new object?[] { null, 1, "parks/nev-park", new { a = 1 } }, new { kind = new object[] { "factory", 5, new[] { "x" } }, area = "1e999", nothing = (string?)null },
            new { areaMin = -1, area = new[] { 1, 2, 3 }, floorLoad = "\ud800" }, new string[] { "rail", "nothing", "" }];
        var names = new[] { "query", "type", "id", "park", "kind", "areaMin", "needs", "prefer", "parks", "other" };
        foreach (var tool in new Toolbox(Desk()).All.Select(t => t.Name))
            foreach (var value in odd)
                foreach (var also in odd)
                {
                    var arguments = names.Select((n, i) => (n, Value: i % 2 == 0 ? value : also)).ToDictionary(n => n.n, n => n.Value is null ? null : (object?)System.Text.Json.JsonSerializer.SerializeToElement(n.Value));
                    var told = await new Toolbox(Desk()).Call(new FunctionCallContent("1", tool, arguments), TestContext.Current.CancellationToken);
                    Assert.InRange(told.Length, 2, 8_100);
                }

        Desk Desk() => new(new Sources(site.Now, Words.Read(site.Now.Schema)[0]), site.Get<SiteSearch>(), new DateOnly(2026, 11, 22));
    }

    private static Inquiry Inquiry() => new(Factory, 0, null, null, IPAddress.Loopback);

    private ModelOptions Options() => new(model.Url, "scripted", ModelSite.Key, TimeSpan.FromSeconds(1), 5_000_000, 5_000_000, 0, 0, null);

    private async Task<(long Sent, long Received)> Tokens()
    {
        var spoken = new Spoken();
        await foreach (var _ in ModelSite.New(site, Options()).Tell(Inquiry(), spoken, TestContext.Current.CancellationToken))
        {
        }

        return (spoken.Usage!.Sent, spoken.Usage.Received);
    }

    /// <summary>Hears a sentence of the model, or its request alone, and goes away.</summary>
    private async Task Leave(SiteAssistant assistant, bool cancels, bool await0 = false)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var before = model.Exchanges.Count;
        var heard = 0;
        try
        {
            await foreach (var told in assistant.Tell(Inquiry(), gone.Token))
            {
                // The first sentence is of the built-in steps.
                if (++heard == 1 && await0)
                    _ = Task.Run(async () =>
                    {
                        while (model.Exchanges.Count == before)
                            await Task.Delay(5);
                        await gone.CancelAsync();
                    });
                if (heard < 2 || await0)
                    continue;
                if (cancels)
                    await gone.CancelAsync();
                else
                    break;
            }
        }
        catch (OperationCanceledException) when (cancels)
        {
        }
    }

    private sealed class Lines : ILogger<Speaker>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Said.Add(formatter(state, exception));
        }
    }
}
