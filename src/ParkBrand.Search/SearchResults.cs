using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search;

/// <param name="Text">What was typed; anything at all.</param>
/// <param name="Culture">Index of the reader's language in the schema.</param>
/// <param name="Day">The day in China: expiry and the order of ties follow it.</param>
public sealed record SearchRequest(string Text, int Culture, DateOnly Day)
{
    /// <summary>Facet → values; the values of one facet widen each other, facets narrow each other.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>Newest first instead of best first.</summary>
    public bool Newest { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 10;

    /// <summary>Whether titles and texts are marked and facets counted; whoever needs only the order of very many leaves that out.</summary>
    public bool Marked { get; init; } = true;
}

/// <param name="Repaired">The query as it was understood, where that is not as it was typed.</param>
/// <param name="Total">Documents found.</param>
/// <param name="Partial">Whether nothing has everything that was asked for, so that what comes nearest is shown.</param>
/// <param name="Ready">False while the index is being made for the first time.</param>
public sealed record SearchResults(string? Repaired, int Total, bool Partial, IReadOnlyList<SearchHit> Items, IReadOnlyList<SearchFacet> Facets, bool Ready = true)
{
    public static readonly SearchResults Empty = new(null, 0, false, [], []);
}

/// <param name="Score">0 to 100, comparable within one search only.</param>
/// <param name="Park">Slug of the park that it is or belongs to.</param>
/// <param name="Date">The day on which it was last confirmed or published.</param>
public sealed record SearchHit(PublishedDocument Document, double Score, string? Park, DateOnly? Date, MarkedText Title, MarkedText? Text)
{
    /// <summary>Not found by what was asked for, but belonging to what was: fills up a short list, after all that was found.</summary>
    public bool Related { get; init; }
}

/// <summary>A text with the stretches that were asked for; the marks do not overlap and stand in order.</summary>
/// <param name="Marks">Offsets and lengths in UTF-16 units.</param>
public sealed record MarkedText(string Text, IReadOnlyList<(int Start, int Length)> Marks);

/// <param name="Kind"><c>park</c>, <c>taxonomy</c> (industry, district, topic), <c>document</c> or <c>query</c>.</param>
/// <param name="Url">Path on this site.</param>
public sealed record Suggestion(string Kind, string Text, string Url)
{
    /// <summary>In the order in which they are shown.</summary>
    public static readonly string[] Kinds = ["park", "taxonomy", "document", "query"];
}

public sealed record SearchFacet(string Field, IReadOnlyList<SearchFacetValue> Values);

/// <param name="Count">Documents that would be found with this value and the other filters as they are.</param>
public sealed record SearchFacetValue(string Value, string Label, int Count, bool Selected);
