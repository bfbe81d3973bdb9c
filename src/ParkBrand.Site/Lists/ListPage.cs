using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Feeds;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>One page of a filtered, sorted list. Everything is in the address, so that it can be shared and kept.</summary>
public sealed class ListPage : FilteredPage
{
    public override string View => "List";
    public override IReadOnlyList<FeedLink> Feeds => FeedLinks.Of(Context, Document.Slug);
    public override string CanonicalQuery => PageNumber > 1 ? $"?page={PageNumber}" : "";

    /// <summary>Document type that is listed.</summary>
    public required string Type { get; init; }
    public required IReadOnlyList<PublishedDocument> Items { get; init; }

    public override bool TakesWords => Type is "park" or "space" or "job" or "resource" or "policy" or "feature";

    /// <summary>Total without any filter.</summary>
    public required int All { get; init; }

    /// <summary>Parks that pass the filters or have something that does, for the map.</summary>
    public required IReadOnlyCollection<Guid> Parks { get; init; }

    internal static ListPage Build(PageContext context, PublishedDocument document, PublishedVariant variant, ListDefinition definition)
    {
        var selection = new Selection(context, definition);
        var matching = selection.Matching;
        var pages = Math.Max(1, (matching.Count + definition.PageSize - 1) / definition.PageSize);
        var page = Math.Min(context.Query.Page, pages);
        return new ListPage
        {
            Context = context,
            Document = document,
            Variant = variant,
            Title = variant.Name,
            Description = variant.Values.Text("summary") ?? "",
            Section = document.Slug,
            Type = definition.Type,
            Items = matching.Skip((page - 1) * definition.PageSize).Take(definition.PageSize).ToList(),
            Total = matching.Count,
            All = selection.All,
            PageNumber = page,
            Pages = pages,
            Facets = selection.Facets(),
            Sorts = selection.Sorts(),
            Words = context.Query["q"],
            Ready = selection.Ready,
            Parks = selection.Parks,
            Indexed = context.Query.With("page", null).Length == 0,
            Sample = matching.Any(d => d.Type.Find("sample") is not null && context.Variant(d)!.Values.Flag("sample")),
        };
    }
}
