using ParkBrand.Site.Feeds;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Searching;

/// <summary>What a search finds, newest first, for whoever wants to hear of new results.</summary>
internal static class SearchFeed
{
    private const int Items = 30;

    /// <returns>Null while the index is being made.</returns>
    public static Feed? Of(PageContext context)
    {
        var results = new SearchQuestion(context).Ask(0, Items, newest: true);
        if (!results.Ready)
            return null;
        var texts = context.Texts;
        var query = context.Query.With("", null);
        var items = results.Items.Where(h => h.Document.IsIn(context.Culture)).Select(h => FeedItem.Of(context, h.Document, h.Text?.Text, h.Date)).ToList();
        return new Feed($"{(context.Query["q"] is { } words ? texts.Format("search.title", words) : texts["search.feedAll"])} – {texts["site.name"]}", texts["search.feedNote"], ListFeed.AuthorOf(context),
            context.Language.IsoCode, context.PublicUrl + context.Url("/" + SearchPage.Slug) + query, f => context.PublicUrl + context.Url(ListFeed.Address(SearchPage.Slug, f)) + query,
            ListFeed.Updated(context, items), items);
    }
}
