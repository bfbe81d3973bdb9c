using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>One request: what it may see, and what it asks for.</summary>
/// <param name="Day">The day in China.</param>
internal sealed record Inquiry(PublicView View, DateOnly Day, Credential Credential, bool IsPreview, IQueryCollection Query)
{
    /// <summary>Whether the header Accept-Language named a language of the site; a path may say another where it did not.</summary>
    public bool IsLanguageAsked { get; init; }

    /// <summary>A language was asked for in so many words that the site has not: nothing is published in it.</summary>
    public bool IsLanguageUnknown { get; init; }

    /// <summary>The root that the header Start-Item named.</summary>
    public PublishedDocument? Start { get; init; }

    /// <summary>What <see cref="Language"/> returns for one language, asked for alone, that the site has not.</summary>
    public const int Unknown = -1;

    /// <returns>Index of the language that a reader would rather have; null when the header is absent, or is a browser's list that names none of ours, which is passed over as Umbraco does.</returns>
    public static int? Language(HttpRequest request, ContentSchema schema)
    {
        var header = request.Headers.AcceptLanguage;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList([.. header!], out var ranges))
            return null;
        foreach (var range in ranges.Where(r => r.Quality is null or > 0).OrderByDescending(r => r.Quality ?? 1))
            if (Fitting(range.Value.Value!, schema) is { } culture)
                return culture;
        return ranges is [{ Quality: null } only] && only.Value.Value != "*" ? Unknown : null;
    }

    /// <summary>The language itself, or the first that shares its primary tag: a browser's <c>en</c> or <c>en-GB</c> is served with <c>en-US</c>.</summary>
    private static int? Fitting(string range, ContentSchema schema)
    {
        if (schema.CultureIndex(range) is var exact and >= 0)
            return exact;
        var primary = range.Split('-')[0];
        for (var i = 0; i < schema.Languages.Count; i++)
            if (schema.Languages[i].IsoCode.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase))
                return i;
        return null;
    }

    /// <summary>The root with this id or name in addresses; null when there is none.</summary>
    public static PublishedDocument? StartItem(string given, PublicView view)
    {
        if (Guid.TryParse(given, out var id))
            return view.Find(id)?.Document is { ParentId: null } byId ? byId : null;
        var name = given.Trim('/');
        return view.At("/" + name)?.Document is { ParentId: null } root ? root : null;
    }
}
