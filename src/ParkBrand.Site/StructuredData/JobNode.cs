using System.Text.Json.Nodes;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>A job as job search engines take it (schema.org/JobPosting).</summary>
internal static class JobNode
{
    private static readonly Dictionary<string, string> Kinds = new() { ["full"] = "FULL_TIME", ["part"] = "PART_TIME", ["intern"] = "INTERN" };

    private static readonly Dictionary<string, string> Credentials = new()
    {
        ["college"] = "associate degree", ["bachelor"] = "bachelor degree", ["master"] = "postgraduate degree", ["phd"] = "postgraduate degree",
    };

    // The last part of a unit in the schema: year, month, week, day, hour.
    private static readonly Dictionary<string, string> Times = new()
    {
        ["\u5e74"] = "YEAR", ["\u6708"] = "MONTH", ["\u5468"] = "WEEK", ["\u5929"] = "DAY", ["\u65e5"] = "DAY", ["\u5c0f\u65f6"] = "HOUR",
    };

    public static JsonObject Of(RecordPage page)
    {
        var (context, values) = (page.Context, page.Values);
        var url = PageGraph.Url(page);
        var job = Node.Of("JobPosting", ("@id", url + "#job"), ("url", url), ("title", page.Variant.Name), ("description", Description(page)),
            ("identifier", Node.Of("PropertyValue", ("name", values.Text("employer")), ("value", page.Document.Id.ToString()))),
            ("datePosted", Node.Day(values.Date("datePosted"))), ("validThrough", Node.EndOf(values.Date("validThrough"))),
            ("hiringOrganization", Node.Organization(values.Text("employer"))), ("jobLocation", ParkNodes.Place(context, page.Park)),
            ("baseSalary", Salary(page)), ("employmentType", Kinds.GetValueOrDefault(values.Text("jobType") ?? "", "OTHER")),
            ("directApply", false), ("totalJobOpenings", values.Number("headCount")), ("skills", Node.Texts(values.Texts("skills"))),
            ("inLanguage", context.Snapshot.Schema.Languages[page.Variant.Culture].IsoCode));
        if (values.Text("degree") is { } degree)
            job["educationRequirements"] = Credentials.TryGetValue(degree, out var credential) ? Node.Of("EducationalOccupationalCredential", ("credentialCategory", credential)) : "no requirements";
        if (values.Number("experienceYears") is { } years)
            job["experienceRequirements"] = years == 0 ? "no requirements" : Node.Of("OccupationalExperienceRequirements", ("monthsOfExperience", years * 12));
        return job;
    }

    /// <summary>All that the page tells of the work: duties, housing, how to apply.</summary>
    private static string Description(RecordPage page)
    {
        var html = RichText.Html(page.Values.Text("text"));
        foreach (var alias in new[] { "housing", "apply" })
            if (page.Values.Text(alias) is { } text)
                html += RichText.Html($"**{page.Values.Holder.Find(alias)!.Name.In(page.Context.Culture)}** {text}");
        return html;
    }

    private static JsonObject? Salary(RecordPage page)
    {
        var unit = page.Values.Holder.Find("payMin")!.Unit ?? "";
        return Times.TryGetValue(unit[(unit.LastIndexOf('/') + 1)..], out var time)
            ? Node.Of("MonetaryAmount", ("currency", "CNY"), ("value", Node.Of("QuantitativeValue",
                ("minValue", page.Values.Number("payMin")), ("maxValue", page.Values.Number("payMax")), ("unitText", time))))
            : null;
    }
}
