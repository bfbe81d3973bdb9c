using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Values;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary>A list with the filters of the address, newest first: only what is published in the language asked for, without stand-ins.</summary>
internal static class ListFeed
{
    private const int Items = 50, SummaryLength = 300;
    private static readonly string[] Summaries = ["standfirst", "summary", "text"], Dates = ["confirmedOn", "verifiedOn"];

    /// <returns>Null where this reader finds no such list.</returns>
    public static (Feed? Feed, bool Ready)? Of(PageContext context, string slug)
    {
        if (!ListDefinitions.BySlug.TryGetValue(slug, out var definition) || context.Snapshot.Resolve("/" + slug) is not (PathState.Live, { } list) || context.Variant(list) is not { } variant)
            return null;
        var selection = new Selection(context, definition);
        if (!selection.Ready)
            return (null, false);
        var query = context.Query.With("sort", null);
        var items = selection.Matching.Where(d => d.IsIn(context.Culture)).Select(d => (Document: d, Day: DayOf(context, d))).OrderByDescending(d => d.Day).ThenBy(d => d.Document.Id).Take(Items)
            .Select(d => FeedItem.Of(context, d.Document, SummaryOf(context.Variant(d.Document)!.Values), d.Day)).ToList();
        return (new Feed($"{variant.Name} – {context.Texts["site.name"]}", variant.Values.Text("summary") ?? "", AuthorOf(context), context.Language.IsoCode,
            context.PublicUrl + context.Url("/" + slug) + query, f => context.PublicUrl + context.Url(Address(slug, f)) + query, Updated(context, items), items), true);
    }

    public static string Address(string slug, FeedFormat format) => $"/{slug}/feed{format.Ending}";

    /// <summary>When the newest of the items was published; the city's last change where there are none.</summary>
    public static DateTimeOffset Updated(PageContext context, IReadOnlyList<FeedItem> items) => items.Count == 0 ? context.Snapshot.ChangedAt : items.Max(i => i.Updated);

    public static string AuthorOf(PageContext context) => context.Variant(context.Snapshot.OfType("settings").FirstOrDefault())?.Values.Text("office") ?? context.Texts["site.name"];

    public static string? SummaryOf(PublishedValues values)
    {
        var alias = Summaries.FirstOrDefault(a => values.Holder.Find(a) is not null);
        return alias is null ? null : MarkdownText.Short(values.Text(alias), SummaryLength);
    }

    /// <summary>The date by which a list is sorted, else the one on which the record was confirmed.</summary>
    public static DateOnly? DayOf(PageContext context, PublishedDocument document)
    {
        var values = context.Variant(document)!.Values;
        return document.Type.OrderBy is { } property ? (DateOnly?)values[property] : Dates.FirstOrDefault(a => document.Type.Find(a) is not null) is { } alias ? values.Date(alias) : null;
    }
}
