using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Storage;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Previewing;

/// <summary>
/// Drafts in the public theme, for whoever holds a link. Nothing of it is kept by any cache, listed by any search engine or
/// told to any other site, and none of it comes from or goes into the cache of the public pages.
/// </summary>
internal sealed class PreviewEndpoint(PreviewDraft drafts, VisitReader visits, ViewRenderer renderer, ILogger<PreviewEndpoint> log)
{
    private const string Root = "/umbraco/preview";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Root + "/{token:length(48)}", (string token, HttpContext http, PreviewEndpoint preview) => preview.Frame(http, token));
        app.MapGet(Root + "/{token:length(48)}/page", (string token, HttpContext http, PreviewEndpoint preview) => preview.Page(http, token));
    }

    public static string PageOf(string token) => $"{Root}/{token}/page";

    private Task Frame(HttpContext http, string token) => Answer(http, token, (preview, context) => PreviewFrame.Of(preview, context, token));

    private Task Page(HttpContext http, string token) => Answer(http, token, (_, context) => PageFactory.Make(context));

    private async Task Answer(HttpContext http, string token, Func<DraftPreview, PageContext, Page> make)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-src 'self'; frame-ancestors 'self'", StringComparison.Ordinal);
        var visit = visits.Read(http);
        Page page;
        byte[] html;
        if (Find(token) is not { } preview)
        {
            page = Message(visits.Context(http, visit), "previewOver", StatusCodes.Status404NotFound);
            html = await renderer.Render(http, page.View, page);
        }
        else
        {
            var context = visits.Context(http, visit with { Snapshot = preview.Snapshot }, preview.Culture, preview.Document.Path!, isPreview: true);
            try
            {
                page = make(preview, context);
                html = await renderer.Render(http, page.View, page);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Pages rely on what is required; a draft may still lack it.
                log.LogInformation("The draft {Document} cannot be shown yet: {Reason}", preview.Document.Id, e.Message);
                page = Message(context, "previewUnfinished", StatusCodes.Status200OK);
                html = await renderer.Render(http, page.View, page);
            }
        }

        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = html.Length;
        await http.Response.Body.WriteAsync(html, http.RequestAborted);
    }

    private DraftPreview? Find(string token)
    {
        try
        {
            return drafts.Open(token);
        }
        catch (StorageException e)
        {
            log.LogWarning("A draft could not be read: {Reason}", e.Message);
            return null;
        }
    }

    private static MessagePage Message(PageContext context, string kind, int status) => new() { Context = context, Kind = kind, Title = context.Texts[kind + ".title"], Status = status, Indexed = false };
}
