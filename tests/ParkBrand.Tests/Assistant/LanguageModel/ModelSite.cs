using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>The running site's assistant with a model that plays a part; each has a line and a budget of its own.</summary>
internal sealed class ModelSite(RunningSite site, ScriptedModel model, Func<ModelOptions, ModelOptions>? with = null)
{
    public const string Key = "sk-not-a-real-key";

    private readonly SiteAssistant assistant = New(site, (with ?? (o => o))(new ModelOptions(model.Url, "scripted", Key, TimeSpan.FromSeconds(2.5), 5_000_000, 100_000, 2, 8, null)));

    public SiteAssistant Assistant => assistant;

    public static SiteAssistant New(RunningSite site, ModelOptions options, ILogger<Speaker>? logger = null) => New(site, Step(site, options, logger));

    public static SiteAssistant New(RunningSite site, ModelStep step) => new(site.Get<Composer>(), site.Get<SnapshotSource>(), site.Get<SiteSearch>(), site.Get<AssistantLimits>(), step);

    public static ModelStep Step(RunningSite site, ModelOptions options, ILogger<Speaker>? logger = null)
    {
        var (clock, log) = (TimeProvider.System, logger ?? NullLogger<Speaker>.Instance);
        return new ModelStep(() => new Speaker(new OpenAIChat(options), options, new Budget(options, clock), new Line(clock, log), log), site.Get<SiteSearch>(), clock);
    }

    public async Task<Outcome> Ask(string question, int culture = 0, string? conversation = null)
    {
        await site.Indexed();
        var sentences = new List<string>();
        var watch = Stopwatch.StartNew();
        await foreach (var told in assistant.Tell(new Inquiry(question, culture, conversation, null, System.Net.IPAddress.Loopback), TestContext.Current.CancellationToken))
            if (told.Reply is { } reply)
                return new Outcome(reply, sentences, watch.Elapsed, assistant.Ask(question, culture, conversation));
            else
                sentences.Add(told.Sentence!);
        throw new InvalidOperationException("No reply.");
    }
}

/// <param name="BuiltIn">What is answered without a model.</param>
internal sealed record Outcome(Reply Reply, IReadOnlyList<string> Streamed, TimeSpan Took, Reply BuiltIn)
{
    /// <summary>Everything that a visitor may have seen.</summary>
    public string Shown => string.Join('\n', [.. Streamed, SiteAssistant.Json(Reply)]);
}
