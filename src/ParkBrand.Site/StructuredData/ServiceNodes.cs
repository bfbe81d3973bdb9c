using System.Text.Json.Nodes;
using ParkBrand.Site.Pages;

namespace ParkBrand.Site.StructuredData;

/// <summary>What somebody can make use of: shared resources, policies, finance, desks.</summary>
internal static class ServiceNodes
{
    public static JsonObject Resource(RecordPage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        return Node.Of("Service", ("@id", url + "#service"), ("url", url), ("name", page.Variant.Name), ("description", page.Description), ("serviceType", Node.Choice(context, values, "kind")),
            ("provider", Node.Organization(values.Text("provider"))), ("audience", Node.Of("Audience", ("audienceType", values.Text("eligibility")))),
            ("availableChannel", Node.Of("ServiceChannel", ("serviceLocation", ParkNodes.Place(context, page.Park)), ("servicePhone", Phone(values.Text("contactPhone"))))),
            ("offers", Node.Of("Offer", ("description", values.Text("priceBasis")))), ("keywords", Node.Texts(values.Texts("techniques"))));
    }

    /// <returns>Null for what is no service.</returns>
    public static JsonObject? Of(ArticlePage page) => page.Document.Type.Alias switch
    {
        "policy" => Policy(page),
        "financeProduct" => Finance(page),
        "contactPoint" => Desk(page),
        _ => null,
    };

    private static JsonObject Policy(ArticlePage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        return Node.Of("GovernmentService", ("@id", url + "#service"), ("url", url), ("name", page.Variant.Name), ("description", values.Text("summary")),
            ("serviceType", Node.Choice(context, values, "theme")), ("provider", Node.Organization(values.Text("issuer"), "GovernmentOrganization")),
            ("audience", values.Text("who") is { } who ? Node.Of("Audience", ("audienceType", who)) : null), ("serviceOutput", values.Text("benefit") is { } benefit ? Node.Of("Thing", ("name", benefit)) : null),
            ("offers", Node.Of("Offer", ("validFrom", Node.Day(values.Date("issuedOn"))), ("validThrough", Node.EndOf(values.Date("expiresOn"))), ("availabilityEnds", Node.EndOf(values.Date("applyBy"))))));
    }

    private static JsonObject Finance(ArticlePage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        return Node.Of("FinancialProduct", ("@id", url + "#product"), ("url", url), ("name", page.Variant.Name), ("description", values.Text("summary")), ("category", Node.Choice(context, values, "kind")),
            ("provider", Node.Organization(values.Text("provider"))), ("feesAndCommissionsSpecification", values.Text("cost")), ("audience", values.Text("who") is { } who ? Node.Of("Audience", ("audienceType", who)) : null));
    }

    private static JsonObject Desk(ArticlePage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        return Node.Of("GovernmentOffice", ("@id", url + "#desk"), ("url", url), ("name", page.Variant.Name), ("description", values.Text("summary")),
            // Desks stand in other cities too, so that only what is written is told.
            ("address", values.Text("address")), ("telephone", values.Text("phone")), ("email", values.Text("email")), ("parentOrganization", SiteNodes.PublisherOf(context)));
    }

    private static JsonObject? Phone(string? number) => number is null ? null : Node.Of("ContactPoint", ("telephone", number));
}
