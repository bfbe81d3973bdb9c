using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

/// <summary>Something is not there: says why, and where to go instead.</summary>
public sealed class MessagePage : Page
{
    public override string View => "Message";

    /// <summary>Prefix of the theme's texts: <c>notFound</c>, <c>expired</c>, <c>error</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is gone, when it is known.</summary>
    public PublishedDocument? Gone { get; init; }
    public PublishedDocument? Park { get; init; }

    /// <summary>Live records of the same kind that may do instead.</summary>
    public IReadOnlyList<PublishedDocument> Instead { get; init; } = [];

    internal static MessagePage NotFound(PageContext context) => new()
    {
        Context = context,
        Kind = "notFound",
        Title = context.Texts["notFound.title"],
        Status = 404,
        Indexed = false,
    };

    internal static MessagePage Expired(PageContext context, PublishedDocument gone)
    {
        var park = context.Snapshot.Find(gone.ParentId) is { Type.Alias: "park" } p ? p : null;
        var near = park is null ? [] : context.Children(park, gone.Type.Alias).ToList();
        return new MessagePage
        {
            Context = context,
            Kind = "expired",
            Title = context.Texts["expired.title"],
            Status = 410,
            Indexed = false,
            Gone = gone,
            Park = park,
            Section = gone.Type.Folder,
            Instead = near.Count > 0 ? near.Take(5).ToList() : context.OfType(gone.Type.Alias).Take(5).ToList(),
        };
    }

    internal static MessagePage Error(PageContext context) => new()
    {
        Context = context,
        Kind = "error",
        Title = context.Texts["error.title"],
        Status = 500,
        Indexed = false,
    };
}
