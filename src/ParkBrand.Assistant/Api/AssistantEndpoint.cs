using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Feedback;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Api;

/// <summary><c>POST /api/assistant</c>.</summary>
internal static class AssistantEndpoint
{
    private const int LongestBody = 32 * 1024, MostLeftOut = 20;
    private const string EventStream = "text/event-stream";
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="Without">Names of needs that the question is not to be understood to have.</param>
    internal sealed record Question([property: JsonRequired, JsonPropertyName("question")] string Text, string? Culture, string? Conversation, IReadOnlyList<string>? Without);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/assistant", Answer)
        .WithName("assistant").WithTags("Assistant")
        .WithSummary("Answers a question from what is published, with a citation for every fact.")
        .WithDescription("With `Accept: text/event-stream` the answer comes as events: `text` with a sentence, `card` with a card, and `answer` with the whole.")
        .Accepts<Question>("application/json")
        .Produces<Reply>(StatusCodes.Status200OK, "application/json", EventStream)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Answer(HttpContext http, SiteAssistant assistant, AssistantLimits limits, FeedbackBox box, SnapshotSource snapshots)
    {
        // Before it is counted: what cannot be answered by anyone was not asked.
        if (!assistant.IsReady)
        {
            http.Response.Headers.RetryAfter = "2";
            return Unavailable("The index is being made", "Try again in 2 s.");
        }

        if (limits.Questions.Take(http) is { Taken: false, Seconds: var seconds })
            return Results.Problem(title: "Too many questions", detail: $"The next question can be asked in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests);
        if (http.Request.ContentLength is > LongestBody)
            return Bad("The body is longer than 32 KB.");
        Question? asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<Question>(http.Request.Body, Reading, http.RequestAborted);
        }
        catch (JsonException e)
        {
            return Bad($"The body is not {{ question, culture?, conversation?, without? }}: {e.Message}");
        }

        if (asked?.Text is not { } text || text.Trim().Length == 0)
            return Bad("'question' is missing.");
        if (text.Length > SiteAssistant.LongestQuestion)
            return Bad($"'question' is longer than {SiteAssistant.LongestQuestion} characters.");
        if (asked.Without is { Count: > MostLeftOut })
            return Bad($"'without' names more than {MostLeftOut} needs.");
        var schema = snapshots.Current.Schema;
        var culture = asked.Culture is null ? 0 : schema.CultureIndex(asked.Culture);
        if (culture < 0)
            return Bad($"'culture' is none of {string.Join(", ", schema.Languages.Select(l => l.IsoCode))}.");
        if (OffSwitch.Find(snapshots.Current, culture) is { } off)
            return Unavailable("The assistant is turned off", off.Reason ?? "Everything else goes on: search, finder and contacts.");
        var inquiry = new Inquiry(text, culture, asked.Conversation, asked.Without, http.Connection.RemoteIpAddress);
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers.Accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase))
            return TypedResults.ServerSentEvents(Events(assistant.Tell(inquiry, http.RequestAborted), reply => box.Note(text, schema.Languages[culture].IsoCode, reply)));
        var whole = await assistant.Ask(inquiry, http.RequestAborted);
        box.Note(text, schema.Languages[culture].IsoCode, whole);
        return Results.Text(SiteAssistant.Json(whole), "application/json; charset=utf-8");
    }

    /// <summary>What a reader sees first comes first; the last event holds all of it.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(IAsyncEnumerable<Told> parts, Action<Reply> note)
    {
        await foreach (var part in parts)
        {
            if (part.Sentence is { } sentence)
                yield return new SseItem<string>(SiteAssistant.Json(sentence), "text");
            if (part.Reply is not { } reply)
                continue;
            note(reply);
            foreach (var card in reply.Cards)
                yield return new SseItem<string>(SiteAssistant.Json(card), "card");
            yield return new SseItem<string>(SiteAssistant.Json(reply), "answer");
        }
    }

    /// <summary>The answer's status has a name of its own, since a problem's <c>status</c> is HTTP's.</summary>
    private static IResult Unavailable(string title, string detail) => Results.Problem(title: title, detail: detail, statusCode: StatusCodes.Status503ServiceUnavailable,
        extensions: new Dictionary<string, object?> { ["answerStatus"] = "unavailable" });

    private static IResult Bad(string detail) => Results.Problem(title: "The question was not understood", detail: detail, statusCode: StatusCodes.Status400BadRequest);
}
