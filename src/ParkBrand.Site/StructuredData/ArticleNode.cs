using System.Text.Json.Nodes;
using ParkBrand.Site.Pages;

namespace ParkBrand.Site.StructuredData;

/// <summary>A story as news search takes it. Its author is the body that publishes it.</summary>
internal static class ArticleNode
{
    // Guides and what other media wrote tell nothing new of their own.
    private static readonly string[] NoNews = ["guide", "coverage"];

    public static JsonObject Of(FeaturePage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        return Node.Of(NoNews.Contains(values.Text("kind")) ? "Article" : "NewsArticle", ("@id", url + "#article"), ("url", url), ("mainEntityOfPage", url),
            ("headline", page.Variant.Name), ("description", values.Text("standfirst")), ("image", Node.Image(context, values.Reference("cover"))),
            ("datePublished", Node.Day(values.Date("publishedOn"))), ("dateModified", Node.Instant(page.Variant.PublishedAt)),
            ("articleSection", Node.Choice(context, values, "kind")), ("author", Node.Organization(values.Text("outlet"))), ("publisher", SiteNodes.PublisherOf(context)),
            ("inLanguage", context.Snapshot.Schema.Languages[page.Variant.Culture].IsoCode), ("isPartOf", Node.Ref(SiteNodes.Site(context))),
            ("about", Node.List(page.Parks.Select(p => Node.Of("Place", ("@id", ParkNodes.Id(context, p)), ("name", context.Name(p)), ("url", PageGraph.Url(context, p)))))));
    }
}
