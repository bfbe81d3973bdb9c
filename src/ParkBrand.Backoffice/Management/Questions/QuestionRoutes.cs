using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Questions;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Questions;

/// <summary>What visitors asked in vain, as tasks: listed, done, opened again.</summary>
internal static class QuestionRoutes
{
    private const int LongestTake = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var questions = api.MapGroup("parkbrand/questions");
        questions.MapGet("", List);
        questions.MapPost("/{id:guid}/done", (Guid id, HttpContext http, SettleQuestion settle) => Settle(http, settle, id, true));
        questions.MapPost("/{id:guid}/reopen", (Guid id, HttpContext http, SettleQuestion settle) => Settle(http, settle, id, false));
    }

    private static IResult List(HttpContext http, ReadQuestions questions, ContentSchema schema)
    {
        var query = http.Request.Query;
        QuestionKind? kind = query["kind"].ToString() switch { "unanswered" => QuestionKind.Unanswered, "unhelpful" => QuestionKind.Unhelpful, _ => null };
        return questions.Execute(http.Actor(), new(query["state"] == "done", kind, http.Skip(), Math.Min(http.Take(), LongestTake))).To(http, found => Call.Json(new
        {
            found.Total, found.Open, found.Helpful, found.MaySettle,
            items = found.Items.Select(q => new
            {
                q.Id, kind = JsonNamingPolicy.CamelCase.ConvertName(q.Kind.ToString()), q.Culture, q.Question, q.Status, q.Reason, q.Comment, q.Times,
                firstAt = Models.Time(q.FirstAt), lastAt = Models.Time(q.LastAt), doneAt = q.DoneAt is { } at ? Models.Time(at) : null, q.DoneBy,
                url = Url(schema, q),
            }).ToList(),
        }));
    }

    /// <summary>The assistant with the same question, as a visitor asks it.</summary>
    private static string Url(ContentSchema schema, VisitorQuestion question) =>
        (schema.CultureIndex(question.Culture) is var culture and >= 0 ? schema.Languages[culture].UrlPrefix : "") + "/assistant?q=" + Uri.EscapeDataString(question.Question);

    private static async Task<IResult> Settle(HttpContext http, SettleQuestion settle, Guid id, bool done) =>
        (await settle.Execute(http.Actor(), new(id, done), http.RequestAborted)).To(http, _ => Results.Ok());
}
