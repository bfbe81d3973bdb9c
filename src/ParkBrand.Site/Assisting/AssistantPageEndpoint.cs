using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Asking;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Assisting;

/// <summary>
/// Questions to the page itself: <c>POST /assistant</c>, so that they stand in no address and no log, and <c>GET /assistant?q=</c>
/// for links. The form needs no token against forgery: it reads no cookie but the one for larger type, and changes nothing.
/// </summary>
internal sealed class AssistantPageEndpoint(VisitReader visits, ViewRenderer renderer, SiteAssistant assistant)
{
    private const string Path = "/" + AssistantPage.Slug;
    private const int LongestShown = 2000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { Path, "/{language}" + Path })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], (HttpContext http, AssistantPageEndpoint page) => page.Answer(http)).RequireRateLimiting("api").ExcludeFromDescription();
    }

    /// <summary>Says on the page that too many questions came at once, where the limit has turned one away.</summary>
    public Task Refuse(HttpContext http, PageContext context) => Show(http, context, new Dialogue([], null), "limit", null, StatusCodes.Status429TooManyRequests);

    private async Task Answer(HttpContext http)
    {
        var context = visits.Context(http, visits.Read(http));
        if (context.Path != Path || context.Snapshot.Resolve(Path).State != PathState.Live)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (before, asked) = HttpMethods.IsPost(http.Request.Method) ? await Posted(http) : (null, [new Asked(context.Query[Dialogue.Question] ?? "", [])]);
        var last = asked.Count > 0 ? asked[^1].Question : "";
        var trouble = last.Length == 0 ? "empty" : last.Length > SiteAssistant.LongestQuestion ? "long" : assistant.IsReady ? null : "index";
        if (trouble == "index")
            http.Response.Headers.RetryAfter = "2";
        await Show(http, context, trouble == "index" ? new Dialogue([], before) : await Dialogue.Answer(assistant, context.Culture, before, asked, http.Connection.RemoteIpAddress, http.RequestAborted), trouble, trouble is null ? null : last,
            trouble == "index" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    /// <summary>A form that is none asks nothing; one beyond the limit of the server asks too much.</summary>
    private static async Task<(string? Before, List<Asked> Asked)> Posted(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return (null, []);
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return (form[Dialogue.Start].ToString() is var before && SiteAssistant.IsConversation(before) ? before : null, Dialogue.Read(form));
        }
        catch (InvalidDataException)
        {
            return (null, []);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, [new Asked(new string(' ', SiteAssistant.LongestQuestion + 1), [])]);
        }
    }

    private async Task Show(HttpContext http, PageContext context, Dialogue dialogue, string? trouble, string? unsent, int status)
    {
        var document = context.Snapshot.Resolve(Path).Document!;
        var page = AssistantPage.Build(context, document, context.Variant(document)!, dialogue, trouble, string.IsNullOrWhiteSpace(unsent) ? null : SiteAssistant.Shown(unsent.Length > LongestShown ? unsent[..LongestShown] : unsent), status);
        var html = await renderer.Render(http, page.View, page);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        // What somebody asks is theirs: no copy is kept, here or on the way.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.ContentLength = html.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(html, CancellationToken.None);
    }
}
