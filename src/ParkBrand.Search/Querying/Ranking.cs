using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>
/// The published rule, see docs/ranking.md: how well a document says what was asked for, how fresh it is, how complete; no
/// document, park or kind is preferred by hand. Whoever is equal takes turns by day.
/// </summary>
internal sealed class Ranking(ParsedQuery query, Snapshot snapshot, int culture, DateOnly day)
{
    private const double Title = 1, Tags = 0.7, Home = 0.5, Body = 0.3, Bm25 = 0.35;
    private const double WholeTitle = 0.8, InTitle = 0.25, OfAPart = 0.16, OfAPark = 0.1, InTags = 0.2, FillsTitle = 0.25;
    private const double FreshDays = 120, FreshShare = 0.1, CompleteShare = 0.05;

    /// <summary>What a quantity weighs beside the words of the same query.</summary>
    private const double QuantityWeight = 3, PreferenceShare = 0.35;

    /// <param name="matched">Per concept: weight of the concept and the index's own score for this document, 0 to 1; 0 where it does not have it.</param>
    /// <param name="fit">How well the document fits the quantities, 0 to 1; null where there are none.</param>
    public double Score(Card card, IReadOnlyList<(double Weight, double Match)> matched, double? fit)
    {
        var fields = card.Fields(culture, snapshot);
        var (sum, weights) = (0d, 0d);
        for (var c = 0; c < matched.Count; c++)
        {
            weights += matched[c].Weight;
            if (matched[c].Match > 0 && fields is not null)
                sum += matched[c].Weight * ((Bm25 * matched[c].Match) + ((1 - Bm25) * InFields(query.Concepts[c], card, fields)));
        }

        if (fit is { } fits)
        {
            sum += QuantityWeight * fits;
            weights += QuantityWeight;
        }

        var text = weights == 0 ? 0.5 : sum / weights;
        if (fields is not null && query.Concepts.Count > 0)
            text += OfTitle(card, fields);
        var age = card.Date is { } date ? Math.Max(0, day.DayNumber - date.DayNumber) : FreshDays;
        return text * (1 - FreshShare + (FreshShare * Math.Exp(-age / FreshDays))) * (1 - CompleteShare + (CompleteShare * card.Completeness));
    }

    /// <summary>Ties in another order each day, so that no park always stands last.</summary>
    public uint Turn(Card card)
    {
        Span<byte> id = stackalloc byte[16];
        card.Id.TryWriteBytes(id);
        // The same on every node and after every start, unlike HashCode.
        return (BitConverter.ToUInt32(id) ^ ((uint)day.DayNumber * 2654435761u)) * 2246822519u;
    }

    /// <summary>Adds what a wish is worth: the best of the found gets the whole share, the worst nothing.</summary>
    public void Wish(List<(Card Card, double Score)> found)
    {
        foreach (var preference in query.Preferences)
        {
            var numbers = found.Select(f => Number(f.Card, preference.Field)).ToList();
            var order = numbers.OfType<decimal>().Distinct().Order().ToList();
            if (order.Count == 0)
                continue;
            for (var i = 0; i < found.Count; i++)
                if (numbers[i] is { } number)
                {
                    var place = order.Count == 1 ? 1 : (double)order.BinarySearch(number) / (order.Count - 1);
                    found[i] = found[i] with { Score = found[i].Score * (1 + (PreferenceShare * (preference.Low ? 1 - place : place))) };
                }
        }
    }

    /// <summary>The record's own number, or that of its park.</summary>
    private decimal? Number(Card card, string field) =>
        card.Number(field, snapshot) ?? (snapshot.Find(card.Document.ParentId) is { } parent && parent.Type.Find(field) is { } property ? Card.Values(parent, snapshot)[property] as decimal? : null);

    /// <summary>The best place in which one of a concept's words stands. The long body is read only when nothing better was found.</summary>
    private static double InFields(Concept concept, Card card, NormalFields fields)
    {
        // An industry or district is all of its other names as much as its own.
        var tags = card.Document.Type.Alias is "industry" or "district" ? Title : Tags;
        var best = Best(concept, fields.Title, Title, 0);
        best = Best(concept, fields.Tags, tags, best);
        best = Best(concept, fields.Home, Home, best);
        return Best(concept, fields.Body, Body, best);
    }

    private static double Best(Concept concept, string text, double place, double best)
    {
        foreach (var alternative in concept.Alternatives) // heaviest first
        {
            if (place * alternative.Weight <= best)
                return best;
            if (text.Contains(alternative.Needle, StringComparison.Ordinal))
                return place * alternative.Weight;
        }

        return best;
    }

    private double OfTitle(Card card, NormalFields fields)
    {
        var title = fields.Title.Trim('|');
        var whole = query.Concepts is [{ Alternatives: [var first, ..] }] ? first.Needle : query.Whole;
        // A record comes after the park that is called so, too.
        var isPart = card.Park is not null && card.Document.Type.Alias != "park";
        var inTitle = !isPart ? InTitle : fields.Home.Contains(whole, StringComparison.Ordinal) ? OfAPark : OfAPart;
        var bonus = title == whole ? WholeTitle : whole.Length > 1 && fields.Title.Contains(whole, StringComparison.Ordinal) ? inTitle
            : whole.Length > 3 && fields.Tags.Contains(whole, StringComparison.Ordinal) ? InTags : 0;
        var filled = query.Concepts.Sum(c => c.Alternatives.Where(a => a.Weight > 0.7 && fields.Title.Contains(a.Needle, StringComparison.Ordinal)).Select(a => a.Needle.Trim().Length * (double)a.Weight).DefaultIfEmpty(0).Max());
        return bonus + (FillsTitle * Math.Min(1, filled / Math.Max(1, title.Length)));
    }
}
