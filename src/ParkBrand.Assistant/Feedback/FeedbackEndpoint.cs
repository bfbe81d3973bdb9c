using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Assistant.Feedback;

/// <summary><c>POST /api/assistant/feedback</c>.</summary>
internal static class FeedbackEndpoint
{
    private const int LongestBody = 8 * 1024;
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly string[] Statuses = [.. Enum.GetNames<AnswerStatus>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <param name="Status">How the answer ended, as it was given.</param>
    /// <param name="Reason">Of an answer that is no help; see the description.</param>
    internal sealed record Given([property: JsonRequired] string Question, [property: JsonRequired] string Verdict, [property: JsonRequired] string Status, string? Culture, string? Reason, string? Comment);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/assistant/feedback", Take)
        .WithName("assistantFeedback").WithTags("Assistant")
        .WithSummary("Takes what a visitor thinks of an answer.")
        .WithDescription($"`verdict` is `up` or `down`; `reason` is one of {string.Join(", ", Feedback.Verdict.Reasons.Select(r => $"`{r}`"))}; `comment` has at most {Feedback.Verdict.LongestComment} characters. What identifies a person is masked before it is kept, no address is kept, and all of it goes after {Content.Questions.KeepQuestions.DaysKept} days.")
        .Accepts<Given>("application/json").Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Take(HttpContext http, FeedbackBox box, AssistantLimits limits, ContentSchema schema)
    {
        if (limits.Verdicts.Take(http) is { Taken: false, Seconds: var seconds })
            return Results.Problem(title: "Too many verdicts", detail: $"The next can be given in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests);
        if (http.Request.ContentLength is null or > LongestBody)
            return Bad("The body is longer than 8 KB, or its length is not stated.");
        Given? given;
        try
        {
            given = await JsonSerializer.DeserializeAsync<Given>(http.Request.Body, Reading, http.RequestAborted);
        }
        catch (JsonException e)
        {
            return Bad($"The body is not {{ question, verdict, status, culture?, reason?, comment? }}: {e.Message}");
        }

        if (given is null)
            return Bad("The body is empty.");
        if (Problem(given, schema) is { } problem)
            return Bad(problem);
        try
        {
            await box.Give(new Verdict(given.Question, given.Culture ?? schema.Languages[0].IsoCode, given.Status, given.Verdict == "up", Filled(given.Reason), Filled(given.Comment)), http.RequestAborted);
            return Results.NoContent();
        }
        catch (StorageException)
        {
            return Results.Problem(title: "It could not be kept", detail: "Try again later.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string? Problem(Given given, ContentSchema schema) =>
        string.IsNullOrWhiteSpace(given.Question) || given.Question.Length > SiteAssistant.LongestQuestion ? $"'question' has 1 to {SiteAssistant.LongestQuestion} characters."
        : given.Verdict is not ("up" or "down") ? "'verdict' is up or down."
        : !Statuses.Contains(given.Status) ? $"'status' is one of {string.Join(", ", Statuses)}."
        : given.Culture is { } culture && schema.CultureIndex(culture) < 0 ? $"'culture' is none of {string.Join(", ", schema.Languages.Select(l => l.IsoCode))}."
        : Filled(given.Reason) is { } reason && !Verdict.Reasons.Contains(reason) ? $"'reason' is one of {string.Join(", ", Verdict.Reasons)}."
        : given.Comment?.Length > Verdict.LongestComment ? $"'comment' has at most {Verdict.LongestComment} characters."
        : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IResult Bad(string detail) => Results.Problem(title: "The verdict was not understood", detail: detail, statusCode: StatusCodes.Status400BadRequest);
}
