using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Finder;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Tests.PublicSite;

/// <summary>A clock that stands still until it is set; timers run on real time.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The real server on a port of its own, with the real content, schema and theme; only the clock is ours.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly MapTiles? tiles;

    public RunningSite()
    {
    }

    internal RunningSite(MapTiles tiles) => this.tiles = tiles;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly ContentSchema Schema = SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json"));

    // The content is imported once; each server gets a copy of the result.
    private static readonly Lazy<TestFolder> Imported = new(Import);

    private readonly TestFolder folder = new();
    private WebApplication app = null!;

    internal SettableClock Clock { get; } = new(Noon);

    /// <summary>More for the host to know, e.g. who is signed in.</summary>
    internal Action<IServiceCollection>? Also { get; init; }

    /// <summary>A language model for the assistant.</summary>
    internal ParkBrand.Assistant.LanguageModel.ModelOptions? Model { get; init; }

    /// <summary>Questions of one visitor in a minute; the clock stands still, so a limit would never end.</summary>
    internal int AssistantLimit { get; init; }

    /// <summary>Opens drafts in the Content Delivery API.</summary>
    internal string? DeliveryKey { get; init; }
    internal HttpClient Client { get; private set; } = null!;
    internal Uri Address { get; private set; } = null!;
    internal string DataFolder => folder.Path;
    internal Snapshot Now => Get<SnapshotSource>().Current;
    internal Actor Editor { get; } = Actor.Site("test");

    internal T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Imported.Value.Path, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Imported.Value.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        app = SiteHost.Build(new SiteHostOptions(Schema, folder.Path, "http://127.0.0.1:0", Tiles: tiles, AssistantLimit: AssistantLimit, Model: Model, DeliveryKey: DeliveryKey) { PrivateReceivers = true }, services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            Also?.Invoke(services);
        });
        app.Services.LoadContent();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.Single());
        Client = NewClient();
    }

    /// <summary>What has been logged so far.</summary>
    internal IEnumerable<string> Logs()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "logs")))
        {
            using var open = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            yield return open.ReadToEnd();
        }
    }

    internal HttpClient NewClient(DecompressionMethods decompression = DecompressionMethods.None, bool patient = true)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = decompression, ActivityHeadersPropagator = null };
        return new(patient ? new Patience(handler) : handler) { BaseAddress = Address };
    }

    /// <summary>A test asks the APIs more in a second than people do: it waits where it is told to come back at once. Longer limits are what a test is about.</summary>
    private sealed class Patience(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode != HttpStatusCode.TooManyRequests || response.Headers.RetryAfter?.Delta is not { } wait || wait > Most)
                    return response;
                response.Dispose();
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    internal Task<Answer> Read(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    internal async Task<Answer> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, all, bytes);
    }

    /// <summary>Sends a request target exactly as it is written; the HTTP client would tidy it up.</summary>
    internal async Task<Answer> Raw(string target, string method = "GET")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"), TestContext.Current.CancellationToken);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(all.ToArray());
        var head = text.Split("\r\n\r\n", 2);
        var lines = head[0].Split("\r\n");
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).GroupBy(h => h[0], StringComparer.OrdinalIgnoreCase).ToDictionary(h => h.Key, h => h.First()[1], StringComparer.OrdinalIgnoreCase);
        return new Answer(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), headers, Encoding.UTF8.GetBytes(head.ElementAtOrDefault(1) ?? ""));
    }

    internal static async Task<T> Do<T>(Func<CancellationToken, Task<Outcome<T>>> useCase)
    {
        var outcome = await useCase(TestContext.Current.CancellationToken);
        Assert.True(outcome.IsOk, outcome.Message + string.Join('\n', outcome.Problems));
        return outcome.Value!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }

    private static TestFolder Import()
    {
        var target = new TestFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => target.Dispose();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new SettableClock(Noon)).AddContent(new ContentOptions(Schema, target.Path));
        using (var provider = services.BuildServiceProvider())
        {
            provider.LoadContent();
            var imported = provider.GetRequiredService<ParkBrand.Content.Import.ImportContent>()
                .Execute(Actor.Site("test"), new(RepositoryRoot.File("content"))).GetAwaiter().GetResult();
            Assert.True(imported.IsOk, $"{imported.Message}\n{string.Join('\n', imported.Value?.Problems ?? [])}");
        }

        return target;
    }
}

internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text { get; } = Encoding.UTF8.GetString(Bytes);
    public string? this[string header] => Headers.GetValueOrDefault(header);
}

/// <summary>One server for all tests that only read.</summary>
[CollectionDefinition(nameof(RunningSite))]
public sealed class SharedSite : ICollectionFixture<RunningSite>;
