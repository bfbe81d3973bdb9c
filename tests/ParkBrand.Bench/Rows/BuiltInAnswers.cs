using System.Diagnostics;
using System.Globalization;
using ParkBrand.Assistant;
using ParkBrand.Bench.Hosting;
using ParkBrand.Bench.Measuring;

namespace ParkBrand.Bench.Rows;

/// <summary>P7: whole answers without a model, over HTTP; and what a thousand chats at once do to those who read pages.</summary>
internal static class BuiltInAnswers
{
    private const int AtOnce = 1000, ReadersAtOnce = 8;

    // A visitor may ask so many questions a minute; a thousand of them, each as often as that, are all that the site takes from a thousand.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1) / AssistantModule.QuestionsPerMinute;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        var shares = Shares.Of(Environment.ProcessorCount);
        using var site = await Server.SiteOn(shares.Site, options, city);
        using var another = await Server.SiteOn(shares.Site, options, city);
        using var http = new HttpClient { BaseAddress = new Uri(site.Url), Timeout = Patience };
        using var there = new HttpClient { BaseAddress = new Uri(another.Url), Timeout = Patience };
        await Ready(http);
        await Ready(there);
        var most = options.Quick ? 300 : int.MaxValue;
        var first = await Ask(options, http, 20);
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < options.WarmUp;)
            await Ask(options, http, most);
        var times = new Figure("", "", await Ask(options, http, most));
        return
        [
            new Figure($"built-in answer, p95 of {times.Samples.Count}, {city.Name}", "ms", [times.Percentile(95)], new Bar(60, "≤ 60 ms"),
                string.Create(CultureInfo.InvariantCulture, $"median {times.Median:0.#} ms, p99 {times.Percentile(99):0.#} ms, longest {times.Samples.Max():0} ms")),
            new Figure("the first built-in answers after a start, p95 of 20", "ms", [new Figure("", "", first).Percentile(95)]),
            .. await BesideReaders(options, shares, site, another, Limit, "as often as the site lets a visitor", new Bar(2, "≤ 2 ×")),
            .. await BesideReaders(options, shares, site, another, TimeSpan.Zero, "without a pause", null),
        ];
    }

    /// <summary>
    /// Readers come at a steady pace: without chats, beside chats with another copy of the site, and beside chats with theirs, in turns, so that all three
    /// see the same machine. The other copy says what it costs to share the site's processors with another program; the rest is the site's doing.
    /// </summary>
    private static async Task<IEnumerable<Figure>> BesideReaders(BenchOptions options, Shares shares, Server site, Server another, TimeSpan pace, string how, Bar? bar)
    {
        var (alone, elsewhere, beside, answers) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await Reading(options, shares, site);
        for (var i = 0; i < BenchOptions.Rounds; i++)
        {
            alone.Add(await Reading(options, shares, site));
            elsewhere.Add((await Beside(options, shares, site, another, pace)).Reading);
            var (reading, asked) = await Beside(options, shares, site, site, pace);
            beside.Add(reading);
            answers.Add(asked);
        }

        return
        [
            new Figure($"cached home page beside {AtOnce:#,0} chats that ask {how}, p99", "× without", Ratios(beside, alone), bar,
                string.Create(CultureInfo.InvariantCulture, $"{ReadersAtOnce} readers, {new Figure("", "", beside).Median:0.#} ms; without chats {new Figure("", "", alone).Median:0.#} ms; {shares}")),
            new Figure($"cached home page beside {AtOnce:#,0} chats with another copy of the site that ask {how}, p99", "× without", Ratios(elsewhere, alone)),
            new Figure($"cached home page beside {AtOnce:#,0} chats that ask {how}, p99", "× chats with another copy", Ratios(beside, elsewhere)),
            new Figure($"built-in answers to {AtOnce:#,0} chats that ask {how}", "/s", answers),
        ];
    }

    private static List<double> Ratios(List<double> measured, List<double> to) => [.. measured.Zip(to, (a, b) => a / b)];

    /// <returns>The 99th percentile of the readers of one site, ms, and the answers a second that the other gave to the chats meanwhile.</returns>
    private static async Task<(double Reading, double Answers)> Beside(BenchOptions options, Shares shares, Server read, Server asked, TimeSpan pace)
    {
        // The chats begin before the readers and end after them.
        var seconds = options.Load.TotalSeconds + 7;
        var chats = Child.Run(shares.Chats, Environment.ProcessPath!, ["chats", asked.Url, options.Root, $"{AtOnce}", seconds.ToString(CultureInfo.InvariantCulture), pace.TotalSeconds.ToString(CultureInfo.InvariantCulture)], options.Root, Patience);
        await Task.Delay(TimeSpan.FromSeconds(6));
        var reading = await Reading(options, shares, read);
        return (reading, double.Parse(await chats, CultureInfo.InvariantCulture) / seconds);
    }

    /// <returns>The 99th percentile, ms.</returns>
    private static async Task<double> Reading(BenchOptions options, Shares shares, Server site) => double.Parse(
        await Child.Run(shares.Readers, Environment.ProcessPath!, ["read", site.Url, $"{ReadersAtOnce}", options.Load.TotalSeconds.ToString(CultureInfo.InvariantCulture)], options.Root, Patience), CultureInfo.InvariantCulture);

    private static async Task<List<double>> Ask(BenchOptions options, HttpClient http, int most)
    {
        var times = new List<double>();
        foreach (var dialogue in Chats.Questions(options.Root))
        {
            string? conversation = null;
            foreach (var turn in dialogue.Turns)
            {
                if (times.Count >= most)
                    return times;
                var clock = Stopwatch.StartNew();
                conversation = await Chats.Ask(http, turn.Ask, dialogue.Culture, conversation);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }

    /// <summary>The index is made in the first seconds.</summary>
    private static async Task Ready(HttpClient http)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(100))
            try
            {
                await Chats.Ask(http, "\u5382\u623f", "zh-CN", null);
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
            {
            }

        throw new MeasurementException("the assistant did not become ready");
    }
}
