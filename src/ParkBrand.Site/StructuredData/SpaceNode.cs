using System.Text.Json.Nodes;
using ParkBrand.Content;
using ParkBrand.Site.Pages;

namespace ParkBrand.Site.StructuredData;

/// <summary>A space that can be had: the listing, what is listed, and on what terms.</summary>
internal static class SpaceNode
{
    // UN/CEFACT: square metre.
    private const string SquareMetre = "MTK";

    private static readonly string[] Told = ["floorLoad", "clearHeight", "power", "crane"];

    public static JsonObject Of(RecordPage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        var space = Node.Of("Accommodation", ("@id", url + "#space"), ("name", page.Variant.Name), ("accommodationCategory", Node.Choice(context, values, "kind")),
            ("floorSize", Node.Of("QuantitativeValue", ("minValue", values.Number("areaMin")), ("maxValue", values.Number("areaMax")), ("unitCode", SquareMetre))),
            ("containedInPlace", ParkNodes.Place(context, page.Park)), ("image", Node.Image(context, values.Reference("plan"))),
            ("address", Node.Address(context, context.Variant(page.Park)!.Values.Text("address"))),
            ("additionalProperty", Node.List(Told.Select(a => Node.Amount(context, values, a)).Where(n => n is not null))));
        return Node.Of("RealEstateListing", ("@id", url + "#listing"), ("url", url), ("name", page.Variant.Name), ("description", page.Description),
            ("datePosted", Node.Day(ChinaTime.DayOf(page.Variant.FirstPublishedAt))), ("lastReviewed", Node.Day(values.Date("confirmedOn"))),
            ("inLanguage", context.Snapshot.Schema.Languages[page.Variant.Culture].IsoCode), ("mainEntity", space), ("offers", Offers(page)));
    }

    private static JsonArray Offers(RecordPage page) => Node.List(
        new[] { ("rent", "LeaseOut"), ("price", "Sell") }.Where(o => page.Values.Number(o.Item1) is not null).Select(o => Offer(page, o.Item1, o.Item2)));

    private static JsonObject Offer(RecordPage page, string alias, string function) => Node.Of("Offer",
        ("businessFunction", "http://purl.org/goodrelations/v1#" + function), ("availability", "https://schema.org/InStock"),
        ("availabilityStarts", Node.Day(page.Values.Date("availableFrom"))), ("validThrough", Node.EndOf(page.Values.Date("expiresOn"))),
        ("priceSpecification", Node.Of("UnitPriceSpecification", ("price", page.Values.Number(alias)), ("priceCurrency", "CNY"),
            ("unitText", page.Values.Holder.Find(alias)!.Unit), ("referenceQuantity", Node.Of("QuantitativeValue", ("value", 1), ("unitCode", SquareMetre))))));
}
