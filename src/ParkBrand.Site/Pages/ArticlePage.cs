using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

/// <summary>Facts, text and what belongs to it: topics, policies, finance, contacts, awards, districts, industries, plain pages.</summary>
public sealed class ArticlePage : DocumentPage
{
    // Which properties of a type stand in the fact table, in this order.
    private static readonly Dictionary<string, string[]> FactsOf = new()
    {
        ["policy"] = ["level", "theme", "issuer", "who", "benefit", "industries", "district", "issuedOn", "applyBy", "expiresOn", "confirmedOn", "source"],
        ["financeProduct"] = ["kind", "provider", "amountMax", "cost", "who", "expiresOn", "confirmedOn"],
        ["contactPoint"] = ["kind", "district", "address", "phone", "email", "hours", "confirmedOn"],
        ["award"] = ["year", "level", "awardedOn"],
        ["district"] = ["kind"],
        ["industry"] = ["level"],
    };

    private static readonly Dictionary<string, string> SectionOf = new()
    {
        ["topic"] = "features", ["policy"] = "policies", ["district"] = "parks", ["industry"] = "parks", ["award"] = "parks",
    };

    private static readonly Dictionary<string, string> ListOf = new()
    {
        ["topic"] = "topics", ["policy"] = "policies", ["financeProduct"] = "finance", ["contactPoint"] = "contacts",
        ["award"] = "awards", ["district"] = "districts", ["industry"] = "industries",
    };

    public override string View => "Article";
    public required IReadOnlyList<string> Facts { get; init; }
    public required string Lead { get; init; }

    /// <summary>Documents that belong to this one, by type, each in public order.</summary>
    public required IReadOnlyList<(string Type, IReadOnlyList<PublishedDocument> Documents)> Related { get; init; }

    internal static ArticlePage Build(PageContext context, PublishedDocument document, PublishedVariant variant)
    {
        var type = document.Type;
        var lead = type.Find("standfirst") is null ? type.Find("summary") is null ? "" : variant.Values.Text("summary") : variant.Values.Text("standfirst");
        return new ArticlePage
        {
            Context = context,
            Document = document,
            Variant = variant,
            Title = variant.Name,
            Description = lead ?? "",
            Lead = lead ?? "",
            Section = SectionOf.GetValueOrDefault(type.Alias),
            Crumbs = ListOf.TryGetValue(type.Alias, out var list) && context.Snapshot.Resolve("/" + list) is (PathState.Live, { } above)
                ? [new Crumb(context.Name(above), context.Url(above)), new Crumb(variant.Name, null)]
                : [],
            Sample = type.Find("sample") is not null && variant.Values.Flag("sample"),
            ShownIn = variant.Culture == context.Culture ? null : variant.Culture,
            Facts = FactsOf.GetValueOrDefault(type.Alias, []),
            Related = RelatedTo(context, document, variant),
        };
    }

    private static List<(string, IReadOnlyList<PublishedDocument>)> RelatedTo(PageContext context, PublishedDocument document, PublishedVariant variant)
    {
        var parks = document.Type.Find("parks") is null ? [] : variant.Values.References("parks").ToHashSet();
        var referrers = context.Snapshot.ReferrersOf(document.Id).Where(d => context.Variant(d) is not null).ToList();
        var related = new List<(string, IReadOnlyList<PublishedDocument>)>();
        foreach (var type in new[] { "park", "feature", "policy", "contactPoint" })
        {
            var found = context.OfType(type).Where(d => referrers.Contains(d) || parks.Contains(d.Id)).ToList();
            if (found.Count > 0)
                related.Add((type, found));
        }

        return related;
    }
}

public sealed class ProgressPage : DocumentPage
{
    public override string View => "Progress";

    internal static ProgressPage Build(PageContext context, PublishedDocument document, PublishedVariant variant) => new()
    {
        Context = context,
        Document = document,
        Variant = variant,
        Title = variant.Name,
        Description = variant.Values.Text("summary") ?? "",
        Sample = variant.Values.Flag("sample"),
        ShownIn = variant.Culture == context.Culture ? null : variant.Culture,
    };
}
