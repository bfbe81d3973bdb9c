using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Api;

/// <summary><c>POST /api/assistant</c>.</summary>
internal static class AssistantEndpoint
{
    private const int LongestBody = 32 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal sealed record Question([property: JsonRequired, JsonPropertyName("question")] string Text, string? Culture, string? Conversation);

    internal sealed record Reply(
        AnswerStatus Status, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<AnswerCard> Cards, IReadOnlyList<NeedChip> Needs, IReadOnlyList<RuledOut> Eliminated,
        IReadOnlyList<string> Suggestions, string? Finder, string Mode, string AiLabel, string Conversation);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/assistant", Answer)
        .RequireRateLimiting("api")
        .WithName("assistant").WithTags("Assistant")
        .WithSummary("Answers a question from what is published, with a citation for every fact.")
        .Produces<Reply>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Answer(HttpContext http, Composer composer, SnapshotSource snapshots)
    {
        if (http.Request.ContentLength is > LongestBody)
            return Bad("The body is longer than 32 KB.");
        Question? asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<Question>(http.Request.Body, Json, http.RequestAborted);
        }
        catch (JsonException e)
        {
            return Bad($"The body is not {{ question, culture?, conversation? }}: {e.Message}");
        }

        if (asked?.Text is not { } text || text.Trim().Length == 0)
            return Bad("'question' is missing.");
        if (text.Length > Screen.Longest)
            return Bad($"'question' is longer than {Screen.Longest} characters.");
        var schema = snapshots.Current.Schema;
        var culture = asked.Culture is null ? 0 : schema.CultureIndex(asked.Culture);
        if (culture < 0)
            return Bad($"'culture' is none of {string.Join(", ", schema.Languages.Select(l => l.IsoCode))}.");
        var answer = composer.Answer(text, culture, asked.Conversation);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Reply(answer.Status, answer.Text, answer.Citations, answer.Cards, answer.Needs, answer.Eliminated, answer.Suggestions, answer.FinderUrl, "built-in", Words.Read(schema)[culture]["ai.label"], answer.Conversation), Json);
    }

    private static IResult Bad(string detail) => Results.Problem(title: "The question was not understood", detail: detail, statusCode: StatusCodes.Status400BadRequest);
}
