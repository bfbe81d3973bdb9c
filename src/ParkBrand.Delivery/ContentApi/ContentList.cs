using ParkBrand.Content.Queries;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Delivery.ContentApi.Querying;
using ParkBrand.Delivery.ContentApi.Rendering;
using ParkBrand.Delivery.ContentApi.Sending;
using ParkBrand.Search;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi;

/// <summary><c>/content</c>: Umbraco's list, and beyond it full text (<c>q</c>), counts (<c>facets</c>) and what has changed (<c>updatedSince</c>).</summary>
internal sealed class ContentList(SiteSearch search, SnapshotSource published, ReadChanges changes)
{
    /// <summary>So many of the best are looked at, where words are asked for.</summary>
    private const int MostFound = 1000;
    private const int LongestWords = 500;
    private static readonly string[] BesideNoCursor = ["q", "sort", "skip", "facets"];

    public Reply Answer(Inquiry inquiry)
    {
        var problems = new Problems();
        var (expand, fields) = ContentEndpoints.Trees(inquiry, problems);
        var query = ContentQuery.Read(inquiry, problems);
        var facets = Facets(inquiry, problems);
        var (words, since) = (inquiry.Query["q"].FirstOrDefault(), inquiry.Query["updatedSince"].FirstOrDefault());
        if (words?.Length > LongestWords)
            problems.Add(Problems.Value, "q", words, $"at most {LongestWords} characters");
        if (since is { Length: > 0 })
            foreach (var other in BesideNoCursor.Where(inquiry.Query.ContainsKey))
                problems.Add(Problems.Value, other, inquiry.Query[other].ToString(), "possible beside updatedSince, whose order is that of the changes");
        if (problems.Reply is { } bad)
            return bad;
        if (inquiry.IsLanguageUnknown)
            return Reply.Of(new ItemPage<ApiContentResponse>(0, []));
        var renderer = new ContentRenderer(inquiry.View, expand, fields);
        return since is { Length: > 0 } ? Changed(since, inquiry, query!, renderer)
            : string.IsNullOrWhiteSpace(words) ? Listed(inquiry, query!, facets, renderer)
            : Found(words, inquiry, query!, facets, renderer);
    }

    private static Reply Listed(Inquiry inquiry, ContentQuery query, List<FacetTally> facets, ContentRenderer renderer)
    {
        var run = new ListRun(inquiry.View, query);
        var (total, page) = run.Run();
        run.Count(facets);
        return ContentEndpoints.Rendered(renderer, r => new ItemPage<ApiContentResponse>(total, page.ConvertAll(r.Response), facets.Count == 0 ? null : facets.ConvertAll(f => f.Counts())));
    }

    private Reply Found(string words, Inquiry inquiry, ContentQuery query, List<FacetTally> facets, ContentRenderer renderer)
    {
        var snapshot = inquiry.View.Snapshot;
        // Asked before the words are: the index follows a publication by a moment, and an answer from before must not stay.
        var current = search.IsCurrent(snapshot);
        var results = search.Search(new SearchRequest(words, inquiry.View.Culture, inquiry.Day) { Take = MostFound, Marked = false }, snapshot);
        if (!results.Ready)
            return Reply.Problem(503, "The index is being made", "Words can be searched again in a moment.") with { RetryAfter = 5 };
        var run = new ListRun(inquiry.View, query);
        var hits = results.Items.Where(hit => !hit.Related).Select(hit => hit.Document.Id);
        if (inquiry.IsPreview)
        {
            // The index has what is published: what a draft says instead is read as it stands.
            var drafts = snapshot.Schema.DocumentTypes.Keys.SelectMany(type => snapshot.OfType(type)).Where(d => !ReferenceEquals(d, published.Current.Find(d.Id))).ToDictionary(d => d.Id);
            hits = SiteSearch.Read(words, inquiry.View.Culture, snapshot, drafts.Values).Select(d => d.Id).Concat(hits.Where(id => !drafts.ContainsKey(id))).Take(MostFound);
        }

        var rows = hits.Select(id => inquiry.View.Find(id)).OfType<Row>().Where(run.Fits).ToList();
        return Listed(inquiry, query with { Selection = new Selection.Those(rows), Tests = [] }, facets, renderer) with { IsLasting = current };
    }

    private Reply Changed(string since, Inquiry inquiry, ContentQuery query, ContentRenderer renderer)
    {
        try
        {
            if (ChangeCursor.Parse(since, changes) is not { } cursor)
                return Reply.Bad(Problems.Value, [new("updatedSince", since, ChangeCursor.Allowed)]);
            var changed = ChangedRows.Since(cursor, inquiry, query, changes);
            return ContentEndpoints.Rendered(renderer, r => new ItemPage<ApiContentResponse>(changed.Rows.Count, changed.Rows.ConvertAll(r.Response), Gone: changed.Gone, Cursor: changed.Next.ToString()));
        }
        catch (StorageException)
        {
            return Reply.Problem(503, "The change feed cannot be read", "Everything else of this interface works. Ask again in a moment.") with { RetryAfter = 10 };
        }
    }

    private static List<FacetTally> Facets(Inquiry inquiry, Problems problems)
    {
        var names = inquiry.Query["facets"].OfType<string>().SelectMany(f => f.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        if (names.Count > FacetTally.Most)
            problems.Add(Problems.Value, "facets", "", $"at most {FacetTally.Most} fields");
        var tallies = new List<FacetTally>();
        foreach (var name in names.Take(FacetTally.Most))
            if (FacetTally.Of(name, inquiry.View) is { } tally)
                tallies.Add(tally);
            else
                problems.Add(Problems.Value, "facets", name, "contentType or a property with choices, references, tags or yes and no");
        return tallies;
    }
}
