using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Assisting;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site;

/// <summary>Answers every public address: from the cache when the city has not changed, else rendered from the snapshot.</summary>
internal sealed class SiteMiddleware(RequestDelegate next, VisitReader visits, ViewRenderer renderer, PageCache cache, ILogger<SiteMiddleware> log)
{
    private static readonly StringValues Html = "text/html; charset=utf-8";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var visit = visits.Read(http);
        if (cache.Find(visit.Key, visit.Snapshot.Stamp, visit.Today) is { } cached)
        {
            await cached.Send(http, Html);
            return;
        }

        var context = visits.Context(http, visit);
        var (state, document) = visit.Snapshot.Resolve(context.Path);
        if (state == PathState.Live && AssistantPage.IsAsked(context))
        {
            await next(http);
            return;
        }

        if (state == PathState.Live && context.Path == "/" && http.Request.Path != context.Url("/"))
        {
            // "/en/" is "/en": one page, one address.
            Redirect(http, context.Url("/") + http.Request.QueryString);
            return;
        }

        if (state == PathState.Moved)
        {
            Redirect(http, context.Url(document!) + http.Request.QueryString);
            return;
        }

        if (state == PathState.Unknown)
        {
            await Unknown(http, context);
            return;
        }

        // Asked before the words are: the index follows a publication by a moment, and an answer from before must not stay.
        var current = context.Search.IsCurrent(context.Snapshot);
        var (page, answersWords) = await Render(http, context, PageFactory.Make);
        if (page.Status != StatusCodes.Status500InternalServerError && (current || !answersWords))
            cache.Keep(visit.Key, page, answersWords);
        await page.Send(http, Html);
    }

    /// <summary>Other modules may know the address; if none does, say so in the visitor's language.</summary>
    private async Task Unknown(HttpContext http, PageContext context)
    {
        var path = context.Path;
        if (path.Length > 1 && path[^1] == '/' && context.Snapshot.Resolve(path.TrimEnd('/')).State != PathState.Unknown)
        {
            Redirect(http, context.Url(path.TrimEnd('/')) + http.Request.QueryString);
            return;
        }

        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound })
            await (await Render(http, context, MessagePage.NotFound)).Page.Send(http, Html);
    }

    private async Task<(CachedPage Page, bool AnswersWords)> Render(HttpContext http, PageContext context, Func<PageContext, Page> make)
    {
        try
        {
            var page = make(context);
            return (new CachedPage(await renderer.Render(http, page.View, page), page.Status, context.Snapshot.Stamp, context.Today), page.AnswersWords);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The page {Path} could not be rendered", context.Path);
            return (new CachedPage(await renderer.Render(http, "Message", MessagePage.Error(context)), StatusCodes.Status500InternalServerError, 0, context.Today), false);
        }
    }

    private static void Redirect(HttpContext http, string to)
    {
        http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        http.Response.Headers.Location = to;
        http.Response.Headers.CacheControl = CachedPage.Revalidate;
    }
}
