using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>A document in the language in which it is asked for.</summary>
internal readonly record struct Row(PublishedDocument Document, PublishedVariant Variant);

/// <summary>
/// What one request may see: one moment, one language. The only way from an id or an address to a document or a picture, so
/// that what is not published, over, thrown away or in other languages only is not there for anyone who asks.
/// </summary>
internal sealed class PublicView(Snapshot snapshot, int culture)
{
    public Snapshot Snapshot => snapshot;
    public int Culture => culture;
    public ContentSchema Schema => snapshot.Schema;

    /// <summary>Without the other languages that pages fall back to: a client that asks for English is not to show Chinese unawares.</summary>
    public Row? See(PublishedDocument? document) =>
        document is { Path: not null } && document.IsIn(culture) && document.In(culture, Schema) is { } variant ? new Row(document, variant) : null;

    public Row? Find(Guid? id) => See(snapshot.Find(id));

    public Row? At(string path) => snapshot.Resolve(path) is (PathState.Live, { } document) ? See(document) : null;

    /// <summary>A media item that something visible shows. What only drafts show is nobody's yet.</summary>
    public PublishedMedia? Media(Guid id) => snapshot.Media(id) is { } media && IsShown(id) ? media : null;

    private bool IsShown(Guid media) => Showing(media).Any();

    /// <summary>The visible documents that a media item stands in.</summary>
    public IEnumerable<Row> Showing(Guid media) => snapshot.ReferrersOf(media).Select(See).OfType<Row>().Where(row => Shows(row.Variant.Values, media));

    private static bool Shows(PublishedValues values, Guid media)
    {
        foreach (var property in values.Holder.Properties)
            if (values[property] switch
            {
                Guid id => id == media,
                Guid[] ids => Array.IndexOf(ids, media) >= 0,
                PublishedValues[] blocks => Array.Exists(blocks, b => Shows(b, media)),
                _ => false,
            })
                return true;
        return false;
    }

    public ApiContentRoute Route(PublishedDocument document, int? inCulture = null) =>
        new(Address(document.Path!, inCulture ?? culture), Start(document));

    private string Address(string path, int of) => Schema.Languages[of].UrlPrefix is { Length: > 0 } prefix ? path == "/" ? prefix : prefix + path : path;

    private ApiContentStartItem Start(PublishedDocument document)
    {
        var root = Root(document);
        return new ApiContentStartItem(root.Id, SegmentOf(root));
    }

    public PublishedDocument Root(PublishedDocument document)
    {
        while (snapshot.Find(document.ParentId) is { } parent)
            document = parent;
        return document;
    }

    /// <summary>The name of a root in addresses; that of the home page is empty, so it goes by its address.</summary>
    public static string SegmentOf(PublishedDocument root) => root.Slug is { Length: > 0 } slug ? slug : "/";
}
