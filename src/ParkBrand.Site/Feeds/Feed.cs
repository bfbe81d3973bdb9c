using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <param name="Page">Absolute address of what the feed follows.</param>
/// <param name="Self">Absolute address of the feed, in a format.</param>
internal sealed record Feed(string Title, string Note, string Author, string Language, string Page, Func<FeedFormat, string> Self, DateTimeOffset Updated, IReadOnlyList<FeedItem> Items);

/// <param name="Id">Stays the same when the address changes, and differs between languages.</param>
/// <param name="Day">The record's own date: posted, confirmed, issued; null where the type has none.</param>
/// <param name="Tags">Its kind, and that it is a sample where it is one.</param>
internal sealed record FeedItem(string Id, string Url, string Title, string? Summary, DateOnly? Day, DateTimeOffset Published, DateTimeOffset Updated, IReadOnlyList<string> Tags, string? Image)
{
    public static FeedItem Of(PageContext context, PublishedDocument document, string? summary, DateOnly? day)
    {
        var variant = context.Variant(document)!;
        var cover = document.Type.Find("cover") is null ? null : context.Snapshot.Media(variant.Values.Reference("cover"));
        var tags = new List<string> { context.Texts["type." + document.Type.Alias] };
        if (document.Type.Find("sample") is not null && variant.Values.Flag("sample"))
            tags.Add(context.Texts["sample"]);
        return new FeedItem(IdOf(context, document), context.PublicUrl + context.Url(document), variant.Name, summary, day, variant.FirstPublishedAt, variant.PublishedAt, tags,
            cover is null ? null : context.PublicUrl + cover.Url);
    }

    public static string IdOf(PageContext context, PublishedDocument document) => $"urn:uuid:{document.Id}" + (context.Culture == 0 ? "" : "#" + context.Language.IsoCode);
}

/// <summary>The formats in which a feed can be had, each with what its address ends in.</summary>
internal sealed record FeedFormat(string Name, string Ending, string ContentType, Func<Feed, byte[]> Write)
{
    public static readonly FeedFormat Rss = new("RSS", "", "application/rss+xml", RssWriter.Write);
    public static readonly FeedFormat Atom = new("Atom", ".atom", "application/atom+xml", AtomWriter.Write);
    public static readonly FeedFormat Json = new("JSON Feed", ".json", "application/feed+json", JsonFeedWriter.Write);
    public static readonly IReadOnlyList<FeedFormat> All = [Rss, Atom, Json];
}

/// <summary>A feed or calendar of a page, for its head and for who wants to subscribe.</summary>
public sealed record FeedLink(string Name, string ContentType, string Url);
