using ParkBrand.Site.Assisting;
using ParkBrand.Site.OpenData;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds.Sitemaps;

/// <summary>Pages that are no documents, in every language of the site.</summary>
internal static class OtherPages
{
    public const string Path = "/sitemap/other-1.xml";

    public static IEnumerable<string> Of(PageContext context) =>
        context.Has("/" + AssistantPage.Slug) ? [OpenDataPage.Address, QualityPage.Address] : [OpenDataPage.Address];
}
