using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Assisting;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Searching;

namespace ParkBrand.Site.Pages;

/// <summary>Which page an address shows. The one place that knows all page types.</summary>
internal static class PageFactory
{
    public static Page Make(PageContext context)
    {
        var (state, document) = context.Snapshot.Resolve(context.Path);
        return state switch
        {
            PathState.Live => Show(context, document!) ?? MessagePage.NotFound(context),
            PathState.Expired => MessagePage.Expired(context, document!),
            _ => MessagePage.NotFound(context),
        };
    }

    /// <summary>Whether a document has a page in the languages in which it is published.</summary>
    public static bool Shows(PublishedDocument document) => document.Type.Alias switch
    {
        "list" => document.Slug is FinderPage.Slug or SearchPage.Slug or AssistantPage.Slug || ListDefinitions.BySlug.ContainsKey(document.Slug),
        _ => true,
    };

    private static Page? Show(PageContext context, PublishedDocument document) => context.Variant(document) is not { } variant ? null : document.Type.Alias switch
    {
        "home" => HomePage.Build(context, document, variant),
        "park" => ParkPage.Build(context, document, variant),
        "space" or "job" or "resource" => RecordPage.Build(context, document, variant),
        "feature" => FeaturePage.Build(context, document, variant),
        "progress" => ProgressPage.Build(context, document, variant),
        "list" when document.Slug == FinderPage.Slug => FinderPage.Build(context, document, variant),
        "list" when document.Slug == SearchPage.Slug => SearchPage.Build(context, document, variant),
        "list" when document.Slug == AssistantPage.Slug => AssistantPage.Build(context, document, variant),
        "list" => ListDefinitions.BySlug.TryGetValue(document.Slug, out var list) ? ListPage.Build(context, document, variant, list) : null,
        _ => ArticlePage.Build(context, document, variant),
    };
}
