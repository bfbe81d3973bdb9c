using System.Text.Json.Nodes;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>The site and the body that keeps it.</summary>
internal static class SiteNodes
{
    public static IEnumerable<JsonObject> Of(PageContext context)
    {
        var home = context.PublicUrl + context.Url("/");
        yield return Node.Of("WebSite", ("@id", Site(context)), ("url", home), ("name", context.Texts["site.name"]), ("alternateName", context.Texts["site.otherName"]),
            ("inLanguage", context.Language.IsoCode), ("publisher", Node.Ref(Publisher(context))),
            ("potentialAction", Node.Of("SearchAction", ("target", Node.Of("EntryPoint", ("urlTemplate", $"{context.PublicUrl}{context.Url("/search")}?q={{search_term_string}}"))),
                ("query-input", "required name=search_term_string"))));
        if (Settings(context) is { } settings)
            yield return Body(context, settings);
    }

    public static string Site(PageContext context) => context.PublicUrl + context.Url("/") + "#site";

    public static string Publisher(PageContext context) => context.PublicUrl + "/#publisher";

    /// <summary>The body with its name, for pages that do not tell of it at length.</summary>
    public static JsonObject? PublisherOf(PageContext context)
    {
        if (Settings(context)?.Text("office") is not { } name)
            return null;
        var body = Node.Organization(name, "GovernmentOrganization");
        body["@id"] = Publisher(context);
        return body;
    }

    private static JsonObject Body(PageContext context, PublishedValues settings)
    {
        var body = Node.Of("GovernmentOrganization", ("@id", Publisher(context)), ("name", settings.Text("office")), ("url", context.PublicUrl + context.Url("/")),
            ("logo", context.PublicUrl + context.Assets.Url("mark.svg")));
        // The footer marks this number as a sample, whatever the rest of the page is.
        if (settings.Text("phone") is { } phone)
            body["contactPoint"] = Node.Of("ContactPoint", ("contactType", "customer service"), ("telephone", phone), ("description", context.Texts["sample"]),
                ("hoursAvailable", settings.Text("hours")));
        return body;
    }

    private static PublishedValues? Settings(PageContext context) => context.Variant(context.Snapshot.OfType("settings").FirstOrDefault())?.Values;
}
