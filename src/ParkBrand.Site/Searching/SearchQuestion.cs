using ParkBrand.Search;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Searching;

/// <summary>What an address of the search asks for: the page and the feed read it the same way.</summary>
internal sealed class SearchQuestion(PageContext context)
{
    /// <summary>Everything that has no tab of its own.</summary>
    public const string More = "more";

    /// <summary>What results are narrowed by, beside their type.</summary>
    public static readonly string[] Fields = ["kind", "area", "degree", "pay", "sector", "district", "park"];

    private static readonly string[][] Grouped = [["park"], ["space"], ["job"], ["resource"], ["policy"], ["feature", "topic"], ["financeProduct"], ["contactPoint"]];

    /// <summary>Tabs in their order, each with the document types that it shows.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Types)> Tabs { get; } =
        [.. Grouped.Select(g => (g[0], (IReadOnlyList<string>)g)), (More, [.. context.Snapshot.Schema.DocumentTypes.Keys.Except(Grouped.SelectMany(g => g))])];

    public string? Words => context.Query["q"];

    /// <summary>The tab that was chosen; one that does not exist is none.</summary>
    public string? Tab => Tabs.Select(t => t.Name).FirstOrDefault(n => n == context.Query["type"]);

    public bool IsNarrowed => Fields.Any(f => context.Query.All(f).Count > 0);

    /// <summary>Whether anything is asked; else the page only says what could be.</summary>
    public bool IsAsked => Words is not null || Tab is not null || IsNarrowed;

    /// <summary>Without words nothing is better than anything else, so that the newest come first.</summary>
    public bool Newest => Words is null || context.Query["sort"] == "newest";

    public SearchResults Ask(int skip, int take, bool newest, bool narrowed = true)
    {
        var filters = new Dictionary<string, IReadOnlyCollection<string>>();
        if (narrowed)
            foreach (var field in Fields)
                filters[field] = context.Query.All(field);
        if (narrowed && Tab is { } tab)
            filters["type"] = [.. Tabs.First(t => t.Name == tab).Types];
        return context.Search.Search(new SearchRequest(Words ?? "", context.Culture, context.Today) { Filters = filters, Newest = newest, Skip = skip, Take = take }, context.Snapshot);
    }
}
