using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Which park or job has the most or the least of something, over all that fit.</summary>
internal static class RankStep
{
    private const int Told = 3, Cards = 5, MostNamed = 8;

    public static AnswerStatus? Answer(Turn turn)
    {
        var type = turn.Asked.Seek switch { null or Seek.Park or Seek.Contact => "park", Seek.Space when IsOfParks(turn) => "park", Seek.Job => "job", _ => null };
        if ((Most(turn) ?? Rent(turn)) is { } told)
            return told;
        if (type is null || turn.Parks.Count > 0 || Order(turn) is not { } order)
            return null;
        var holder = turn.Snapshot.Schema.DocumentTypes[type];
        if (Asked(turn, holder, order) is not { } property || property.Alias is "rent" || Among(turn, type) is not { Count: > 0 } among)
            return null;
        return Say(turn, property, order is Wanting.High or Wanting.Late, among) ? AnswerStatus.Answered : null;
    }

    /// <summary>Tells which has the most or least, with the next ones; false where nothing is stated.</summary>
    public static bool Say(Turn turn, Property property, bool high, IEnumerable<PublishedDocument> among)
    {
        var ordered = Sentence(turn, property, high, among);
        if (ordered.Count == 0)
            return false;
        foreach (var document in ordered.Take(Cards))
            MatchStep.Add(turn, document, document.Type.Alias == "park" ? document : turn.Snapshot.Find(document.ParentId), [.. RecordStep.Facts(document.Type.Alias).Prepend(property.Alias).Distinct().Take(4).Select(a => turn.Draft.Card(document, a)).OfType<CardFact>()]);
        turn.Suggestions.AddRange(ordered.Count > 1 ? [turn.Words["suggest.compare"], turn.Words["suggest.contact"]] : [turn.Words["suggest.contact"]]);
        return true;
    }

    /// <summary>Tells which has the most or least, without cards; all of which it is stated, in that order.</summary>
    public static List<PublishedDocument> Sentence(Turn turn, Property property, bool high, IEnumerable<PublishedDocument> among)
    {
        var ordered = among.Select((d, i) => (Document: d, Value: turn.Draft.Values(d)[property] as decimal?, i)).Where(d => d.Value is not null)
            .OrderBy(d => high ? -d.Value : d.Value).ThenBy(d => d.i).ToList();
        if (ordered.Count == 0)
            return [];
        var first = ordered.TakeWhile(d => d.Value == ordered[0].Value).Select(d => d.Document).ToList();
        var next = first.Count > Told ? [] : ordered.Skip(first.Count).Take(Told - 1).Select(d => d.Document).ToList();
        turn.Draft.Say($"rank.{(high ? "high" : "low")}.{Kind(property)}", turn.Words.Inline(property), turn.Words.Joined(first.Take(Told).Select(d => $"{Called(turn, d)} {turn.Draft.Fact(d, property.Alias)}")));
        if (next.Count > 0)
            turn.Draft.Say("rank.next", turn.Words.Joined(next.Select(d => $"{Called(turn, d)} {turn.Draft.Fact(d, property.Alias)}")));
        return [.. ordered.Select(d => d.Document)];
    }

    /// <summary>The name of a space says little without that of its park.</summary>
    private static string Called(Turn turn, PublishedDocument document) => document.Type.Alias == "space" && turn.Snapshot.Find(document.ParentId) is { } park ? turn.Words.SpaceOf(turn.Draft.Name(park), turn.Draft.Name(document)) : turn.Draft.Name(document);

    /// <summary>Which park has the most jobs or shared resources, of those that fit. A count stands in no document, so only the first is told.</summary>
    private static AnswerStatus? Most(Turn turn)
    {
        var type = turn.Asked.Seek switch { Seek.Job => "job", Seek.Resource => "resource", _ => null };
        if (type is null || turn.Parks.Count > 0 || Order(turn) is not (Wanting.High or Wanting.Low) || !SaysPark(turn)
            || turn.Unsaid([]).Length > 1 || Fields.Numbers(turn.Snapshot.Schema.DocumentTypes[type], turn.Folded, turn.Snapshot).Count > 0)
            return null;
        var parks = Parks(turn);
        var counts = RecordStep.Fitting(turn, type).CountBy(d => d.ParentId ?? Guid.Empty).ToDictionary(c => c.Key, c => c.Value);
        var ordered = parks.Select(p => (Park: p, Count: counts.GetValueOrDefault(p.Id))).Where(p => p.Count > 0).ToList();
        ordered = [.. Order(turn) == Wanting.Low ? ordered.OrderBy(p => p.Count) : ordered.OrderByDescending(p => p.Count)];
        if (ordered.Count == 0)
            return null;
        var first = ordered.TakeWhile(p => p.Count == ordered[0].Count).ToList();
        turn.Draft.Say("rank." + (first.Count == ordered.Count && first.Count > 1 ? "even" : (Order(turn) == Wanting.Low ? "fewest" : "most") + (first.Count > 1 ? ".tied" : "")),
            turn.Words["seek." + type], turn.Words.Joined(first.Take(Told).Select(p => turn.Draft.Name(p.Park))), first[0].Count);
        if (ordered.Skip(first.Count).Take(Told - 1).Select(p => turn.Draft.Name(p.Park)).ToList() is { Count: > 0 } next)
            turn.Draft.Say("rank.next", turn.Words.Joined(next));
        foreach (var (park, _) in ordered.Take(Cards))
            MatchStep.Add(turn, park, park, [.. RecordStep.Facts("park").Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        turn.Suggestions.AddRange([turn.Words[type == "job" ? "suggest.jobs" : "suggest.resources"], turn.Words["suggest.compare"], turn.Words["suggest.contact"]]);
        return AnswerStatus.Answered;
    }

    /// <summary>Where rents are lowest or highest: of each park that fits, by its own lowest or highest.</summary>
    private static AnswerStatus? Rent(Turn turn)
    {
        if (turn.Asked.Seek is not (null or Seek.Park) || turn.Parks.Count + turn.Asked.Trades.Count > 0 || Order(turn) is not (Wanting.Low or Wanting.High) || !((turn.Asked.IsSure && turn.Asked.Wishes.Any(w => w.Field == "rent")) || turn.Asked.Asked.Contains("rent"))
            || turn.Request.Needs.Must.Any(n => n.Field.Level != NeedLevel.Park && n.Name != "tenure") || turn.Unsaid([]).Length > 1)
            return null;
        var property = turn.Snapshot.Schema.DocumentTypes["space"].Find("rent")!;
        var high = Order(turn) == Wanting.High;
        var parks = Parks(turn).Select(p => p.Id).ToHashSet();
        decimal? Of(PublishedDocument space) => turn.Draft.Values(space)[property] as decimal?;
        var spaces = turn.Snapshot.OfType("space", turn.Culture).Where(s => s.ParentId is { } park && parks.Contains(park) && Of(s) is > 0).GroupBy(s => s.ParentId)
            .Select(g => high ? g.MaxBy(Of)! : g.MinBy(Of)!).ToList();
        return Say(turn, property, high, spaces) ? AnswerStatus.Answered : null;
    }

    /// <summary>The cheapest factory, the largest laboratory: of all the spaces of a kind, in the city or in one park.</summary>
    public static AnswerStatus? Spaces(Turn turn)
    {
        var holder = turn.Snapshot.Schema.DocumentTypes["space"];
        if (turn.Asked.Seek != Seek.Space || IsOfParks(turn) || turn.Parks.Count > 1 || turn.Asked.Trades.Count > 0 || turn.StatesAmount || Order(turn) is not (Wanting.Low or Wanting.High) || turn.Unsaid(turn.Parks).Length > 1
            || turn.Request.Needs.Must.Any(n => n.Field.Level != NeedLevel.Park && n.Name is not ("kind" or "tenure")))
            return null;
        var low = Order(turn) == Wanting.Low;
        var property = turn.Asked.Wishes.Select(w => holder.Find(w.Field)).OfType<Property>().FirstOrDefault() ?? (Fields.Numbers(holder, turn.Bare, turn.Snapshot) is [var first, ..] ? first : turn.Says("largest") ? holder.Find("areaMax") : null);
        if (property is null)
            return null;
        if (property.Alias == "areaMin")
            property = holder.Find("areaMax")!;
        var parks = turn.Parks.Count > 0 ? turn.Parks.Select(p => p.Id).ToHashSet() : Parks(turn).Select(p => p.Id).ToHashSet();
        bool Is(PublishedDocument space, string name) => turn.Request.Needs[name] is not { Must: true } need || (turn.Draft.Values(space).Text(name) is { } value && (need.Values.Contains(value) || (name == "tenure" && value == "either")));
        return Say(turn, property, !low, turn.Snapshot.OfType("space", turn.Culture).Where(s => s.ParentId is { } park && parks.Contains(park) && Is(s, "kind") && Is(s, "tenure"))) ? AnswerStatus.Answered : null;
    }

    /// <summary>Parks that meet what is needed of a park.</summary>
    private static List<PublishedDocument> Parks(Turn turn) => [.. Matcher.Match(turn.Snapshot, turn.Culture, new Needs(turn.Request.Needs.Must.Where(n => n.Field.Level == NeedLevel.Park)), turn.Day).Matches.Select(m => m.Park)];

    private static bool SaysPark(Turn turn) => Cues.All.Group("seek")["park"].Any(p => turn.Folded.Contains(p, StringComparison.Ordinal));

    /// <summary>"Which park has the largest area": that of the park, where no kind of space is named.</summary>
    private static bool IsOfParks(Turn turn) => SaysPark(turn) && turn.Parks.Count == 0 && turn.Request.Needs["kind"] is null;

    /// <summary>How a language speaks of more and less: of people, of minutes, of years, of prices.</summary>
    private static string Kind(Property property) => property.Unit switch
    {
        "\u5206\u949f" => "time",
        null => "year",
        "\u5bb6" or "\u4eba" => "count",
        "m\u00b2" or "\u4ea9" or "kVA" => "size",
        _ => "other",
    };

    /// <summary>Parks of which something is true: "which are demonstration parks".</summary>
    public static AnswerStatus? Having(Turn turn)
    {
        var park = turn.Snapshot.Schema.DocumentTypes["park"];
        if (turn.Parks.Count > 0 || turn.Asked.Seek is not (null or Seek.Park) || turn.Request.Needs.All.Count > 0 || turn.Unsaid([]).Length > 1
            || Fields.Asked(park, turn.Folded, turn.Snapshot).Select(park.Find).FirstOrDefault(p => p!.DataType.Kind == ValueKind.Boolean) is not { } flag)
            return null;
        var parks = turn.Snapshot.OfType("park", turn.Culture).Where(p => turn.Draft.Values(p).Flag(flag.Alias)).ToList();
        if (parks.Count == 0)
            return null;
        turn.Draft.Say("having", parks.Count, turn.Words.Inline(flag), turn.Words.Joined(parks.Take(MostNamed).Select(p => $"{turn.Draft.Name(p)}[{turn.Draft.Card(p, flag.Alias)!.N}]")));
        foreach (var one in parks.Take(Cards))
            MatchStep.Add(turn, one, one, [.. RecordStep.Facts("park").Prepend(flag.Alias).Select(a => turn.Draft.Card(one, a)).OfType<CardFact>()]);
        turn.Suggestions.AddRange([turn.Words["suggest.nearer"], turn.Words["suggest.jobs"], turn.Words["suggest.compare"]]);
        return AnswerStatus.Answered;
    }

    internal enum Wanting
    {
        High,
        Low,
        Early,
        Late,
    }

    public static Wanting? Order(Turn turn) => turn.Says("early") ? Wanting.Early : turn.Says("late") ? Wanting.Late : turn.Says("low") ? Wanting.Low : turn.Says("high") ? Wanting.High : null;

    /// <summary>The number that the order is by: the one that is named, or the one that the word itself means.</summary>
    private static Property? Asked(Turn turn, DocumentType holder, Wanting order)
    {
        if (holder.Alias == "job")
            return Fields.Numbers(holder, turn.Folded, turn.Snapshot) is [var number, ..] ? holder.Find(number.Alias == "payMin" && order == Wanting.High ? "payMax" : number.Alias) : null;
        if (order is Wanting.Early or Wanting.Late)
            return holder.Find("openedYear");
        return Fields.Numbers(holder, turn.Bare, turn.Snapshot) is [var first, ..] ? first
            : turn.Asked.Seek == Seek.Park && turn.Unsaid([]).Length <= 1 && turn.Says("largest") ? holder.Find("siteArea") : null;
    }

    private static List<PublishedDocument>? Among(Turn turn, string type)
    {
        var must = turn.Request.Needs.Must.ToList();
        if (must.Exists(n => n.Field.Level != NeedLevel.Park))
            return null;
        if (type == "job")
            return must.Count > 0 ? null : RecordStep.Fitting(turn, type);
        return Parks(turn);
    }
}
