using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Feedback;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Assisting;

/// <summary>
/// Questions to the page itself: <c>POST /assistant</c>, so that they stand in no address and no log, and <c>GET /assistant?q=</c>
/// for links. The form needs no token against forgery: it reads no cookie but the one for larger type, and changes nothing.
/// </summary>
internal sealed class AssistantPageEndpoint(VisitReader visits, ViewRenderer renderer, SiteAssistant assistant, AssistantLimits limits, FeedbackBox box)
{
    private const string Path = "/" + AssistantPage.Slug;
    private const int LongestShown = 2000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { Path, "/{language}" + Path })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], (HttpContext http, AssistantPageEndpoint page) => page.Answer(http)).ExcludeFromDescription();
    }

    private async Task Answer(HttpContext http)
    {
        var context = visits.Context(http, visits.Read(http));
        if (context.Path != Path || context.Snapshot.Resolve(Path).State != PathState.Live)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (OffSwitch.Find(context.Snapshot, context.Culture) is not null)
        {
            await Show(http, context, new AssistantState(new Dialogue([], null)));
            return;
        }

        // A link that was typed by hand, or is older than the masking, goes on as it may be shared.
        if (!HttpMethods.IsPost(http.Request.Method) && Linked(http) is { Length: > 0 } typed && SiteAssistant.Shown(typed) is var shown && shown.Contains('*') && shown != typed)
        {
            Keep(http);
            http.Response.Redirect($"{http.Request.Path.ToUriComponent()}?{Dialogue.Question}={Uri.EscapeDataString(shown)}");
            return;
        }

        var (before, asked, rating) = HttpMethods.IsPost(http.Request.Method) ? await Posted(http) : (null, [new Asked(Linked(http), [])], null);
        if (rating is not null)
        {
            await Rate(http, context, before, asked, rating);
            return;
        }

        var last = asked.Count > 0 ? asked[^1].Question : "";
        // What cannot be answered by anyone yet does not count.
        var ready = last.Length == 0 || assistant.IsReady;
        var pace = last.Length == 0 || !ready ? new Pace(true, 0) : limits.Questions.Take(http);
        var trouble = last.Length == 0 ? "empty" : !pace.Taken ? "limit" : last.Length > SiteAssistant.LongestQuestion ? "long" : ready ? null : "index";
        if (trouble == "index")
            http.Response.Headers.RetryAfter = "2";
        var later = trouble is "limit" or "index";
        var dialogue = later ? new Dialogue([], before) : await Dialogue.Answer(assistant, context.Culture, before, asked, http.Connection.RemoteIpAddress, anew: true, http.RequestAborted);
        if (trouble is null)
            box.Note(last, context.Language.IsoCode, dialogue.Turns[^1].Reply);
        await Show(http, context, new AssistantState(dialogue)
        {
            Trouble = trouble,
            Seconds = pace.Seconds,
            Unsent = trouble is null ? null : Typed(last),
            // What was asked before costs nothing to carry along, and is answered with the next question.
            Carried = later ? [.. asked.SkipLast(1).Where(a => a.Question.Length > 0 && a.Question.Length <= SiteAssistant.LongestQuestion).TakeLast(Dialogue.MostTurns)] : [],
            Status = trouble switch { "limit" => StatusCodes.Status429TooManyRequests, "index" => StatusCodes.Status503ServiceUnavailable, _ => StatusCodes.Status200OK },
        });
    }

    /// <summary>A question in an address, whole: what pages read of a query is shorter than a question may be.</summary>
    private static string Linked(HttpContext http) => http.Request.Query[Dialogue.Question].FirstOrDefault()?.Trim() ?? "";

    private static string? Typed(string text) => text.Length == 0 ? null : SiteAssistant.Shown(text.Length > LongestShown ? text[..LongestShown] : text);

    /// <summary>The dialogue as it was, with thanks under the answer that was rated.</summary>
    private async Task Rate(HttpContext http, PageContext context, string? before, List<Asked> asked, Rating rating)
    {
        var pace = limits.Verdicts.Take(http);
        var dialogue = pace.Taken && assistant.IsReady ? await Dialogue.Answer(assistant, context.Culture, before, asked, http.Connection.RemoteIpAddress, anew: false, http.RequestAborted) : new Dialogue([], before);
        var state = new AssistantState(dialogue) { Carried = dialogue.Turns.Count > 0 ? [] : asked, Unsent = Typed(rating.Typed) };
        if (!pace.Taken)
            state = state with { Trouble = "limit", Seconds = pace.Seconds, Status = StatusCodes.Status429TooManyRequests };
        else if (dialogue.Turns.ElementAtOrDefault(rating.Turn) is { } turn)
            try
            {
                await box.Give(rating.Of(turn, context.Language.IsoCode), http.RequestAborted);
                state = state with { Rated = rating.Turn };
            }
            catch (StorageException)
            {
                state = state with { Trouble = "rate", Status = StatusCodes.Status503ServiceUnavailable };
            }

        await Show(http, context, state);
    }

    /// <summary>A form that is none asks nothing; one beyond the limit of the server asks too much.</summary>
    private static async Task<(string? Before, List<Asked> Asked, Rating? Rating)> Posted(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return (null, [], null);
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return (form[Dialogue.Start].ToString() is var before && SiteAssistant.IsConversation(before) ? before : null, Dialogue.Read(form), Rating.Read(form));
        }
        catch (InvalidDataException)
        {
            return (null, [], null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, [new Asked(new string(' ', SiteAssistant.LongestQuestion + 1), [])], null);
        }
    }

    private async Task Show(HttpContext http, PageContext context, AssistantState state)
    {
        var document = context.Snapshot.Resolve(Path).Document!;
        var page = AssistantPage.Build(context, document, context.Variant(document)!, state);
        var html = await renderer.Render(http, page.View, page);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        Keep(http);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.ContentLength = html.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(html, CancellationToken.None);
    }

    /// <summary>What somebody asks is theirs: no copy is kept, here or on the way, and no request for a picture or the next page repeats an address with a question in it.</summary>
    private static void Keep(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "strict-origin";
    }
}
