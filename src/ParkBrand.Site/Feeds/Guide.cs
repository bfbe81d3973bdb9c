using System.Globalization;
using System.Text;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Site.Lists;
using ParkBrand.Site.OpenData;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary><c>/llms.txt</c>: what the site is and where everything is, for programs that read in words.</summary>
internal static class Guide
{
    public const string Path = "/llms.txt";

    // What answers programs, each with a theme's text after "llms.".
    private static readonly (string Path, string Text)[] Interfaces =
        [("/api/openapi.json", "llms.openapi"), ("/api/search", "llms.search"), ("/api/match", "llms.match"), ("/mcp", "llms.mcp"), ("/sitemap.xml", "llms.sitemap")];

    public static byte[] Write(PageContext context, IReadOnlyList<DataSet> sets)
    {
        var texts = context.Texts;
        var text = new StringBuilder();
        string Link(string name, string path) => $"[{name}]({context.PublicUrl}{path})";
        void Head(string key) => text.Append(CultureInfo.InvariantCulture, $"\n## {texts[key]}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"# {texts["site.name"]}\n\n> {texts["llms.what"]}\n\n{texts["llms.dates"]}\n\n{texts["llms.sample"]}\n");
        Head("llms.lists");
        foreach (var (slug, list) in ListDefinitions.BySlug.Where(l => context.Has("/" + l.Key)))
        {
            var variant = context.Variant(context.Snapshot.Resolve("/" + slug).Document)!;
            text.Append(CultureInfo.InvariantCulture, $"- {Link(variant.Name, context.Url("/" + slug))}: {texts.Format("llms.count", texts.Count("count." + slug, context.OfType(list.Type).Count), variant.Values.Text("summary"))}\n");
        }

        Head("llms.interfaces");
        foreach (var (path, key) in Interfaces)
            text.Append(CultureInfo.InvariantCulture, $"- {Link(path, path)}: {texts[key]}\n");
        Head("open.title");
        text.Append(CultureInfo.InvariantCulture, $"- {Link(OpenDataPage.Address, context.Url(OpenDataPage.Address))}: {texts["open.lead"]}\n- {Link("/open-data/catalog.jsonld", "/open-data/catalog.jsonld")}: {texts["open.catalog"]} (DCAT)\n");
        foreach (var set in sets)
            text.Append(CultureInfo.InvariantCulture, $"- {Link($"{set.Name}.csv", context.Url($"{OpenDataPage.Address}/{set.Name}.csv"))}: {set.Description.In(context.Culture)} ({string.Join(", ", set.Formats.Select(f => f.Ending))})\n");
        Head("llms.feeds");
        text.Append(CultureInfo.InvariantCulture, $"- {texts.Format("llms.feed", context.PublicUrl + context.Url("/{list}/feed"))}\n- {Link(Deadlines.Ending, context.Url(Deadlines.Ending))}: {texts["llms.calendar"]}\n");
        Head("llms.languages");
        foreach (var language in context.Snapshot.Schema.Languages)
            text.Append(CultureInfo.InvariantCulture, $"- {Link(language.Name, PageContext.UrlIn(language, Path))}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
