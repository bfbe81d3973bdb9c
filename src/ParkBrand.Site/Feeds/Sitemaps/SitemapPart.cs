using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds.Sitemaps;

/// <summary>Some pages of one type: a file of a sitemap must not have more than 50,000 addresses, and one that is read often should be small.</summary>
/// <param name="Number">1-based.</param>
internal sealed record SitemapPart(string Type, int Number, IReadOnlyList<PublishedDocument> Documents)
{
    private const int DocumentsInPart = 5000;

    public string Path => $"/sitemap/{Type}-{Number}.xml";

    public static IEnumerable<SitemapPart> All(PageContext context) => context.Snapshot.Schema.DocumentTypes.Keys.Order(StringComparer.Ordinal).SelectMany(t => Of(context, t));

    public static IEnumerable<SitemapPart> Of(PageContext context, string type) =>
        context.Snapshot.OfType(type).Where(d => CulturesOf(context, d).Any()).Chunk(DocumentsInPart).Select((documents, i) => new SitemapPart(type, i + 1, documents));

    /// <summary>Languages in which a document has a page of its own, not one in place of a missing translation.</summary>
    public static IEnumerable<int> CulturesOf(PageContext context, PublishedDocument document) => document.Path is null || !PageFactory.Shows(document)
        ? []
        : Enumerable.Range(0, context.Snapshot.Schema.Languages.Count).Where(c => document.IsIn(c) && IsReached(context, document, c));

    /// <summary>A record's page needs its park's in the same language.</summary>
    private static bool IsReached(PageContext context, PublishedDocument document, int culture) =>
        !document.Type.RouteUsesParent || context.Snapshot.Find(document.ParentId)?.In(culture, context.Snapshot.Schema) is not null;
}
