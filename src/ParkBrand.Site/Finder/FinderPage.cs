using System.Globalization;
using System.Text;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Finder;

/// <summary>Which parks meet the needs in the address, which fall out for which need, and what would bring them back.</summary>
public sealed class FinderPage : DocumentPage
{
    public const string Slug = "finder", Cards = "cards", Table = "table", Map = "map";

    // Cards are tall, and what comes after them is read too.
    private const int CardsOnPage = 12, RowsOnPage = 60;

    private static readonly string[] Views = [Cards, Table, Map];

    public override string View => "Finder";
    public override IReadOnlyList<string> Styles => ["finder.css"];
    public override string CanonicalQuery => "";

    public required MatchResult Result { get; init; }
    public required IReadOnlyList<NeedProblem> Problems { get; init; }

    /// <summary>How results are shown.</summary>
    public required string Showing { get; init; }

    /// <summary>What the map's tiles are coloured by; null shows the industries.</summary>
    public required HeatLayer? Heat { get; init; }

    /// <summary>Of the parks inside, for the map only.</summary>
    public required IReadOnlyDictionary<Guid, ParkFigures> Figures { get; init; }

    /// <summary>The need whose eliminated parks are all listed.</summary>
    public required string? Opened { get; init; }
    public required int PageNumber { get; init; }

    public Needs Needs => Result.Needs;
    public bool Asked => Needs.All.Count > 0;
    public int Pages => PagesOf(Result, Showing);

    /// <summary>What this page of cards or rows shows.</summary>
    public IEnumerable<ParkMatch> Listed => Result.Matches.Skip((PageNumber - 1) * PageSizeOf(Showing)).Take(PageSizeOf(Showing));
    public IReadOnlyCollection<Guid> Inside { get; private init; } = [];

    /// <summary>Parks that miss one need only.</summary>
    public IReadOnlyCollection<Guid> Near { get; private init; } = [];

    /// <summary>The address of the same view with other needs.</summary>
    public string Link(Needs needs) => Link(needs, Showing, Heat?.Measure);

    public string Link(string showing, string? heat = null) => Link(Needs, showing, heat);

    /// <summary>The address with one more parameter.</summary>
    public string Link(string name, int value) => Link(Needs, Showing, Heat?.Measure, name, value.ToString(CultureInfo.InvariantCulture));

    public string OpenedLink(Need need) => Link(Needs, Showing, Heat?.Measure, "out", need.Name);

    private string Link(Needs needs, string showing, string? heat, string? name = null, string? value = null)
    {
        var address = new StringBuilder(Context.Url("/" + Slug), 160);
        var sign = '?';
        foreach (var need in needs.All)
            foreach (var wanted in need.Values)
                Add(need.Name, wanted);
        foreach (var wish in needs.Wished)
            Add(Search.Matching.Needs.Wish, wish.Name);
        if (showing != Cards)
            Add("view", showing);
        if (heat is not null)
            Add("heat", heat);
        if (name is not null)
            Add(name, value!);
        return address.ToString();

        void Add(string parameter, string text)
        {
            address.Append(sign).Append(parameter).Append('=').Append(Uri.EscapeDataString(text));
            sign = '&';
        }
    }

    private static int PageSizeOf(string showing) => showing == Cards ? CardsOnPage : RowsOnPage;

    private static int PagesOf(MatchResult result, string showing) => Math.Max(1, (result.Matches.Count + PageSizeOf(showing) - 1) / PageSizeOf(showing));

    internal static FinderPage Build(PageContext context, PublishedDocument document, PublishedVariant variant)
    {
        var reader = new NeedsReader(context.Snapshot);
        var needs = reader.Read(context.Query.Pairs);
        var result = Matcher.Match(context.Snapshot, context.Culture, needs, context.Today);
        var showing = context.Query["view"] is { } view && Views.Contains(view) ? view : Cards;
        var figures = showing == Map ? result.Matches.ToDictionary(m => m.Park.Id, m => ParkFigures.Of(context, m.Park)) : [];
        return new FinderPage
        {
            Context = context,
            Document = document,
            Variant = variant,
            Title = needs.Must.Count == 0 ? variant.Name : context.Texts.Count("finder.title", result.Matches.Count),
            Description = variant.Values.Text("summary") ?? "",
            Section = Slug,
            Result = result,
            Problems = reader.Problems,
            Showing = showing,
            Figures = figures,
            Heat = showing == Map && context.Query["heat"] is { } heat && HeatLayer.Measures.Contains(heat) ? HeatLayer.Of(heat, figures) : null,
            Opened = context.Query["out"],
            PageNumber = Math.Min(context.Query.Page, PagesOf(result, showing)),
            Inside = result.Matches.Select(m => m.Park.Id).ToHashSet(),
            Near = result.Eliminated.TakeWhile(e => e.Count == 1).Select(e => e.Park.Id).ToHashSet(),
            Indexed = context.Query.With("page", null).Length == 0,
            Sample = context.OfType("park").Any(p => context.Variant(p)!.Values.Flag("sample")),
        };
    }
}
