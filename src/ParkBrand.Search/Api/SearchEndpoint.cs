using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Api;

/// <summary><c>GET /api/search</c>: everything that is published, by words.</summary>
internal static class SearchEndpoint
{
    private const int MostTaken = 50, MostSkipped = 10_000;
    private static readonly string[] Own = ["q", "culture", "take", "skip", "sort"];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/search", Answer)
        .RequireRateLimiting(ApiLimit.Policy)
        .WithName("search").WithTags("Search")
        .WithSummary("Parks, spaces, jobs, resources, stories and everything else that is published, by words.")
        .WithDescription("'q' is what a person would type: Chinese, pinyin, initials or English, \"phrases\" and -exclusions. 'culture' is a language of the site, 'take' 1–50, 'skip' 0–10000, 'sort' relevance or newest. Facets (type, sector, district, kind, area, degree, pay, park) narrow the results; the values of one widen each other.")
        .WithParameters([
            new("q", "What a person would type."), ApiParameters.Culture, new("take", "1 to 50, 10 when it is left out.", JsonSchemaType.Integer),
            new("skip", "0 to 10000.", JsonSchemaType.Integer), new("sort", "relevance or newest."),
            .. Facets.All.Select(f => new ApiParameter(f, "Only results with one of these values, as they stand in 'facets' of an answer.", Many: true))])
        .Produces<SearchAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Answer(HttpContext http, SnapshotSource snapshots, SiteSearch search, TimeProvider clock)
    {
        var snapshot = snapshots.Current;
        var query = new ApiQuery(http.Request.Query);
        query.Only([.. Own, .. Facets.All]);
        var request = new SearchRequest(query.Text("q"), query.Culture(snapshot.Schema), ChinaTime.Today(clock))
        {
            Take = query.Number("take", 10, 1, MostTaken),
            Skip = query.Number("skip", 0, 0, MostSkipped),
            Newest = query.Choice("sort", ["relevance", "newest"]) == "newest",
            Filters = Facets.All.ToDictionary(f => f, f => (IReadOnlyCollection<string>)query.All(f)),
        };
        return query.Problem() ?? ApiAnswer.Of(http, SearchAnswer.Of(request, search.Search(request, snapshot), snapshot));
    }
}

/// <summary><c>GET /api/suggest</c>: what may be meant by the beginning of a query.</summary>
internal static class SuggestEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/suggest", Answer)
        .RequireRateLimiting(ApiLimit.Policy)
        .WithName("suggest").WithTags("Search")
        .WithSummary("Names and questions that begin as 'q' does, by spelling, pinyin or initials; ten at most, grouped by kind.")
        .WithParameters([new("q", "The beginning of a query."), ApiParameters.Culture])
        .Produces<SuggestAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Answer(HttpContext http, SnapshotSource snapshots, SiteSearch search)
    {
        var snapshot = snapshots.Current;
        var query = new ApiQuery(http.Request.Query);
        query.Only(["q", "culture"]);
        var (text, culture) = (query.Text("q"), query.Culture(snapshot.Schema));
        return query.Problem() ?? ApiAnswer.Of(http, new SuggestAnswer(search.Suggest(text, culture, snapshot)));
    }
}

/// <param name="RepairedQuery">The query as it was understood, where that is not as it was typed; null otherwise.</param>
/// <param name="Partial">Whether nothing has everything that was asked for, so that what comes nearest is listed.</param>
internal sealed record SearchAnswer(string Query, string? RepairedQuery, int Total, bool Partial, IReadOnlyList<SearchAnswer.Item> Items, IReadOnlyList<SearchAnswer.Facet> Facets)
{
    /// <param name="Url">Path on this site.</param>
    /// <param name="Park">Slug of the park that it is or belongs to.</param>
    /// <param name="Date">The day on which it was last confirmed or published, ISO 8601.</param>
    /// <param name="Score">0 to 100, comparable within one answer only.</param>
    /// <param name="Related">Not found by what was asked for, but belonging to what was; only in short lists, at their end. Left out where it is false.</param>
    internal sealed record Item(Guid Id, string Type, string Title, string Url, string? Park, string? Date, double Score, IReadOnlyList<Highlight> Highlights, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Related);

    /// <param name="Field"><c>title</c> or <c>text</c>.</param>
    /// <param name="Marks">Offset and length of each stretch that was asked for, in UTF-16 units.</param>
    internal sealed record Highlight(string Field, string Text, IReadOnlyList<int[]> Marks);

    internal sealed record Facet(string Field, IReadOnlyList<FacetValue> Values);

    internal sealed record FacetValue(string Value, string Label, int Count);

    public static SearchAnswer Of(SearchRequest request, SearchResults results, Snapshot snapshot) => new(
        request.Text, results.Repaired, results.Total, results.Partial,
        results.Items.Select(i => new Item(i.Document.Id, i.Document.Type.Alias, i.Title.Text, Url(i.Document, request.Culture, snapshot), i.Park,
            i.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), i.Score, Highlights(i).ToList(), i.Related)).ToList(),
        results.Facets.Select(f => new Facet(f.Field, f.Values.Select(v => new FacetValue(v.Value, v.Label, v.Count)).ToList())).ToList());

    private static string Url(PublishedDocument document, int culture, Snapshot snapshot) =>
        document.Path == "/" ? snapshot.Schema.Languages[culture].UrlPrefix is { Length: > 0 } prefix ? prefix : "/" : snapshot.Schema.Languages[culture].UrlPrefix + document.Path;

    private static IEnumerable<Highlight> Highlights(SearchHit hit)
    {
        if (hit.Title.Marks.Count > 0)
            yield return Marked("title", hit.Title);
        if (hit.Text is { } text)
            yield return Marked("text", text);
    }

    private static Highlight Marked(string field, MarkedText text) => new(field, text.Text, text.Marks.Select(m => new[] { m.Start, m.Length }).ToList());
}

internal sealed record SuggestAnswer(IReadOnlyList<Suggestion> Items);
