using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParkBrand.Bench.Measuring;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Bench.Hosting;

/// <summary>
/// Publishes one park again and again under a new name while a reader of each kind asks for it: the page, the search, the Delivery API,
/// the assistant, and a receiver of webhooks that waits. Prints a line for each that heard of it: its kind and the ms since the call.
/// </summary>
internal static class EverywhereSite
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(2);

    /// <param name="args">Schema, data folder, path of a park, how often.</param>
    public static async Task<int> Run(string[] args)
    {
        var (app, url) = await HostedSite.Start(args[0], args[1], alone: false, behind: true);
        await using var _ = app;
        await SearchingSite.Indexed(app.Services);
        var heard = Channel.CreateUnbounded<TimeSpan>();
        var clock = Stopwatch.StartNew();
        await using var receiver = await Receiver(heard.Writer, clock);
        var webhook = await app.Services.GetRequiredService<SaveWebhook>().Create(PublishingSite.Editor, new SaveWebhook.Command(
            Guid.NewGuid(), "bench", null, receiver.Urls.Single(), [WebhookEvents.ContentPublish], [], new Dictionary<string, string>(), true));
        if (!webhook.IsOk)
            throw new InvalidOperationException(webhook.Message);
        try
        {
            var document = app.Services.GetRequiredService<SnapshotSource>().Current.Resolve(args[2]).Document!;
            using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = Patience };
            for (var i = 0; i < int.Parse(args[3], CultureInfo.InvariantCulture); i++)
            {
                // Letters, so that nothing takes it for a number, and unlike the one before, so that nothing takes it for a slip.
                var mark = string.Concat(SHA256.HashData(BitConverter.GetBytes(i)).Take(10).Select(b => (char)('a' + (b % 26))));
                await PublishingSite.Save(app.Services, document, mark);
                while (heard.Reader.TryRead(out var _))
                {
                    // Of a publication before.
                }

                clock.Restart();
                var seen = Readers(args[2], document.Id, mark).Select(async r => (r.Kind, At: await Until(http, r.Ask, mark, clock))).ToList();
                seen.Add(Sent());
                var outcome = await app.Services.GetRequiredService<PublishDocument>().Execute(PublishingSite.Editor, new PublishDocument.Command(document.Id, [PublishingSite.Culture]));
                if (!outcome.IsOk)
                    throw new InvalidOperationException(outcome.Message);
                foreach (var (kind, at) in await Task.WhenAll(seen))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}\t{at.TotalMilliseconds}"));
                await Task.Delay(100);
            }
        }
        finally
        {
            await app.Services.GetRequiredService<DeleteWebhook>().Execute(PublishingSite.Editor, webhook.Value);
        }

        return 0;

        async Task<(string, TimeSpan)> Sent() => ("webhook", await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience));
    }

    private static IEnumerable<(string Kind, Func<HttpRequestMessage> Ask)> Readers(string path, Guid id, string mark)
    {
        yield return ("page", () => new(HttpMethod.Get, path));
        yield return ("search", () => new(HttpMethod.Get, $"/api/search?q=%22{mark}%22"));
        yield return ("Delivery API", () => new(HttpMethod.Get, $"/umbraco/delivery/api/v2/content/item/{id}"));
        yield return ("assistant", () => new(HttpMethod.Post, "/api/assistant") { Content = JsonContent.Create(new { question = $"{mark}\u5728\u54ea\u91cc\uff1f", culture = PublishingSite.Culture }) });
    }

    private static async Task<TimeSpan> Until(HttpClient http, Func<HttpRequestMessage> ask, string mark, Stopwatch clock)
    {
        while (clock.Elapsed < Patience)
        {
            using var request = ask();
            // Each request is another visitor's: the limits count visitors.
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}"));
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (Says(text, mark))
                return clock.Elapsed;
            await Task.Delay(Pause);
        }

        throw new TimeoutException("what was published was not seen in ten seconds");
    }

    /// <summary>The search repeats what was typed: only what it found counts.</summary>
    private static bool Says(string text, string mark) =>
        (text.IndexOf("\"items\"", StringComparison.Ordinal) is var items and > 0 && text.StartsWith("{\"query\"", StringComparison.Ordinal) ? text[items..] : text).Contains(mark, StringComparison.Ordinal);

    private static async Task<WebApplication> Receiver(ChannelWriter<TimeSpan> heard, Stopwatch clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Server.FreeUrl());
        var app = builder.Build();
        app.Run(_ =>
        {
            heard.TryWrite(clock.Elapsed);
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }
}
