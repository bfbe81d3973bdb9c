using System.Text.Json.Nodes;
using ParkBrand.Site.OpenData;

namespace ParkBrand.Site.StructuredData;

/// <summary>The open data as dataset search takes them.</summary>
internal static class DatasetNodes
{
    public static IEnumerable<JsonObject> Of(OpenDataPage page)
    {
        var (context, url) = (page.Context, PageGraph.Url(page));
        foreach (var table in page.Tables)
            yield return Node.Of("Dataset", ("@id", $"{url}#{table.Set.Name}"), ("url", $"{url}#{table.Set.Name}"), ("name", $"{table.Set.Title.In(context.Culture)} – {context.Texts["site.name"]}"),
                // Dataset search wants fifty characters at least.
                ("description", table.Set.Description.In(context.Culture) + " " + page.About.In(context.Culture)), ("license", context.PublicUrl + page.File("licence.txt")),
                ("isAccessibleForFree", true), ("inLanguage", context.Language.IsoCode), ("creator", SiteNodes.PublisherOf(context)),
                ("dateModified", table.Changed is { } at ? Node.Instant(at) : null), ("spatialCoverage", context.Texts["place.city"]),
                ("variableMeasured", Node.List(table.Set.Fields.Select(f => (JsonNode?)f.Label.In(context.Culture)))),
                ("distribution", Node.List(table.Files.Select(f => Node.Of("DataDownload", ("name", f.File), ("encodingFormat", f.ContentType), ("contentSize", $"{f.Length} B"), ("contentUrl", context.PublicUrl + page.File(f.File)))))));
    }
}
