using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Api;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Serving;

namespace ParkBrand.Site;

/// <param name="Today">The day in China.</param>
/// <param name="Elder">Larger type, asked for by the reader.</param>
/// <param name="Key">What a kept page is found by.</param>
internal readonly record struct Visit(Snapshot Snapshot, DateOnly Today, bool Elder, string Key);

/// <summary>What a request asks for: of which city, on which day, in which language, which page.</summary>
internal sealed class VisitReader(SnapshotSource snapshots, Theme theme, PublicAddress address, SiteSearch search, TimeProvider clock)
{
    public Visit Read(HttpContext http)
    {
        var elder = http.Request.Headers.Cookie.Count > 0 && http.Request.Cookies[ReadingEndpoint.Cookie] == "1";
        var key = http.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target ? target : http.Request.Path + http.Request.QueryString;
        var today = ChinaTime.Today(clock);
        return new Visit(snapshots.Current, today, elder, elder ? "elder " + key : key);
    }

    public PageContext Context(HttpContext http, Visit visit)
    {
        var (culture, path) = Split(visit.Snapshot.Schema, http.Request.Path.Value ?? "/");
        return Context(http, visit, culture, path);
    }

    /// <summary>The home page for nobody: before the server listens, its own address is not known yet and must not be remembered.</summary>
    public PageContext Unanswered(HttpContext http)
    {
        var visit = Read(http);
        return Context(http, visit, 0, "/", isPreview: false, "http://localhost");
    }

    public PageContext Context(HttpContext http, Visit visit, int culture, string path, bool isPreview = false, string? publicUrl = null) => new()
    {
        Snapshot = visit.Snapshot,
        Culture = culture,
        Texts = theme.In(visit.Snapshot.Schema.Languages[culture].IsoCode),
        Assets = theme.Assets,
        Today = visit.Today,
        Path = path,
        PublicUrl = publicUrl ?? address.Base,
        Query = http.Request.QueryString.HasValue ? new QueryValues(http.Request.Query) : QueryValues.Empty,
        Search = search,
        Elder = visit.Elder,
        IsPreview = isPreview,
    };

    internal static (int Culture, string Path) Split(ContentSchema schema, string path)
    {
        for (var i = 1; i < schema.Languages.Count; i++)
        {
            var prefix = schema.Languages[i].UrlPrefix;
            if (path == prefix)
                return (i, "/");
            if (path.StartsWith(prefix + "/", StringComparison.Ordinal))
                return (i, path[prefix.Length..]);
        }

        return (0, path);
    }
}
