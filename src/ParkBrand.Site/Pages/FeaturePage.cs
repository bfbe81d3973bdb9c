using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

public sealed class FeaturePage : DocumentPage
{
    public override string View => "Feature";
    public override string SharedAs => "article";
    public required IReadOnlyList<PublishedDocument> Parks { get; init; }
    public required IReadOnlyList<PublishedDocument> Topics { get; init; }

    /// <summary>Other stories of the same topic, newest first.</summary>
    public required IReadOnlyList<PublishedDocument> Next { get; init; }

    internal static FeaturePage Build(PageContext context, PublishedDocument feature, PublishedVariant variant)
    {
        var topics = Live(context, variant.Values.References("topics"));
        return new FeaturePage
        {
            Context = context,
            Document = feature,
            Variant = variant,
            Title = variant.Name,
            Description = variant.Values.Text("standfirst") ?? "",
            Section = "features",
            Sample = variant.Values.Flag("sample"),
            ShownIn = variant.Culture == context.Culture ? null : variant.Culture,
            Parks = Live(context, variant.Values.References("parks")),
            Topics = topics,
            Next = context.OfType("feature")
                .Where(f => f.Id != feature.Id && (topics.Count == 0 || context.Variant(f)!.Values.References("topics").Intersect(topics.Select(t => t.Id)).Any()))
                .Take(3).ToList(),
        };
    }

    private static List<PublishedDocument> Live(PageContext context, IEnumerable<Guid> ids) =>
        ids.Select(id => context.Snapshot.Find(id)).OfType<PublishedDocument>().Where(d => context.Variant(d) is not null).ToList();
}
