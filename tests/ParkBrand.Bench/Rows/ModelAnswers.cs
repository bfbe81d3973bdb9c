using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ParkBrand.Bench.Hosting;
using ParkBrand.Bench.Measuring;
using ParkBrand.Tests.Assistant.LanguageModel;

namespace ParkBrand.Bench.Rows;

/// <summary>P8: whole answers with a model that answers at once, so that all the time is ours; and the built-in answer when a model is silent.</summary>
internal static class ModelAnswers
{
    private const int Silent = 4, WarmUps = 150, Asked = 150;
    private const string Question = "\u6807\u51c6\u5382\u623f 3000\u5e73"; // a factory of 3,000 m²

    public static async Task<IReadOnlyList<Figure>> Measure(BenchOptions options, City city)
    {
        await using var model = await ScriptedModel.Start();
        using var site = await Server.Site(options, city, ("PARKBRAND_ASSISTANT_URL", model.Url.ToString()), ("PARKBRAND_ASSISTANT_MODEL", "scripted"), ("PARKBRAND_ASSISTANT_TOKENS", "1000000000,1000000000"));
        using var http = new HttpClient { BaseAddress = new Uri(site.Url) };
        model.Part = AtOnce;
        var questions = Chats.Questions(options.Root).Select(d => (d.Turns[0].Ask, d.Culture)).ToList();
        for (var i = 0; i < WarmUps;)
            if (await Ask(http, questions[i % questions.Count]) is null)
                await Task.Delay(100); // the index is being made
            else
                i++;
        var times = new List<double>();
        for (var i = 0; i < Asked; i++)
            if (await Ask(http, questions[i % questions.Count]) is (true, var time))
                times.Add(time);
        model.Part = e => Task.Delay(Timeout.Infinite, e.HungUp);
        var silent = new List<double>();
        for (var i = 0; i < Silent; i++)
            silent.Add(await Ask(http, (Question, "zh-CN")) is (false, var waited) ? waited / 1000 : throw new MeasurementException("a silent model answered"));
        if (times.Count < Asked / 4)
            throw new MeasurementException($"the model was used for {times.Count} of {Asked} questions");
        var whole = new Figure("", "", times);
        return
        [
            new Figure($"answer with a model that answers at once, p95 of {times.Count}, {city.Name}", "ms", [whole.Percentile(95)], new Bar(60, "≤ 60 ms"), string.Create(CultureInfo.InvariantCulture, $"median {whole.Median:0.#} ms")),
            new Figure($"built-in answer when the model is silent, longest of {Silent}", "s", [silent.Max()], new Bar(3, "≤ 3 s")),
        ];
    }

    /// <summary>What the site gave with the question, one fact a sentence.</summary>
    private static Task AtOnce(ScriptedModel.Exchange e) =>
        e.Say(string.Join('\n', e.Facts.Where(f => !f.Value.Contains('\u3002', StringComparison.Ordinal)).Take(5).Select(f => $"{f.Document} {f.Field} {f.Value}[{f.N}]\u3002")), 40);

    /// <returns>Whether a model wrote it, and the ms that it took; null while the index is being made.</returns>
    private static async Task<(bool Spoken, double Time)?> Ask(HttpClient http, (string Question, string Culture) asked)
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.PostAsJsonAsync("/api/assistant", new { question = asked.Question, culture = asked.Culture });
        if (response.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
            return null;
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (reply.GetProperty("mode").GetString() == "model", clock.Elapsed.TotalMilliseconds);
    }
}
