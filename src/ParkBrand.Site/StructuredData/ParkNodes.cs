using System.Text.Json.Nodes;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>A park is a place, and somebody runs it.</summary>
internal static class ParkNodes
{
    public static IEnumerable<JsonObject> Of(ParkPage page)
    {
        var (context, values) = (page.Context, page.Values);
        var facilities = values.Texts("facilities").Select(f => (JsonNode?)Node.Of("LocationFeatureSpecification",
            ("name", values.Holder.Find("facilities")!.DataType.Item(f)?.Name.In(context.Culture) ?? f), ("value", true)));
        var place = Place(context, page.Document);
        place["url"] = PageGraph.Url(page);
        place["description"] = values.Text("summary");
        place["slogan"] = values.Text("tagline");
        if (Node.Image(context, values.Reference("cover")) is { } image)
            place["image"] = image;
        if (page.District is { } district)
            place["containedInPlace"] = Node.Of("AdministrativeArea", ("name", context.Name(district)), ("url", PageGraph.Url(context, district)));
        if (Node.List(facilities) is { Count: > 0 } list)
            place["amenityFeature"] = list;
        yield return place;
        yield return Node.Of("Organization", ("@id", PageGraph.Url(page) + "#operator"), ("name", values.Text("operator")), ("location", Node.Ref(Id(context, page.Document))),
            ("contactPoint", Node.Of("ContactPoint", ("contactType", "sales"), ("name", values.Text("contactName")), ("telephone", values.Text("contactPhone")), ("email", values.Text("contactEmail")))));
    }

    public static string Id(PageContext context, PublishedDocument park) => PageGraph.Url(context, park) + "#place";

    /// <summary>Where a park is, for its own page and for what is in it.</summary>
    public static JsonObject Place(PageContext context, PublishedDocument park)
    {
        var values = context.Variant(park)!.Values;
        return Node.Of("Place", ("@id", Id(context, park)), ("name", context.Name(park)), ("address", Node.Address(context, values.Text("address"))), ("geo", Node.Geo(values.Position("position"))),
            ("telephone", values.Text("contactPhone")));
    }
}
