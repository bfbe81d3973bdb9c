using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Site.Rendering;

/// <summary>What every page of one request shares: one snapshot, one language, one day.</summary>
public sealed class PageContext
{
    public required Snapshot Snapshot { get; init; }

    /// <summary>Index into <see cref="ContentSchema.Languages"/>.</summary>
    public required int Culture { get; init; }
    public required Texts Texts { get; init; }
    public required ThemeAssets Assets { get; init; }

    /// <summary>The day in China.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Address without language prefix and query.</summary>
    public required string Path { get; init; }
    /// <summary>Scheme and host of the public site, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }
    public required QueryValues Query { get; init; }

    /// <summary>Full-text search over the snapshot's city; its index may still be a moment behind.</summary>
    public required SiteSearch Search { get; init; }

    /// <summary>Larger type, asked for by the reader.</summary>
    public required bool Elder { get; init; }

    /// <summary>A draft, shown to somebody who holds a link: links lead out of the frame, and nothing may list the page.</summary>
    public bool IsPreview { get; init; }

    public Language Language => Snapshot.Schema.Languages[Culture];
    public bool IsChinese => Language.IsoCode.StartsWith("zh", StringComparison.Ordinal);

    public string Url(string path) => UrlIn(Language, path);

    /// <summary>The same page in a language.</summary>
    public static string UrlIn(Language language, string path) => path == "/" && language.UrlPrefix.Length > 0 ? language.UrlPrefix : language.UrlPrefix + path;
    public string Url(PublishedDocument document) => Url(document.Path ?? "/");

    /// <summary>What a reader of this language sees of a document; null when it is not there for them.</summary>
    public PublishedVariant? Variant(PublishedDocument? document) => document?.In(Culture, Snapshot.Schema);

    public string Name(PublishedDocument? document) => Variant(document)?.Name ?? "";

    /// <summary>Whether this reader finds a page at <paramref name="path"/>; a link to anything else is not drawn.</summary>
    public bool Has(string path) => Snapshot.Resolve(path) is (PathState.Live, { } document) && Variant(document) is not null;

    /// <summary>Live documents of a type that this reader can see, in public order.</summary>
    public IReadOnlyCollection<PublishedDocument> OfType(string alias) => Snapshot.OfType(alias, Culture);

    public IEnumerable<PublishedDocument> Children(PublishedDocument parent, string type) =>
        Snapshot.ChildrenOf(parent.Id).Where(d => d.Type.Alias == type && Variant(d) is not null);
}
