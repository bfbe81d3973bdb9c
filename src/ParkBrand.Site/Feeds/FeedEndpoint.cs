using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Searching;

namespace ParkBrand.Site.Feeds;

/// <summary><c>/{list}/feed</c>, <c>.atom</c>, <c>.json</c>: every list and every search as a feed, with the filters of its page.</summary>
internal static class FeedEndpoint
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in FeedFormat.All)
            SiteFile.Map(app, $"/{{list}}/feed{format.Ending}", (http, file) => file.Answer(http, format.ContentType + "; charset=utf-8", context => Make(context, format)));
    }

    private static byte[]? Make(PageContext context, FeedFormat format)
    {
        var ending = "/feed" + format.Ending;
        // The route takes anything for a language and a list; the address says which they are.
        if (!context.Path.EndsWith(ending, StringComparison.Ordinal) || context.Path[1..^ending.Length] is not { Length: > 0 } slug || slug.Contains('/', StringComparison.Ordinal))
            return null;
        if (slug == SearchPage.Slug)
            return context.Has("/" + slug) ? SearchFeed.Of(context) is { } found ? format.Write(found) : SiteFile.NotReady : null;
        return ListFeed.Of(context, slug) switch
        {
            null => null,
            { Ready: false } => SiteFile.NotReady,
            { Feed: var feed } => format.Write(feed!),
        };
    }
}
