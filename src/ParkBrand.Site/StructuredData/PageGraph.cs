using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using ParkBrand.Site.Lists;
using ParkBrand.Site.OpenData;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>
/// What a page is about in the words of schema.org. Only published fields are told, and sample data are marked as on the
/// page. It is data, not script: the content security policy has nothing to run.
/// </summary>
public static class PageGraph
{
    // Chinese stays readable; '<', '>' and '&' are still escaped, so no text can end the element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The element for a page's head; empty for drafts, and for what is not there.</summary>
    public static IHtmlContent Script(Page page)
    {
        var graph = Of(page);
        return graph is null ? HtmlString.Empty : new HtmlString($"<script type=\"application/ld+json\">{graph.ToJsonString(Json)}</script>\n");
    }

    internal static JsonObject? Of(Page page)
    {
        if (page.Status != 200 || page.Context.IsPreview)
            return null;
        var nodes = new JsonArray();
        if (page is HomePage)
            foreach (var node in SiteNodes.Of(page.Context))
                nodes.Add(node);
        else if (Trail.Of(page) is { } trail)
            nodes.Add(trail);
        foreach (var node in Subjects(page))
        {
            if (page.Sample && node["@id"] is not null)
                node["disambiguatingDescription"] = page.Context.Texts["sample"];
            nodes.Add(node);
        }

        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = nodes };
    }

    private static IEnumerable<JsonObject> Subjects(Page page) => page switch
    {
        ParkPage park => ParkNodes.Of(park),
        RecordPage { Document.Type.Alias: "job" } job => [JobNode.Of(job)],
        RecordPage { Document.Type.Alias: "space" } space => [SpaceNode.Of(space)],
        RecordPage resource => [ServiceNodes.Resource(resource)],
        FeaturePage feature => [ArticleNode.Of(feature)],
        ArticlePage article => [ServiceNodes.Of(article) ?? WebPageNode.Of(article)],
        ListPage list => [WebPageNode.Of(list)],
        OpenDataPage data => DatasetNodes.Of(data),
        DocumentPage any and not HomePage => [WebPageNode.Of(any)],
        _ => [],
    };

    /// <summary>The page's own address, which names what it is about.</summary>
    internal static string Url(Page page) => page.Context.PublicUrl + page.Context.Url(page.Context.Path) + page.CanonicalQuery;

    internal static string Url(PageContext context, Content.Snapshots.PublishedDocument document) => context.PublicUrl + context.Url(document);
}
