using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Searching;

namespace ParkBrand.Web.StaticSite;

/// <summary>Where an address of the site lies in a folder of files, and how one file refers to another.</summary>
/// <param name="Path">Of the site as it stands in links: with a stroke at its beginning and none at its end.</param>
/// <param name="Page">Of a list, from 1.</param>
internal readonly partial record struct StaticAddress(string Path, int Page = 1)
{
    /// <summary>Beginnings of addresses, without their language, that a server has to answer.</summary>
    private static readonly string[] Live = ["/assistant", "/reading", "/umbraco", "/api", "/mcp", "/health", "/preview"];

    /// <summary>A picture in one of its sizes is sent in the format that a browser asks for; a file has one format, and its name says which.</summary>
    public bool IsRendition => Rendition().IsMatch(Path);

    /// <summary>The script on these pages reads what is asked for.</summary>
    public bool TakesQuestions => Path.EndsWith("/" + SearchPage.Slug, StringComparison.Ordinal) || Path.EndsWith("/" + FinderPage.Slug, StringComparison.Ordinal);

    /// <summary>Feeds, calendars, site maps and data name pages by their whole addresses, which a folder without a place has none of.</summary>
    public bool IsForMachines => IsFeed || (IsFile && !Path.StartsWith("/assets/", StringComparison.Ordinal) && !Path.StartsWith("/media/", StringComparison.Ordinal) && !Path.EndsWith("/404.html", StringComparison.Ordinal));

    /// <summary>Servers of files tell what a file is by its ending.</summary>
    private bool IsFeed => Path.EndsWith("/feed", StringComparison.Ordinal);

    /// <summary>The file, below the folder, with strokes between names.</summary>
    public string File => IsRendition ? Uri.UnescapeDataString(Path[1..]) + ".webp"
        : IsFeed ? Path[1..] + ".rss"
        : IsFile ? Uri.UnescapeDataString(Path[1..])
        : (Path == "/" ? "" : Path[1..] + "/") + (Page > 1 ? $"page-{Page}/" : "") + "index.html";

    private bool IsFile => System.IO.Path.HasExtension(Path);

    /// <summary>As the server that is asked for it takes it.</summary>
    public string Request => Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Path}?page={Page}") : Path;

    /// <param name="link">As it stands in a page.</param>
    /// <param name="languages">Beginnings of addresses in languages other than the default.</param>
    /// <returns>Null for what is not of this site, or needs a server.</returns>
    public static StaticAddress? Of(string link, IReadOnlyList<string> languages)
    {
        if (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal))
            return null;
        var target = link.Split('#')[0];
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        var inner = languages.FirstOrDefault(l => path == l || path.StartsWith(l + "/", StringComparison.Ordinal)) is { } language ? path[language.Length..] : path;
        if (Live.Any(l => inner == l || inner.StartsWith(l + "/", StringComparison.Ordinal)))
            return null;
        // A choice in a list cannot be kept as a file for every combination: it leads to the list as a whole.
        return new(path, query.StartsWith("page=", StringComparison.Ordinal) && int.TryParse(query["page=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);
    }

    /// <summary>The way from this address to another.</summary>
    /// <param name="relative">So that it holds wherever the folder lies, even without a server.</param>
    public string WayTo(StaticAddress other, bool relative)
    {
        if (relative)
            return string.Concat(Enumerable.Repeat("../", File.Count(c => c == '/'))) + Escaped(other.File);
        return other.IsFile || other.IsFeed || other.IsRendition ? "/" + Escaped(other.File) : other.Page > 1 ? $"{other.Path}/page-{other.Page}/" : other.Path;
    }

    private static string Escaped(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    [GeneratedRegex("^/media/[a-z]+-[0-9]+[^/]*/[0-9a-f]+/[^/]+$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Rendition();
}
