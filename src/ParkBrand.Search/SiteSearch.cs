using Microsoft.Data.Sqlite;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;
using ParkBrand.Search.Querying;

namespace ParkBrand.Search;

/// <summary>Searches everything that is published. Whatever was typed, and whatever the index is up to, there is an answer.</summary>
public sealed class SiteSearch
{
    private readonly Indexer indexer;

    internal SiteSearch(Indexer indexer) => this.indexer = indexer;

    /// <summary>Whether what is found now is all that a snapshot has. The index follows a publication by some milliseconds, its words by seconds.</summary>
    public bool IsCurrent(Snapshot snapshot) => indexer.Has(snapshot);

    /// <summary>What may be meant by the beginning of a query, grouped by kind. Empty while the index is being made.</summary>
    public IReadOnlyList<Suggestion> Suggest(string typed, int culture, Snapshot snapshot, int take = 10) =>
        indexer.Current is { } city ? city.Suggesters[culture].Suggest(typed, snapshot, take) : [];

    /// <summary>A stretch of a text that was typed by sound, by initials or with slips, put right; null when it stands as it is, or nothing is meant by it.</summary>
    public string? Mended(string typed)
    {
        if (indexer.Current is not { } city)
            return null;
        try
        {
            return new QueryReader(city).Read(typed).Repaired;
        }
        catch (Exception e) when (e is SqliteException or ObjectDisposedException)
        {
            return null; // the index is being exchanged
        }
    }

    /// <summary>Whether anything published has a word, or two Chinese characters side by side, just so.</summary>
    public bool Says(string folded) => indexer.Current is { } city && (city.Lexicon.Known.ContainsKey(folded) || city.Lexicon.Latin.ContainsKey(Stem.Of(folded)));

    /// <summary>Words of a text that say something the city speaks of, as they were typed; none when all are fillers or unknown.</summary>
    public IReadOnlyList<string> Telling(string typed)
    {
        if (indexer.Current is not { } city)
            return [];
        try
        {
            return [.. new QueryReader(city).Read(typed).Concepts.Where(c => c.Typed.Length > 1 && !city.Vocabulary.StopWords.Contains(c.Typed)
                && c.Alternatives.Any(a => city.Phrases.Expression(a.Needle, sure: true) is { } phrase && city.Index.File.Any(phrase))).Select(c => c.Typed)];
        }
        catch (Exception e) when (e is SqliteException or ObjectDisposedException)
        {
            return [];
        }
    }

    /// <summary>Those of some documents that have every word typed, read as they stand: for drafts, which no index holds. Those whose title has a word come first.</summary>
    public static IReadOnlyList<PublishedDocument> Read(string typed, int culture, Snapshot snapshot, IEnumerable<PublishedDocument> documents)
    {
        var needles = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NormalText.Needle).Where(n => n.Trim().Length > 0).ToList();
        if (needles.Count == 0)
            return [];
        return [.. documents.Select(d => (Document: d, Text: DocumentText.Of(d, culture, snapshot))).Where(d => d.Text is not null)
            .Select(d => (d.Document, Title: NormalText.Of(d.Text!.Title), Whole: NormalText.Of($"{d.Text.Title}\n{d.Text.Tags}\n{d.Text.Body}\n{d.Text.Home}")))
            .Where(d => needles.TrueForAll(n => d.Whole.Contains(n, StringComparison.Ordinal)))
            .OrderByDescending(d => needles.Exists(n => d.Title.Contains(n, StringComparison.Ordinal))).ThenBy(d => d.Document.Path, StringComparer.Ordinal).Select(d => d.Document)];
    }

    public SearchResults Search(SearchRequest request, Snapshot snapshot) => Lookup(request.Text, request.Culture, request.Day, snapshot)(request);

    /// <summary>Words that are looked up once, however many kinds of things are asked for by them, one after the other.</summary>
    /// <returns>Takes requests with the same words, language and day.</returns>
    public Func<SearchRequest, SearchResults> Lookup(string text, int culture, DateOnly day, Snapshot snapshot)
    {
        SearchRun? run = null;
        return request =>
        {
            if (indexer.Current is not { } city)
                return SearchResults.Empty with { Ready = false };
            try
            {
                run ??= new SearchRun(city, new QueryReader(city).Read(text), new SearchRequest(text, culture, day), snapshot);
                return run.Results(request);
            }
            catch (Exception e) when (e is SqliteException or ObjectDisposedException)
            {
                // The index is being exchanged or built anew: the next search will do.
                run = null;
                return SearchResults.Empty with { Ready = false };
            }
        };
    }
}
