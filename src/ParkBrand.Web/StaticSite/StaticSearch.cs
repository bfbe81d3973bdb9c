using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Searching;

namespace ParkBrand.Web.StaticSite;

/// <summary>Search without a server: the words of every page in one file for each language, and a script on the search page that looks into it.</summary>
internal sealed class StaticSearch(Snapshot snapshot, Theme theme, StaticPages pages)
{
    private const int LongestBody = 240;
    private const string Script = "static-search.js";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static StaticAddress Index(string isoCode) => new($"/search-index.{isoCode}.json");

    public void Write(StaticFolder folder)
    {
        foreach (var (language, culture) in snapshot.Schema.Languages.Select((l, i) => (l, i)))
        {
            var at = Index(language.IsoCode);
            var texts = theme.In(language.IsoCode);
            // Rows instead of objects: a third of the bytes. Title, way from this file, type, tags, text.
            var rows = snapshot.Schema.DocumentTypes.Keys.SelectMany(type => snapshot.OfType(type, culture)).Where(d => d.Path is not null && pages.Address(language.UrlPrefix + d.Path) is not null)
                .Select(d => (Document: d, Text: DocumentText.Of(d, culture, snapshot))).Where(d => d.Text is not null)
                .OrderBy(d => d.Document.Path, StringComparer.Ordinal)
                .Select(d => new[] { d.Text!.Title, at.WayTo(new StaticAddress(language.UrlPrefix + d.Document.Path), pages.Relative), texts.Find("type." + d.Document.Type.Alias) ?? "", Line(d.Text.Tags, LongestBody), Line(d.Text.Body, LongestBody) });
            folder.Put(at.File, JsonSerializer.SerializeToUtf8Bytes(rows, Json));
        }
    }

    /// <summary>Puts the script onto search pages.</summary>
    public void Finish(StaticAddress address, IHtmlDocument page, Action<StaticAddress> expect)
    {
        if (snapshot.Schema.Languages.FirstOrDefault(l => address.Path == l.UrlPrefix + "/" + SearchPage.Slug) is not { } language)
            return;
        var (texts, script) = (theme.In(language.IsoCode), new StaticAddress(theme.Assets.Url(Script)));
        expect(script);
        var element = page.CreateElement("script");
        element.SetAttribute("type", "module");
        element.SetAttribute("src", address.WayTo(script, pages.Relative));
        element.SetAttribute("data-index", address.WayTo(Index(language.IsoCode), pages.Relative));
        element.SetAttribute("data-count", texts["search.count"]);
        element.SetAttribute("data-none", texts["search.none"]);
        page.Head!.Append(element);
    }

    private static string Line(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : new StringInfo(line).SubstringByTextElements(0, Math.Min(longest, new StringInfo(line).LengthInTextElements));
    }
}
