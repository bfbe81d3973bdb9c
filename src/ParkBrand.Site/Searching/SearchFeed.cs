using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Search;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Searching;

/// <summary><c>/search/feed</c>: what a search finds as RSS 2.0, newest first, for whoever wants to hear of new results.</summary>
internal static class SearchFeed
{
    private const string Path = "/search/feed", ContentType = "application/rss+xml; charset=utf-8", Atom = "http://www.w3.org/2005/Atom";
    private const int Items = 30;
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { Path, "/{language}" + Path })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], Answer).ExcludeFromDescription();
    }

    private static Task Answer(HttpContext http, VisitReader visits)
    {
        var context = visits.Context(http, visits.Read(http));
        if (context.Path != Path)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var results = new SearchQuestion(context).Ask(0, Items, newest: true);
        if (!results.Ready)
        {
            // An empty feed would tell readers that everything is gone.
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "2";
            return Task.CompletedTask;
        }

        return new CachedPage(Write(context, results), StatusCodes.Status200OK, context.Snapshot.Stamp, context.Today).Send(http, ContentType);
    }

    internal static byte[] Write(PageContext context, SearchResults results)
    {
        var texts = context.Texts;
        var query = context.Query.With("", null);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            Element(xml, "title", $"{(context.Query["q"] is { } words ? texts.Format("search.title", words) : texts["search.feedAll"])} – {texts["site.name"]}");
            Element(xml, "link", context.PublicUrl + context.Url("/" + SearchPage.Slug) + query);
            xml.WriteStartElement("atom", "link", Atom);
            xml.WriteAttributeString("href", context.PublicUrl + context.Url(Path) + query);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            Element(xml, "description", texts["search.feedNote"]);
            Element(xml, "language", context.Language.IsoCode.ToLowerInvariant());
            // Of the newest result and not of this moment: the same results are the same bytes.
            if (results.Items is [{ Date: { } newest }, ..])
                Element(xml, "lastBuildDate", Rfc822(newest));
            foreach (var hit in results.Items)
                Item(xml, context, hit);
        }

        return stream.ToArray();
    }

    private static void Item(XmlWriter xml, PageContext context, SearchHit hit)
    {
        var url = context.PublicUrl + context.Url(hit.Document);
        xml.WriteStartElement("item");
        Element(xml, "title", hit.Title.Text);
        Element(xml, "link", url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(url);
        xml.WriteEndElement();
        if (hit.Date is { } date)
            Element(xml, "pubDate", Rfc822(date));
        Element(xml, "category", context.Texts["type." + hit.Document.Type.Alias]);
        if (hit.Text is { } text)
            Element(xml, "description", text.Text);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Allowed(text));

    /// <summary>XML 1.0 has no place for control characters and for halves of characters, whatever was typed.</summary>
    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or (>= ' ' and not 0xfffe and not 0xffff)).Select(r => r.ToString()));

    private static string Rfc822(DateOnly day) => day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 +0800";
}
