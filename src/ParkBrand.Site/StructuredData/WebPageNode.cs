using System.Text.Json.Nodes;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Pages;

namespace ParkBrand.Site.StructuredData;

/// <summary>A page that is about nothing that schema.org has a word for, or a list of pages.</summary>
internal static class WebPageNode
{
    public static JsonObject Of(DocumentPage page)
    {
        var context = page.Context;
        var url = PageGraph.Url(page);
        var node = Node.Of(page is ListPage ? "CollectionPage" : "WebPage", ("@id", url + "#page"), ("url", url), ("name", page.Variant.Name), ("description", page.Description),
            ("inLanguage", context.Snapshot.Schema.Languages[page.Variant.Culture].IsoCode), ("dateModified", Node.Instant(page.Variant.PublishedAt)),
            ("isPartOf", Node.Ref(SiteNodes.Site(context))), ("publisher", SiteNodes.PublisherOf(context)));
        if (page is ListPage { Items.Count: > 0 } list)
            node["mainEntity"] = Node.Of("ItemList", ("numberOfItems", list.Total), ("itemListElement", Node.List(list.Items.Select((d, i) =>
                Node.Of("ListItem", ("position", i + 1), ("url", PageGraph.Url(context, d)))))));
        return node;
    }
}
