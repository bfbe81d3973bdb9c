using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>The lists of the site, by the slug of the list document.</summary>
internal static class ListDefinitions
{
    // Before the lists: static fields are set in the order in which they stand.
    private static readonly (string Value, decimal Below)[] Areas = [("0-1000", 1000), ("1000-3000", 3000), ("3000-10000", 10000), ("10000-", decimal.MaxValue)];
    private static readonly (string Value, decimal Below)[] Pays = [("0-10000", 10000), ("10000-20000", 20000), ("20000-30000", 30000), ("30000-", decimal.MaxValue)];

    public static readonly IReadOnlyDictionary<string, ListDefinition> BySlug = new Dictionary<string, ListDefinition>
    {
        ["parks"] = new("park", [Sector, District, Choice("park", "status")],
            [new("order"), new("available", v => -(v.Values.Number("carrierAvailable") ?? 0)), new("output", v => -(v.Values.Number("outputPerMu") ?? 0)), new("rail", v => v.Values.Number("railMinutes") ?? 999)], 60),
        ["spaces"] = new("space", [Choice("space", "kind"), Area, Sector, District, Choice("space", "cleanroom"), Park],
            [new("newest"), new("largest", v => -(v.Values.Number("areaMax") ?? 0)), new("rent", v => v.Values.Number("rent") ?? 9999), new("load", v => -(v.Values.Number("floorLoad") ?? 0))]),
        ["jobs"] = new("job", [Choice("job", "field"), Choice("job", "degree"), Pay, Sector, District, Choice("job", "jobType"), Park],
            [new("newest"), new("pay", v => -(v.Values.Number("payMax") ?? 0)), new("closing", v => v.Values.Date("validThrough")?.DayNumber ?? 0)]),
        ["resources"] = new("resource", [Choice("resource", "kind"), Sector, District, Park],
            [new("newest"), new("soonest", v => v.Values.Number("leadDays") ?? 999)]),
        ["features"] = new("feature", [Choice("feature", "kind"), Topic], [new("newest")], 24),
        ["policies"] = new("policy", [Choice("policy", "theme"), Choice("policy", "level")],
            [new("newest"), new("closing", v => v.Values.Date("applyBy")?.DayNumber ?? int.MaxValue)], 60),
        ["topics"] = new("topic", [], [new("order")]),
        ["finance"] = new("financeProduct", [Choice("financeProduct", "kind")], [new("order")], 60),
        ["contacts"] = new("contactPoint", [], [new("order")], 60),
        ["awards"] = new("award", [], [new("order")], 60),
        ["districts"] = new("district", [], [new("order")], 60),
        ["industries"] = new("industry", [], [new("order")], 60),
    };

    private static FacetDefinition Sector => new("sector", "facet.sector", (c, d) => ParkReference(c, d, "sector"), NameOf,
        c => c.OfType("industry").Where(i => c.Variant(i)!.Values.Text("key") is not null).Select(i => i.Slug));

    private static FacetDefinition District => new("district", "facet.district", (c, d) => ParkReference(c, d, "district"), NameOf,
        c => c.OfType("district").Select(d => d.Slug));

    private static FacetDefinition Park => new("park", "facet.park",
        (c, d) => c.Snapshot.Find(d.ParentId) is { } park ? [park.Slug] : [], NameOf, OnlyWhenChosen: true);

    private static FacetDefinition Topic => new("topic", "facet.topic",
        (c, d) => c.Variant(d)!.Values.References("topics").Select(id => c.Snapshot.Find(id)).OfType<PublishedDocument>().Select(d => d.Slug), NameOf,
        c => c.OfType("topic").Select(t => t.Slug));

    private static FacetDefinition Area => Bucket("area", "areaMax", Areas);
    private static FacetDefinition Pay => Bucket("pay", "payMax", Pays);

    private static FacetDefinition Choice(string type, string alias) => new(alias, $"facet.{alias}",
        (c, d) => c.Variant(d)!.Values.Text(alias) is { } value && value != "none" ? [value] : [],
        (c, value) => c.Snapshot.Schema.DocumentTypes[type].Find(alias)!.DataType.Item(value)?.Name.In(c.Culture) ?? value,
        c => c.Snapshot.Schema.DocumentTypes[type].Find(alias)!.DataType.Items.Select(i => i.Value));

    /// <summary>The steps of area and pay, in order; empty for any other facet.</summary>
    public static IReadOnlyList<string> Steps(string facet) => facet switch
    {
        "area" => [.. Areas.Select(a => a.Value)],
        "pay" => [.. Pays.Select(p => p.Value)],
        _ => [],
    };

    private static FacetDefinition Bucket(string name, string alias, (string Value, decimal Below)[] buckets) => new(name, $"facet.{name}",
        (c, d) => c.Variant(d)!.Values.Number(alias) is { } number ? [buckets.First(b => number < b.Below).Value] : [],
        (c, value) => c.Texts[$"bucket.{name}.{value}"],
        _ => buckets.Select(b => b.Value));

    /// <summary>A reference of the park that a record belongs to, or of the park itself, as the slug of its target.</summary>
    private static IEnumerable<string> ParkReference(PageContext context, PublishedDocument document, string alias)
    {
        var park = document.Type.Alias == "park" ? document : context.Snapshot.Find(document.ParentId);
        return context.Snapshot.Find(context.Variant(park)?.Values.Reference(alias)) is { } target ? [target.Slug] : [];
    }

    private static string NameOf(PageContext context, string slug)
    {
        foreach (var (type, prefix) in new[] { ("district", "/districts/"), ("industry", "/industries/"), ("topic", "/topics/"), ("park", "/parks/") })
            if (context.Snapshot.Resolve(prefix + slug) is (PathState.Live, { } document) && document.Type.Alias == type)
                return context.Name(document);
        return slug;
    }
}
