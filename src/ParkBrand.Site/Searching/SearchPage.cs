using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Site.Feeds;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Searching;

/// <summary>One search over everything: results of all types, or, when nothing is asked yet, what could be asked.</summary>
public sealed class SearchPage : FilteredPage
{
    public const string Slug = "search";

    private const int PageSize = 20, FurthestPage = 500, ExamplesShown = 8;

    public override string View => "Search";
    public override IReadOnlyList<string> Styles => ["search.css"];
    public override bool AnswersWords => Asked;
    public override IReadOnlyList<FeedLink> Feeds => FeedLinks.Of(Context, Slug);
    public override IEnumerable<(string Name, string Value)> Carried => new[] { ("q", Words), ("type", Tab) }.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!));

    /// <summary>Whether there are results to speak of; else the page only says what could be asked.</summary>
    public required bool Asked { get; init; }
    public required SearchResults Results { get; init; }

    /// <summary>All types first, then those that have a result.</summary>
    public required IReadOnlyList<SearchTab> Tabs { get; init; }

    /// <summary>Name of the chosen tab; null shows all types.</summary>
    public required string? Tab { get; init; }

    /// <summary>Questions that editors keep in the page's language; others every day.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Parks that are among the results or have something there, for the map.</summary>
    public required IReadOnlyCollection<Guid> Parks { get; init; }

    /// <summary>Lists of the site with what they hold, while nothing is asked.</summary>
    public required IReadOnlyList<(PublishedDocument List, int Count)> Lists { get; init; }

    /// <summary>How many the words alone would find, where filters leave nothing.</summary>
    public required int Unfiltered { get; init; }

    /// <summary>The search for other words.</summary>
    public string Link(string words) => $"{Context.Url("/" + Slug)}?q={Uri.EscapeDataString(words)}";

    internal static SearchPage Build(PageContext context, PublishedDocument document, PublishedVariant variant)
    {
        var question = new SearchQuestion(context);
        var (results, number) = question.IsAsked ? Ask(context, question) : (SearchResults.Empty, 1);
        var facets = new SearchFacets(context, question, results);
        return new SearchPage
        {
            Context = context,
            Document = document,
            Variant = variant,
            Title = question.Words is { } words ? context.Texts.Format("search.title", words) : variant.Name,
            Description = variant.Values.Text("summary") ?? "",
            Section = Slug,
            Asked = question.IsAsked,
            Words = question.Words,
            Results = results,
            Ready = results.Ready,
            Total = results.Total,
            PageNumber = number,
            Pages = PagesOf(results),
            Tab = question.Tab,
            Tabs = facets.Tabs(),
            Facets = facets.Narrowing(),
            Parks = facets.Parks(),
            Sorts = question.Words is null ? [] : [new SortOption("best", context.Texts["sort.best"], !question.Newest), new SortOption("newest", context.Texts["sort.newest"], question.Newest)],
            Examples = ExamplesOf(context),
            Lists = question.IsAsked ? [] : ListsOf(context),
            Unfiltered = results is { Ready: true, Total: 0 } && (question.IsNarrowed || question.Tab is not null) ? question.Ask(0, 0, newest: false, narrowed: false).Total : 0,
            Indexed = context.Query.With("page", null).Length == 0,
            Sample = results.Items.Any(h => h.Document.Type.Find("sample") is not null && context.Variant(h.Document)!.Values.Flag("sample")),
        };
    }

    /// <summary>A page beyond the last shows the last.</summary>
    private static (SearchResults, int) Ask(PageContext context, SearchQuestion question)
    {
        var number = Math.Min(context.Query.Page, FurthestPage);
        var results = question.Ask((number - 1) * PageSize, PageSize, question.Newest);
        if (results.Items.Count > 0 || results.Total == 0)
            return (results, Math.Min(number, PagesOf(results)));
        number = PagesOf(results);
        return (question.Ask((number - 1) * PageSize, PageSize, question.Newest), number);
    }

    private static int PagesOf(SearchResults results) => Math.Clamp((results.Total + PageSize - 1) / PageSize, 1, FurthestPage);

    private static List<string> ExamplesOf(PageContext context)
    {
        var all = context.OfType("vocabulary").SelectMany(v => context.Variant(v)!.Values.Texts("queries")).ToList();
        return all.Count == 0 ? [] : Enumerable.Range(0, Math.Min(ExamplesShown, all.Count)).Select(i => all[(context.Today.DayNumber + i) % all.Count]).ToList();
    }

    private static List<(PublishedDocument, int)> ListsOf(PageContext context) => ListDefinitions.BySlug
        .Select(l => (List: context.Snapshot.Resolve("/" + l.Key).Document, Count: context.OfType(l.Value.Type).Count))
        .Where(l => l.List is not null && l.Count > 0).Select(l => (l.List!, l.Count)).ToList();
}
