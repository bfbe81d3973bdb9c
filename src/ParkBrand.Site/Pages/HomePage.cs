using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Pages;

public sealed class HomePage : DocumentPage
{
    private static readonly string[] Fresh = ["space", "job", "resource", "policy"];

    public override string View => "Home";
    public override IReadOnlyList<string> Styles => ["home.css"];

    /// <summary>The newest confirmed records of several kinds, newest first.</summary>
    public required IReadOnlyList<PublishedDocument> Updates { get; init; }
    public required PublishedDocument? Progress { get; init; }
    public required PublishedDocument? Story { get; init; }

    /// <summary>Jobs whose last day falls within seven days, policies that close within thirty.</summary>
    public required (int Jobs, int Policies) Closing { get; init; }

    /// <summary>Spaces confirmed in the last seven days; resources with a slot within two weeks.</summary>
    public required (int Spaces, int Resources) Current { get; init; }

    internal static HomePage Build(PageContext context, PublishedDocument document, PublishedVariant variant) => new()
    {
        Context = context,
        Document = document,
        Variant = variant,
        Title = variant.Name,
        Description = variant.Values.Text("summary") ?? "",
        Updates = OfToday(context).Updates,
        Progress = context.OfType("progress").FirstOrDefault(),
        Story = StoryOfTheDay(context, variant),
        // Its figures are sums of records; one sample among them makes them samples.
        Sample = context.OfType("park").Any(p => context.Variant(p)!.Values.Flag("sample")),
        Closing = OfToday(context).Closing,
        Current = OfToday(context).Current,
    };

    private sealed record Figures(IReadOnlyList<PublishedDocument> Updates, (int Jobs, int Policies) Closing, (int Spaces, int Resources) Current);

    /// <summary>What changes only with one of the four kinds of record, or with the day.</summary>
    private static Figures OfToday(PageContext context) => context.Snapshot.Derive($"home {context.Culture}", Fresh, context.Today, () => new Figures(
        Newest(context),
        (context.OfType("job").Count(j => context.Variant(j)!.Values.Date("validThrough") <= context.Today.AddDays(7)),
            context.OfType("policy").Count(p => context.Variant(p)!.Values.Date("applyBy") is { } by && by >= context.Today && by <= context.Today.AddDays(30))),
        (context.OfType("space").Count(s => context.Variant(s)!.Values.Date("confirmedOn") > context.Today.AddDays(-7)),
            context.OfType("resource").Count(r => context.Variant(r)!.Values.Number("leadDays") <= 14))));

    private static List<PublishedDocument> Newest(PageContext context) =>
        Fresh.SelectMany(type => context.OfType(type).OrderByDescending(d => context.Variant(d)!.Values.Date("confirmedOn")).Take(3))
            .OrderByDescending(d => context.Variant(d)!.Values.Date("confirmedOn")).ThenBy(d => d.Id).Take(8).ToList();

    private static PublishedDocument? StoryOfTheDay(PageContext context, PublishedVariant home)
    {
        var chosen = home.Values.References("story").Select(id => context.Snapshot.Find(id)).OfType<PublishedDocument>().FirstOrDefault();
        if (chosen is not null)
            return chosen;
        // A different one of the newest stories each day, the same one all day.
        var newest = context.OfType("feature").Where(f => context.Variant(f)!.Values.Text("kind") == "story").Take(7).ToList();
        return newest.Count == 0 ? null : newest[context.Today.DayNumber % newest.Count];
    }
}
