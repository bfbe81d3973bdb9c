using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary>What a page can be subscribed to as, with the filters of its address.</summary>
internal static class FeedLinks
{
    public static IReadOnlyList<FeedLink> Of(PageContext context, string slug)
    {
        var query = context.Query.With("sort", null);
        var links = FeedFormat.All.Select(f => new FeedLink(f.Name, f.ContentType, context.Url(ListFeed.Address(slug, f)) + query)).ToList();
        if (Deadlines.Has(slug) && ListDefinitions.BySlug.ContainsKey(slug))
            links.Add(new FeedLink(context.Texts["calendar.link"], "text/calendar", context.Url($"/{slug}{Deadlines.Ending}") + query));
        return links;
    }
}
