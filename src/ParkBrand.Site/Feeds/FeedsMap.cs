using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Site.Feeds.Sitemaps;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary>Every address of this folder.</summary>
internal static class FeedsMap
{
    // Every answer of the finder, the search and the assistant links to others without end; the pages themselves may be found.
    private const string Rules = "User-agent: *\nDisallow: /reading/\nDisallow: /finder?\nDisallow: /en/finder?\nDisallow: /search?\nDisallow: /en/search?\nDisallow: /search/feed\nDisallow: /en/search/feed\nDisallow: /*/feed?\nDisallow: /*/feed.atom?\nDisallow: /*/feed.json?\nDisallow: /*/calendar.ics?\nDisallow: /assistant?\nDisallow: /en/assistant?\n";
    private const string Xml = "application/xml; charset=utf-8", Plain = "text/plain; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        FeedEndpoint.Map(app);
        SiteFile.Map(app, Deadlines.Ending, (http, file) => file.Answer(http, Deadlines.ContentType, Calendar));
        app.MapMethods("/{language}/{list}" + Deadlines.Ending, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, SiteFile file) => file.Answer(http, Deadlines.ContentType, Calendar)).ExcludeFromDescription();
        SiteFile.Map(app, Guide.Path, (http, file) => file.Answer(http, "text/markdown; charset=utf-8", c => c.Path == Guide.Path ? Guide.Write(c, http.RequestServices.GetRequiredService<OpenDataSource>().Sets) : null));
        One(app, "/sitemap.xml", Xml, SitemapWriter.Index);
        One(app, OtherPages.Path, Xml, SitemapWriter.Others);
        One(app, "/sitemap/{type}-{number}.xml", Xml, null);
        One(app, "/robots.txt", Plain, c => Encoding.ASCII.GetBytes($"{Rules}\nSitemap: {c.PublicUrl}/sitemap.xml\n"));
    }

    private static byte[]? Calendar(PageContext context) => context.Path.EndsWith(Deadlines.Ending, StringComparison.Ordinal) ? Deadlines.Of(context) : null;

    /// <summary>One file for all languages.</summary>
    private static void One(IEndpointRouteBuilder app, string pattern, string contentType, Func<PageContext, byte[]?>? make) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, SiteFile file) => file.Answer(http, contentType,
            make ?? (c => SitemapWriter.Part(c, (string)http.Request.RouteValues["type"]!, (string)http.Request.RouteValues["number"]!)))).ExcludeFromDescription();
}
