using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>A server that speaks like OpenAI's, over real HTTP on this machine, and plays whatever part it is given.</summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly WebApplication app;
    private readonly List<Exchange> exchanges = [];

    private ScriptedModel(WebApplication app) => this.app = app;

    /// <summary>What it does with each request.</summary>
    public Func<Exchange, Task> Part { get; set; } = e => e.Say("");

    public IReadOnlyList<Exchange> Exchanges => exchanges;
    public Uri Url => new(app.Urls.Single() + "/v1");

    public static async Task<ScriptedModel> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var model = new ScriptedModel(app);
        app.MapPost("/v1/chat/completions", model.Answer);
        await app.StartAsync();
        return model;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public void Forget() => exchanges.Clear();

    private async Task Answer(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var exchange = new Exchange(http, json.RootElement.Clone());
        lock (exchanges)
            exchanges.Add(exchange);
        try
        {
            await Part(exchange);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Whoever asked has hung up.
        }
    }

    /// <summary>One request to the model.</summary>
    public sealed class Exchange(HttpContext http, JsonElement request)
    {
        private bool begun;

        public JsonElement Request => request;
        public string Key { get; } = http.Request.Headers.Authorization.ToString();
        public CancellationToken HungUp => http.RequestAborted;
        public void Abort() => http.Abort();

        public bool Streams => request.TryGetProperty("stream", out var stream) && stream.GetBoolean();

        public IReadOnlyList<(string Role, string Text)> Messages => [.. request.GetProperty("messages").EnumerateArray().Select(m =>
            (m.GetProperty("role").GetString()!, m.TryGetProperty("content", out var content) ? content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText() : ""))];

        /// <summary>What the site gave with the question.</summary>
        public JsonElement Data => JsonElement.Parse(Messages.First(m => m.Role == "user").Text).GetProperty("publishedData");

        public IEnumerable<JsonElement> Results => Messages.Where(m => m.Role == "tool").Select(m => JsonElement.Parse(m.Text));

        /// <summary>All facts that have been given so far, by number.</summary>
        public IEnumerable<(int N, string Document, string Field, string Value)> Facts => Data.GetProperty("facts").EnumerateArray().Select(f => (f.GetProperty("n").GetInt32(), f.GetProperty("document").GetString()!, f.GetProperty("field").GetString()!, f.GetProperty("value").GetString()!));

        public Task Status(int status, params (string Name, string Value)[] headers)
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            return http.Response.WriteAsJsonAsync(new { error = new { message = "no", type = "no" } }, HungUp);
        }

        public async Task Raw(string text, string type = "text/event-stream")
        {
            http.Response.ContentType ??= type;
            await http.Response.WriteAsync(text, HungUp);
            await http.Response.Body.FlushAsync(HungUp);
        }

        /// <summary>A text in pieces, and its end.</summary>
        public async Task Say(string text, int piece = 7)
        {
            await Pieces(text, piece);
            await End("stop");
        }

        public async Task Pieces(string text, int piece = 7, int wait = 0)
        {
            for (var i = 0; i < text.Length; i += piece)
            {
                await Chunk(new { role = "assistant", content = text.Substring(i, Math.Min(piece, text.Length - i)) });
                if (wait > 0)
                    await Task.Delay(wait, HungUp);
            }
        }

        public async Task Call(params (string Name, object Arguments)[] calls)
        {
            for (var i = 0; i < calls.Length; i++)
            {
                var arguments = calls[i].Arguments as string ?? JsonSerializer.Serialize(calls[i].Arguments, Plain);
                await Chunk(new { role = "assistant", tool_calls = new[] { new { index = i, id = $"call_{Results.Count()}_{i}", type = "function", function = new { name = calls[i].Name, arguments = arguments[..(arguments.Length / 2)] } } } });
                await Chunk(new { tool_calls = new[] { new { index = i, function = new { arguments = arguments[(arguments.Length / 2)..] } } } });
            }

            await End("tool_calls");
        }

        public async Task End(string reason)
        {
            await Chunk(new { }, reason);
            await Raw("data: " + JsonSerializer.Serialize(new { id = "x", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = Array.Empty<object>(), usage = new { prompt_tokens = 900, completion_tokens = 100, total_tokens = 1000 } }) + "\n\ndata: [DONE]\n\n");
        }

        private Task Chunk(object delta, string? finish = null)
        {
            if (!begun)
                http.Response.ContentType = "text/event-stream";
            begun = true;
            return Raw("data: " + JsonSerializer.Serialize(new { id = "x", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { new { index = 0, delta, finish_reason = finish } } }, Plain) + "\n\n");
        }
    }
}
