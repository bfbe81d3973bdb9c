using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary>Sends what machines read: made once for each state of the city and each day, compressed, known by its ETag.</summary>
internal sealed class SiteFile(VisitReader visits, PageCache cache)
{
    /// <summary>Routes for every language: the default one has no prefix.</summary>
    public static void Map(IEndpointRouteBuilder app, string pattern, Func<HttpContext, SiteFile, Task> answer)
    {
        foreach (var each in new[] { pattern, "/{language}" + pattern })
            app.MapMethods(each, [HttpMethods.Get, HttpMethods.Head], answer).ExcludeFromDescription();
    }

    /// <param name="make">Null answers 404; <see cref="NotReady"/> answers 503, since an empty file would tell that everything is gone.</param>
    public async Task Answer(HttpContext http, string contentType, Func<PageContext, byte[]?> make)
    {
        var visit = visits.Read(http);
        // The same address with larger type is the same file, and pages are kept under their bare address.
        var key = $"file {contentType} {http.Request.Path}{http.Request.QueryString}";
        if (cache.Find(key, visit.Snapshot.Stamp, visit.Today) is not { } file)
        {
            var context = visits.Context(http, visit);
            var made = make(context);
            if (made is null || ReferenceEquals(made, NotReady))
            {
                http.Response.StatusCode = made is null ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable;
                if (made is not null)
                    http.Response.Headers.RetryAfter = "2";
                return;
            }

            file = new CachedPage(made, StatusCodes.Status200OK, visit.Snapshot.Stamp, visit.Today);
            // Whoever asks for the search is answered from an index that follows a publication by a moment.
            if (context.Query["q"] is null && !context.Path.StartsWith("/search/", StringComparison.Ordinal))
                cache.Keep(key, file, answersWords: true);
        }

        await file.Send(http, contentType);
    }

    public static readonly byte[] NotReady = [];
}
