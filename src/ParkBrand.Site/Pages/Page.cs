using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Feeds;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

/// <summary>What every page tells the layout.</summary>
public abstract class Page
{
    public required PageContext Context { get; init; }

    /// <summary>Name of the theme's view.</summary>
    public abstract string View { get; }
    public required string Title { get; init; }
    public string Description { get; init; } = "";

    /// <summary>The list in the main navigation that the page belongs to, by slug.</summary>
    public string? Section { get; init; }
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];
    public bool Sample { get; init; }

    /// <summary>HTTP status; pages about errors are pages too.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether search engines may list the page.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>Theme files that only this kind of page needs.</summary>
    public virtual IReadOnlyList<string> Styles => [];
    public virtual IReadOnlyList<string> Scripts => [];

    /// <summary>Whether the page answers words that a visitor typed; there are more such pages than any cache holds.</summary>
    public virtual bool AnswersWords => false;

    /// <summary>The page as feeds and as a calendar; empty where there is none.</summary>
    public virtual IReadOnlyList<FeedLink> Feeds => [];

    /// <summary>Open Graph's type.</summary>
    public virtual string SharedAs => "website";

    /// <summary>The part of the query that makes this another page rather than another view of the same.</summary>
    public virtual string CanonicalQuery => "";

    /// <summary>Set when the text is in another language than the page, because it is not published in the reader's.</summary>
    public int? ShownIn { get; init; }
}

/// <param name="Url">Null for the page itself.</param>
public sealed record Crumb(string Name, string? Url);

/// <summary>A page about one document.</summary>
public abstract class DocumentPage : Page
{
    public required PublishedDocument Document { get; init; }
    public required PublishedVariant Variant { get; init; }
    public PublishedValues Values => Variant.Values;
}
