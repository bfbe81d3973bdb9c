using System.Runtime.InteropServices;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Values;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>One search: asks the index for each concept, joins, ranks, counts and marks.</summary>
internal sealed class SearchRun(Searchable city, ParsedQuery query, SearchRequest request, Snapshot snapshot)
{
    /// <summary>So many of the best by the index's own score are looked at closely.</summary>
    private const int Closely = 120;
    private const int FewEnough = 10;
    /// <summary>From so many documents on, the words of a query are looked up side by side.</summary>
    private const int Many = 5_000;
    /// <summary>The middle of what bm25 gives, for words that it is not asked about.</summary>
    private const double Alike = 0.5;
    private const double Less = 0.999, Slightly = 1e-12;
    private const float OfAPart = 0.25f;
    private const double Least = 0.3, Same = 0.5;
    private const double OtherLanguage = 0.7, Nearly = 0.45, OfTheTrade = 1.5, Unnamed = 0.4, WithoutNumber = 0.6;

    /// <summary>Per concept: what it weighs, and for each document the index's score and the part of the concept that is said.</summary>
    private readonly List<(double Weight, Dictionary<int, (double Score, double Share)> Matches)> concepts = [];

    private readonly HashSet<Guid> related = [];
    private (List<(Card Card, double Score)> Ranked, bool Partial)? found;

    /// <param name="part">The same words, language and day, with filters of its own: everything that is found is found once.</param>
    public SearchResults Results(SearchRequest part) => Listed(part, (found ??= Found()).Ranked, found.Value.Partial);

    private (List<(Card Card, double Score)>, bool) Found()
    {
        if (query.IsEmpty && query.Excluded.Count == 0)
            return (city.Index.Catalog.All.Where(Live).Select(c => (Card: c, Score: 0d)).ToList(), false);
        using var index = city.Index.File.Read();
        concepts.AddRange(query.Concepts.Count > 1 && city.Index.Catalog.Last > Many
            ? query.Concepts.AsParallel().AsOrdered().Select(MatchBeside)
            : query.Concepts.Select(c => Match(c, index)));
        var excluded = query.Excluded.SelectMany(e => Enumerable.Range(0, index.Cultures).SelectMany(c => Hits(index, [e], c, sure: true))).Select(h => (int)(h.Number / SearchFile.CulturesOfADocument)).ToHashSet();
        var (candidates, partial) = Candidates(excluded);
        var ranked = Ranked(candidates);
        if (ranked.Count < FewEnough)
            foreach (var (card, i) in Neighbours.Of(ranked, FewEnough - ranked.Count, city.Index.Catalog, snapshot).Where(Live).Select((c, i) => (c, i)).ToList())
            {
                related.Add(card.Id);
                ranked.Add((card, ranked[^1].Score * (i == 0 ? 0.5 : 0.95)));
            }

        return (ranked, partial);
    }

    private (double, Dictionary<int, (double, double)>) MatchBeside(Concept concept)
    {
        using var index = city.Index.File.Read();
        return Match(concept, index);
    }

    private (double, Dictionary<int, (double, double)>) Match(Concept concept, SearchFile.Reading index)
    {
        var matches = new Dictionary<int, (double Score, double Share)>();
        var (sure, near) = (concept.Alternatives.Where(a => a.Weight >= Same).ToList(), concept.Alternatives.Where(a => a.Weight < Same).ToList());
        Take(index, matches, sure, [request.Culture]);
        // Where hardly anything says it in the reader's language, what says it in another, says something near, or a part of
        // it, is better than nothing.
        if (matches.Count < FewEnough)
            Take(index, matches, sure, Enumerable.Range(0, index.Cultures).Where(c => c != request.Culture));
        if (matches.Count < FewEnough)
            Take(index, matches, near, Enumerable.Range(0, index.Cultures));
        if (matches.Count < FewEnough && concept.Parts.Count > 0)
            Parts(concept, index, matches);
        // A word that few documents have says more, one that stands in no title and no tag says less.
        var rarity = Math.Log(1 + ((double)Math.Max(1, city.Index.Catalog.Last) / Math.Max(1, matches.Count)));
        // A word of the trade, whose other names are known, says more than the words of a sentence around it.
        var trade = concept.Alternatives.Count > 0 && city.Vocabulary.Synonyms.ContainsKey(concept.Alternatives[0].Needle) ? OfTheTrade : 1;
        return (rarity * (IsNamed(concept, matches) ? 1 : Unnamed) * trade, matches);
    }

    /// <summary>Who has all parts of a word says nearly the same; one of them alone leads astray, and counts only where there is nothing else.</summary>
    private void Parts(Concept concept, SearchFile.Reading index, Dictionary<int, (double Score, double Share)> matches)
    {
        var parts = concept.Parts.Select(part =>
        {
            var found = new Dictionary<int, (double Score, double Share)>();
            Take(index, found, [new Alternative(part, OfAPart)], Enumerable.Range(0, index.Cultures));
            return found;
        }).ToList();
        var nothing = matches.Count == 0;
        foreach (var (number, match) in parts[0].Where(first => parts.TrueForAll(p => p.ContainsKey(first.Key))))
            matches.TryAdd(number, match);
        if (nothing && matches.Count == 0)
            foreach (var (number, match) in parts.SelectMany(p => p))
                matches.TryAdd(number, match);
    }

    private void Take(SearchFile.Reading index, Dictionary<int, (double Score, double Share)> matches, IReadOnlyList<Alternative> alternatives, IEnumerable<int> cultures)
    {
        foreach (var culture in cultures)
            foreach (var group in alternatives.GroupBy(a => a.Weight))
            {
                var weight = group.Key;
                var hits = Hits(index, group.Select(a => a.Needle), culture, sure: weight == 1);
                matches.EnsureCapacity(Math.Max(matches.Count, hits.Length));
                var best = hits.Length == 0 ? 1 : Math.Max(1e-9, hits.Max(h => h.Score));
                foreach (var hit in hits)
                {
                    var number = (int)(hit.Number / SearchFile.CulturesOfADocument);
                    var score = weight * (weight < 1 ? Alike : 0.2 + (0.8 * hit.Score / best)) * (culture == request.Culture ? 1 : OtherLanguage);
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(matches, number, out var exists);
                    if (!exists || known.Score < score)
                        known = (score, Math.Max(known.Share, Math.Min(1, weight + 0.25)));
                }
            }
    }

    private bool IsNamed(Concept concept, Dictionary<int, (double Score, double Share)> matches) =>
        matches.OrderByDescending(m => m.Value.Score).Take(5).Select(m => city.Index.Catalog[m.Key]).OfType<Card>().Any(card =>
            card.Fields(request.Culture, snapshot) is { } fields && concept.Alternatives.Any(a => a.Weight > 0.6 && (fields.Title.Contains(a.Needle, StringComparison.Ordinal) || fields.Tags.Contains(a.Needle, StringComparison.Ordinal))));

    private Hit[] Hits(SearchFile.Reading index, IEnumerable<string> needles, int culture, bool sure = true)
    {
        var phrases = needles.Select(n => city.Phrases.Expression(n, sure)).OfType<string>().Distinct().ToList();
        var any = string.Join(" OR ", phrases);
        // How often a word stands somewhere is asked for the word that was typed, not for all that mean the same.
        return phrases.Count == 0 ? [] : sure ? index.Match(any, culture) : index.MatchAlike(any, culture);
    }

    /// <summary>What has everything that was asked for; where that is little, also what comes nearest to it.</summary>
    private (List<(int Number, double Share)> Found, bool Partial) Candidates(HashSet<int> excluded)
    {
        if (query.Concepts.Count == 0)
            return (city.Index.Catalog.All.Select(c => (Number: city.Index.Catalog.NumberOf(c.Id) ?? 0, Share: 1d)).Where(c => !excluded.Contains(c.Number)).ToList(), false);
        var shares = new Dictionary<int, double>(concepts.Max(c => c.Matches.Count));
        var all = concepts.Sum(c => c.Weight);
        foreach (var (weight, matches) in concepts)
            foreach (var (number, match) in matches)
                shares[number] = shares.GetValueOrDefault(number) + (weight * match.Share / all);
        var whole = shares.Where(s => s.Value > 0.999 && !excluded.Contains(s.Key)).Select(s => (s.Key, s.Value)).ToList();
        if (whole.Count >= FewEnough)
            return (whole, false);
        var top = shares.Count == 0 ? 0 : shares.Values.Max();
        var nearly = shares.Where(s => (concepts.Count == 1 || s.Value >= Math.Max(top * Nearly, Least)) && !excluded.Contains(s.Key)).Select(s => (s.Key, s.Value)).ToList();
        return (nearly, whole.Count == 0);
    }

    private List<(Card Card, double Score)> Ranked(List<(int Number, double Share)> candidates)
    {
        var ranking = new Ranking(query, snapshot, request.Culture, request.Day);
        var rough = Roughly([.. (candidates.Count > Many ? candidates.AsParallel().AsOrdered().Select(Fitting) : candidates.Select(Fitting)).OfType<Candidate>()]);
        var close = rough.Take(Closely).Where(f => Live(f.Card)).Select(f => (f.Card, Score: f.Share * f.Share * ranking.Score(f.Card, concepts.Select(c => (c.Weight, c.Matches.GetValueOrDefault(f.Number).Score)).ToList(), f.Fit))).ToList();
        if (query.Preferences.Count > 0)
            ranking.Wish(close);
        var floor = close.Count == 0 ? 0 : close.Min(c => c.Score);
        var ordered = close.OrderByDescending(c => Math.Round(c.Score, 4)).ThenBy(c => ranking.Turn(c.Card)).ToList();
        // What was not looked at closely comes after, in the index's own order.
        foreach (var f in rough.Skip(Closely))
            ordered.Add((f.Card, floor *= Less));
        return ordered;
    }

    /// <summary>Null for what is not shown in the reader's language, or does not fit the numbers.</summary>
    private Candidate? Fitting((int Number, double Share) candidate)
    {
        if (city.Index.Catalog[candidate.Number] is not { } card || card.Document.In(request.Culture, snapshot.Schema) is null)
            return null;
        if (query.Quantities.Count == 0)
            return new Candidate(candidate.Number, candidate.Share, card, null);
        var fit = QuantityFit.Of(query.Quantities, card.Document, snapshot);
        // A number that was asked for is a need: what has such a number and misses it is out, and so is what has none when numbers are all there is.
        return fit <= 0.15 || (fit is null && query.Concepts.Count == 0) ? null : new Candidate(candidate.Number, fit is null ? candidate.Share * WithoutNumber : candidate.Share, card, fit ?? 0);
    }

    /// <summary>Best first by the index's own score.</summary>
    private Candidate[] Roughly(Candidate[] all)
    {
        var keys = new double[all.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            // Equals stay in the order in which they came.
            keys[i] = (i * Slightly) - (all[i].Fit ?? 0);
            foreach (var (weight, matches) in concepts)
                if (matches.TryGetValue(all[i].Number, out var match))
                    keys[i] -= weight * match.Score;
        }

        Array.Sort(keys, all);
        return all;
    }

    private bool Live(Card card) => snapshot.Find(card.Id) is { } document && document.In(request.Culture, snapshot.Schema) is not null;

    private SearchResults Listed(SearchRequest part, List<(Card Card, double Score)> ranked, bool partial)
    {
        var facets = new FacetCounts(part, snapshot);
        var passing = ranked.Where(f => facets.Pass(f.Card)).ToList();
        if (part.Newest)
            passing = [.. passing.OrderBy(f => related.Contains(f.Card.Id)).ThenByDescending(f => f.Card.Date)];
        var best = passing.Count == 0 ? 1 : Math.Max(1e-9, passing.Max(p => p.Score));
        var marker = new Marker(query);
        var items = passing.Skip(part.Skip).Take(part.Take).Select(f => Hit(part, f.Card, 100 * f.Score / best, marker)).OfType<SearchHit>().ToList();
        return new SearchResults(query.Repaired, passing.Count, partial, items, part.Marked ? facets.Values() : []);
    }

    private SearchHit? Hit(SearchRequest part, Card card, double score, Marker marker)
    {
        // The last word: whatever the index is up to, only what the reader's snapshot holds is shown.
        if (snapshot.Find(card.Id) is not { } document || document.In(request.Culture, snapshot.Schema) is not { } variant)
            return null;
        var hit = part.Marked
            ? new SearchHit(document, Math.Round(score, 1), card.Park, card.Date, marker.Mark(variant.Name), marker.Passage(Readable(document, variant)))
            : new SearchHit(document, Math.Round(score, 1), card.Park, card.Date, new MarkedText(variant.Name, []), null);
        return related.Contains(card.Id) ? hit with { Related = true } : hit;
    }

    /// <summary>Texts of a document that a passage may be taken from, the most telling first.</summary>
    private static IEnumerable<string> Readable(PublishedDocument document, PublishedVariant variant)
    {
        foreach (var alias in new[] { "summary", "standfirst", "tagline", "niche", "text", "profile", "body", "benefit", "who", "positioning", "planning" })
            if (document.Type.Find(alias) is { } property)
                switch (variant.Values[property])
                {
                    case string text:
                        yield return MarkdownText.Plain(text);
                        break;
                    case PublishedValues[] blocks:
                        foreach (var block in blocks)
                            if (block.Holder.Find("text") is { } inner && block[inner] is string said)
                                yield return MarkdownText.Plain(said);
                        break;
                }
        foreach (var alias in new[] { "keywords", "techniques", "skills", "industries", "synonyms" })
            if (document.Type.Find(alias) is { } property && variant.Values[property] is string[] texts)
                yield return string.Join(" \u00b7 ", texts);
    }

    private sealed record Candidate(int Number, double Share, Card Card, double? Fit);
}
